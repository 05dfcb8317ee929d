import 'server-only';
import type { Day } from '@/domain/lab/day';
import { type Flip, flipsBetween } from '@/domain/lab/flips';
import { accusedIn } from '@/domain/lab/pick';
import { eachTurn, type Outcomes } from '@/domain/lab/turned';
import type { Pact } from '@/domain/pact';
import type { Sweep } from '@/domain/sweep/sheet';
import { VERDICTS } from '@/domain/verdict';
import { listedColumns, listedSweeps } from '@/server/columns/listed';
import { inPieces } from '@/server/columns/pieces';
import type { Roll } from '@/server/columns/roll';
import { hashOfPact, type SeenColumns, type SeenQuestion } from '@/server/columns/seen';
import type { Variant } from '@/server/lab-variant';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import { layoutOf } from '@/server/standing-answer';

/** A finding that turns, as far as columns know it. */
interface Turned {
  readonly incident: string;
  readonly clause: string;
  readonly accused: string;
}

const keyOf = ({ incident, clause, accused }: Turned): string => `${incident} ${clause} ${accused}`;

/** A finding that turns, as numbers: of its case, clause and incident, in one of two days. */
interface Place {
  readonly at: number;
  readonly clause: number;
  readonly incident: number;
  /** Of the clause among all, by id. */
  readonly order: number;
}

/** One of the two parts of what a reader sees, on a day. */
interface Part {
  readonly day: Day;
  readonly ids: Pick<Roll, 'ids' | 'idFrom'>;
}

/** The first of many findings in the order of their keys, without a word for any but those. */
class FirstOf {
  readonly chosen: { readonly part: Part; readonly place: Place }[] = [];

  constructor(private readonly limit: number) {}

  add(part: Part, place: Place): void {
    const { chosen, limit } = this;
    const one = { part, place };
    const last = chosen[limit - 1];
    if (last !== undefined && inOrder(last, one) <= 0) return;
    let [low, high] = [0, chosen.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = chosen[middle];
      if (other !== undefined && inOrder(other, one) <= 0) low = middle + 1;
      else high = middle;
    }
    chosen.splice(low, 0, one);
    if (chosen.length > limit) chosen.pop();
  }
}

type Chosen = FirstOf['chosen'][number];

const idBytes = ({ part: { ids }, place: { incident } }: Chosen): Uint8Array =>
  ids.ids.subarray(ids.idFrom[incident], ids.idFrom[incident + 1]);
const accused = ({ part, place }: Chosen): string => accusedIn(part.day.store, place.at);

/** The order of `flipsBetween` within one rank: by incident, clause and state. */
function inOrder(one: Chosen, other: Chosen): number {
  const ids = Buffer.compare(idBytes(one), idBytes(other));
  if (ids !== 0) return ids;
  if (one.place.order !== other.place.order) return one.place.order - other.place.order;
  return accused(one) < accused(other) ? -1 : 1;
}

/** By clause: its place among all in the order of their ids. */
function ordersOf({ clauses }: Pact): readonly number[] {
  const keys = clauses.map(({ id }) => `${id} `);
  const sorted = [...keys].sort();
  return keys.map((key) => sorted.indexOf(key));
}

/** Every finding that turns, of the base without what was taken from it, and of what stands beside it. */
function* gathered(
  seen: SeenColumns,
  [before, after]: readonly [SeenQuestion, SeenQuestion],
  limit: number,
): Generator<void, { readonly total: number; readonly chosen: readonly Turned[] }> {
  const ranks = VERDICTS.map(() => new FirstOf(limit));
  const { base } = seen.kept;
  const orders = ordersOf(after.pact);
  let total = 0;
  const search = (
    [was, is]: readonly [Outcomes, Outcomes],
    ids: Part['ids'],
    taken: ReadonlySet<number>,
  ): void => {
    const { day } = is.laid;
    const { incident } = day.store.columns;
    const part = { day, ids };
    eachTurn(was, is, (at, clause, gravest) => {
      const number = incident[at] ?? 0;
      if (taken.has(number)) return;
      total += 1;
      ranks[gravest]?.add(part, { at, clause, incident: number, order: orders[clause] ?? 0 });
    });
  };
  const was = yield* seen.scoredBase(before);
  const is = yield* seen.scoredBase(after);
  for (const [part, outcomes] of is.parts.entries()) {
    const other = was.parts[part];
    if (other !== undefined) search([other, outcomes], base.roll, seen.taken);
    yield;
  }
  if (seen.fresh.length > 0)
    search([seen.scoredBeside(before), seen.scoredBeside(after)], seen.added.roll, new Set());
  const chosen = ranks.flatMap((rank) => rank.chosen).slice(0, limit);
  return {
    total,
    chosen: chosen.map((one) => ({
      incident: Buffer.from(idBytes(one)).toString('utf8'),
      clause: after.pact.clauses[one.place.clause]?.id ?? '',
      accused: accused(one),
    })),
  };
}

/** Lists of incidents kept as columns, with the pact as in its text over them: variants near each other list the same. */
const LISTS = 8;
const lists = processWide(
  'turned lists',
  () => new WeakMap<SeenColumns, Recent<Promise<readonly Sweep[]>>>(),
);

function listedOf(seen: SeenColumns): Recent<Promise<readonly Sweep[]>> {
  const own = lists.get(seen) ?? new Recent<Promise<readonly Sweep[]>>(LISTS);
  lists.set(seen, own);
  return own;
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
  const sides = [
    { base, pact: base, assumedFrom: null, asOf },
    { base, pact, assumedFrom, asOf },
  ] as const;
  const { total, chosen } = await inPieces(() => gathered(seen, sides, limit));
  if (total === 0) return { rows: [], total };
  const ids = [...new Set(chosen.map(({ incident }) => incident))].sort();
  const place = `${hashOfPact(base)} ${asOf} ${layoutOf(setting)} ${ids.join(' ')}`;
  const list = listedOf(seen);
  const made = list.get(place, async () =>
    listedSweeps(await listedColumns(seen, ids, own), base, own),
  );
  made.catch(() => list.drop(place)); // A failure is not kept.
  const before = await made;
  const columns = before.map((one) => one.columns);
  const after = await listedSweeps(columns, pact, setting);
  const found = new Map<string, Flip>();
  for (const [stretch, swept] of before.entries()) {
    const other = after[stretch];
    const flips = other === undefined ? [] : flipsBetween(swept, other);
    for (const flip of flips) found.set(keyOf(flip), flip);
  }
  return { rows: chosen.flatMap((one) => found.get(keyOf(one)) ?? []), total };
}
