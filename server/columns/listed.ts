import 'server-only';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import { type Columns, columnsOf } from '@/domain/sweep/columns';
import { processWide } from '@/server/process-wide';
import { memoFor } from '@/server/standing-answer';
import type { Base } from './base';
import { type Packable, packablesOf } from './changed';
import { inPieces } from './pieces';
import type { SeenColumns } from './seen';

/** Incidents held because they were listed; the oldest make room. */
const HELD = 3000;
const held = processWide('listed incidents', () => new WeakMap<Base, Map<string, Packable>>());

/** Some incidents that are listed: those held, those that stand beside the base, the rest from the database. */
async function incidentsOf(seen: SeenColumns, ids: readonly string[]): Promise<Incident[]> {
  const { base } = seen.kept;
  const own = held.get(base) ?? new Map<string, Packable>();
  held.set(base, own);
  const fresh = new Map(seen.fresh.map((one) => [one.incident.id, one] as const));
  const missing = ids.filter((id) => !fresh.has(id) && !own.has(id));
  const read = missing.length === 0 ? new Map<string, Packable>() : await packablesOf(missing);
  const found = ids.flatMap((id) => (fresh.get(id) ?? own.get(id) ?? read.get(id))?.incident ?? []);
  for (const [id, one] of read) own.set(id, one);
  for (const id of own.keys()) {
    if (own.size <= HELD) break;
    own.delete(id);
  }
  return found;
}

/** Some incidents laid out for a sweep, those that are listed and no others. */
export async function listedColumns(
  seen: SeenColumns,
  ids: readonly string[],
  setting: Setting,
): Promise<Columns> {
  const incidents = await incidentsOf(seen, ids);
  const memo = memoFor(setting);
  return inPieces(function* () {
    for (const incident of incidents) {
      if (!memo.has(incident)) columnsOf([incident], setting, memo);
      yield;
    }
    return columnsOf(incidents, setting, memo);
  });
}
