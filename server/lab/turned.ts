import 'server-only';
import { type Flip, flipsBetween } from '@/domain/lab/flips';
import { layOut, type Question } from '@/domain/lab/laid';
import { accusedIn } from '@/domain/lab/pick';
import { eachTurn } from '@/domain/lab/turned';
import { columnsOf } from '@/domain/sweep/columns';
import { sweep } from '@/domain/sweep/sweep';
import { VERDICTS } from '@/domain/verdict';
import type { Base } from '@/server/columns/base';
import { othersTurn, type Packable, packablesOf } from '@/server/columns/changed';
import { idAt } from '@/server/columns/roll';
import type { SeenColumns } from '@/server/columns/seen';
import type { Variant } from '@/server/lab-variant';
import { processWide } from '@/server/process-wide';
import { memoFor } from '@/server/standing-answer';

/** Incidents held because their findings were listed; the oldest make room. */
const HELD = 3000;
const held = processWide('turned incidents', () => new WeakMap<Base, Map<string, Packable>>());

/** A finding that turns, as far as columns know it. */
interface Turned {
  readonly incident: string;
  readonly clause: string;
  readonly accused: string;
}

const keyOf = ({ incident, clause, accused }: Turned): string => `${incident} ${clause} ${accused}`;

/** Gathers findings by the graver of their two verdicts; a finding is told in words only where it is listed. */
class Gathering {
  readonly ranks: (() => Turned)[][] = VERDICTS.map(() => []);
  total = 0;

  /** The first of all, those that touch the gravest verdicts first, then by incident, clause and state. */
  first(limit: number): Turned[] {
    const chosen: Turned[] = [];
    for (const rank of this.ranks) {
      if (chosen.length >= limit) break;
      const sorted = rank
        .map((told) => told())
        .map((one) => ({ one, key: keyOf(one) }))
        .sort((one, two) => (one.key < two.key ? -1 : 1));
      chosen.push(...sorted.slice(0, limit - chosen.length).map(({ one }) => one));
    }
    return chosen;
  }
}

/** Every finding that turns, of the base without what was taken from it, and of what stands beside it. */
function gathered(seen: SeenColumns, asOf: number, before: Question, after: Question): Gathering {
  const found = new Gathering();
  const { base } = seen.kept;
  const clause = (at: number): string => after.pact.clauses[at]?.id ?? '';
  const search = (
    day: ReturnType<SeenColumns['baseOn']>,
    idOf: (number: number) => string | null,
  ): void => {
    const { incident } = day.store.columns;
    eachTurn(layOut(day, before), layOut(day, after), (at, of, gravest) => {
      const id = idOf(incident[at] ?? 0);
      if (id === null) return;
      found.total += 1;
      found.ranks[gravest]?.push(() => ({
        ...{ incident: id, clause: clause(of), accused: accusedIn(day.store, at) },
      }));
    });
  };
  search(seen.baseOn(asOf), (number) => (seen.taken.has(number) ? null : idAt(base.roll, number)));
  search(seen.addedOn(asOf), (number) => seen.fresh[number]?.incident.id ?? null);
  return found;
}

/** The incidents of some findings: those held, those that stand beside the base, the rest from the database. */
async function incidentsOf(seen: SeenColumns, ids: readonly string[]) {
  const { base } = seen.kept;
  const own = held.get(base) ?? new Map<string, Packable>();
  held.set(base, own);
  const fresh = new Map(seen.fresh.map((one) => [one.incident.id, one] as const));
  const missing = ids.filter((id) => !fresh.has(id) && !own.has(id));
  if (missing.length > 0)
    for (const [id, one] of await packablesOf(missing)) {
      const [oldest] = own.keys();
      if (own.size >= HELD && oldest !== undefined) own.delete(oldest);
      own.set(id, one);
    }
  return ids.flatMap((id) => (fresh.get(id) ?? own.get(id))?.incident ?? []);
}

/** The findings that a variant turns: how many, and the gravest of them in words. */
export async function turnedIn(
  seen: SeenColumns,
  { base, pact, setting, changes }: Variant,
  limit: number,
): Promise<{ readonly rows: readonly Flip[]; readonly total: number }> {
  const { assumedFrom = null, asOf } = setting;
  if (changes.length === 0 && assumedFrom === null) return { rows: [], total: 0 };
  const own = { ...setting, assumedFrom: null };
  const found = gathered(seen, asOf, { pact: base, assumedFrom: null }, { pact, assumedFrom });
  if (found.total === 0) return { rows: [], total: 0 };
  await othersTurn();
  const chosen = found.first(limit);
  const wanted = new Set(chosen.map(keyOf));
  const ids = [...new Set(chosen.map(({ incident }) => incident))].sort();
  const columns = columnsOf(await incidentsOf(seen, ids), setting, memoFor(setting));
  const only = { partiesOnly: true };
  const rows = flipsBetween(sweep(columns, base, own, only), sweep(columns, pact, setting, only));
  return { rows: rows.filter((flip) => wanted.has(keyOf(flip))), total: found.total };
}
