import 'server-only';
import type { Mention } from '@/domain/lab/standing/mention';
import { Tally } from '@/domain/lab/standing/tally';
import { type Signed, tallied } from '@/domain/lab/standing/tallying';
import type { Outcomes } from '@/domain/lab/turned';
import type { StandingFilter } from '@/domain/standing-view';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import type { Base } from './base';
import { inPieces } from './pieces';
import { hashOfPact, type SeenColumns, type SeenQuestion } from './seen';

/** Tallies of a base that are kept: one for each role, pact, day and filter. */
const TALLIES = 64;
const kept = processWide('tallies', () => new WeakMap<Base, Recent<Tally>>());

interface Asked extends SeenQuestion {
  readonly filter: StandingFilter;
  /** Null: violations count whether or not they are signed. */
  readonly signed: { readonly wordOf: Signed; readonly key: string } | null;
}

const NONE: ReadonlySet<number> = new Set();

function tallyOf(
  { pact, filter, signed }: Asked,
  { side, ids }: { readonly side: Outcomes; readonly ids: Mention['ids'] },
  skipped: ReadonlySet<number> = NONE,
): Tally {
  return tallied({ pact, filter, side, ids, skipped, signed: signed?.wordOf ?? null });
}

/** Adds up the base, without some of its incidents. */
function* baseTally(
  seen: SeenColumns,
  asked: Asked,
  skipped: ReadonlySet<number> = NONE,
): Generator<void, Tally> {
  const { parts } = yield* seen.scoredBase(asked);
  let whole: Tally | null = null;
  for (const side of parts) {
    const own = tallyOf(asked, { side, ids: seen.kept.base.roll }, skipped);
    if (whole === null) whole = own;
    else whole.plus(own);
    yield;
  }
  if (whole === null) throw new Error('a base without a part');
  return whole;
}

/** The base without what was taken from it; null: its sums alone cannot tell. */
function lessTaken(seen: SeenColumns, asked: Asked, whole: Tally): Tally | null {
  const { taken, kept: held } = seen;
  if (taken.size === 0) return whole;
  const less = tallyOf(asked, { side: seen.scoredLess(asked), ids: held.base.roll });
  return whole.without(less, ({ incident }) => taken.has(incident));
}

/** What the standing page adds up of all that a reader may see; asked before, it costs what changed since. */
export async function tallyFor(seen: SeenColumns, asked: Asked): Promise<Tally> {
  const { base } = seen.kept;
  const tallies = kept.get(base) ?? new Recent<Tally>(TALLIES);
  kept.set(base, tallies);
  const { filter, pact, assumedFrom, asOf, signed } = asked;
  const key = [seen.role, hashOfPact(pact), assumedFrom, asOf, signed?.key ?? ''].join(' ');
  const place = `${key} ${JSON.stringify({ ...filter, by: null })}`;
  const whole =
    tallies.find(place) ??
    (await inPieces(() => tallies.once(place, () => baseTally(seen, asked))));
  const left =
    lessTaken(seen, asked, whole) ?? (await inPieces(() => baseTally(seen, asked, seen.taken)));
  if (seen.fresh.length === 0) return left;
  const made = new Tally(whole.parties, whole.clauses);
  made.plus(left);
  made.plus(tallyOf(asked, { side: seen.scoredBeside(asked), ids: seen.added.roll }));
  return made;
}
