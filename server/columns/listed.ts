import 'server-only';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import { type Columns, columnsOf } from '@/domain/sweep/columns';
import type { Sweep } from '@/domain/sweep/sheet';
import { sweep } from '@/domain/sweep/sweep';
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

/** Incidents that are swept in one step. */
const STRETCH = 20;

/** Some incidents laid out for a sweep, those that are listed and no others, a stretch at a time. */
export async function listedColumns(
  seen: SeenColumns,
  ids: readonly string[],
  setting: Setting,
): Promise<readonly Columns[]> {
  const incidents = await incidentsOf(seen, ids);
  const memo = memoFor(setting);
  return inPieces(function* () {
    for (const incident of incidents) {
      if (!memo.has(incident)) columnsOf([incident], setting, memo);
      yield;
    }
    const made: Columns[] = [];
    for (let at = 0; at < incidents.length; at += STRETCH) {
      made.push(columnsOf(incidents.slice(at, at + STRETCH), setting, memo));
      yield;
    }
    return made;
  });
}

/** The same swept. */
export const listedSweeps = (
  columns: readonly Columns[],
  pact: Pact,
  setting: Setting,
): Promise<readonly Sweep[]> =>
  inPieces(function* () {
    const made: Sweep[] = [];
    for (const stretch of columns) {
      made.push(sweep(stretch, pact, setting, { partiesOnly: true }));
      yield;
    }
    return made;
  });
