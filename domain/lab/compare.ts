import { severityWeights } from '@/domain/compliance-index';
import type { Monitoring } from '@/domain/dossier';
import type { Setting } from '@/domain/finding';
import { basesFrom, type Watched } from '@/domain/monitoring';
import type { Pact } from '@/domain/pact';
import type { PartySums, StandingSummary } from '@/domain/standing';
import { partySums, periodFor, summarise } from '@/domain/standing';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { choose } from '@/domain/sweep/choose';
import type { Columns } from '@/domain/sweep/columns';
import type { Sweep } from '@/domain/sweep/sheet';
import { partiesOver } from '@/domain/sweep/sums';
import { sweep } from '@/domain/sweep/sweep';
import type { Verdict } from '@/domain/verdict';
import { addedUp } from '@/domain/verdict-counts';
import { type CaseFlip, gravestFlips } from './case-flip';
import { type MatrixRow, Meeting, type Undecidable } from './meeting';
import { type ClausePair, pairClauses } from './redline';
import type { Side } from './side';

/** How a party stands under one side; null: it is no party there. */
export type SideStanding = Pick<
  StandingSummary,
  'mode' | 'word' | 'low' | 'high' | 'counts' | 'years'
> | null;

/** A party of either side: one finding per incident and accused, the gravest (method.md 4). */
export interface PartyChange {
  readonly party: string;
  readonly a: SideStanding;
  readonly b: SideStanding;
}

/** Two sides by their consequences, over the same record, day and policy. */
export interface Comparison {
  readonly pairs: readonly ClausePair[];
  readonly parties: readonly PartyChange[];
  /** In the order of `pairs`. */
  readonly matrix: readonly MatrixRow[];
  /** The gravest first. */
  readonly flips: readonly CaseFlip[];
  readonly undecidable: { readonly a: Undecidable; readonly b: Undecidable };
}

/** What the standing of a party rests on beside the findings. */
export interface Watching {
  readonly monitoring: readonly Monitoring[];
  readonly watched: readonly Watched[];
}

const added = (one: PartySums | undefined, two: PartySums): PartySums =>
  one === undefined
    ? two
    : {
        counts: addedUp([one.counts, two.counts]),
        vLow: one.vLow + two.vLow,
        vHigh: one.vHigh + two.vHigh,
        expected: one.expected + two.expected,
        none: one.none * two.none,
      };

type Sums = Map<string, PartySums>;

function addSums(sums: Sums, swept: Sweep): void {
  const { counted } = choose(swept, { ...DEFAULT_FILTER, pact: swept.pact.id }, () => null);
  for (const [party, own] of partiesOver(swept, counted))
    sums.set(party, added(sums.get(party), own));
}

function standingsOf(
  { pact, setting }: Side,
  sums: Sums,
  { monitoring, watched }: Watching,
): (party: string) => SideStanding {
  const bases = basesFrom({ pact, monitoring, setting }, watched);
  return (party) => {
    if (!pact.parties.some(({ code }) => code === party)) return null;
    const period = periodFor({ pact, setting, period: undefined }, party);
    const own = sums.get(party) ?? partySums([], setting.policy.values);
    const known = { party, period, basis: bases(party, period) };
    const { mode, word, low, high, counts, years } = summarise(own, known, { pact, setting });
    return { mode, word, low, high, counts, years };
  };
}

const codesOf = ({ parties }: Pact): ReadonlySet<string> =>
  new Set(parties.map(({ code }) => code));

/**
 * The settings of two sides that are compared.
 * @throws Error where they have another day, policy or day of compilation.
 */
export function settingsOf(a: Side, b: Side): [Setting, Setting] {
  const [one, two] = [a.setting, b.setting];
  if (one.policy !== two.policy || one.asOf !== two.asOf || one.compiledOn !== two.compiledOn)
    throw new Error('the sides are judged under different policies or on different days');
  return [one, two];
}

/**
 * Compares two sides by what they find, stretch by stretch of a record, so that whoever runs it can
 * let others have their turn between two. Both are judged under one policy on one day. States that
 * are parties of neither side, and what begins after the day, are left out.
 * @throws Error where the sides have another day, policy or day of compilation.
 */
export function* comparing(
  stretches: Iterable<Columns>,
  a: Side,
  b: Side,
  watching: Watching,
): Generator<undefined, Comparison> {
  const [one, two] = settingsOf(a, b);
  const pairs = pairClauses(a.pact, b.pact);
  const members = { a: codesOf(a.pact), b: codesOf(b.pact) };
  const parties = [...new Set([...members.a, ...members.b])];
  const meeting = new Meeting(pairs, parties, severityWeights(one.policy.values), members);
  const sums: readonly [Sums, Sums] = [new Map(), new Map()];
  for (const columns of stretches) {
    const swept = sweep(columns, a.pact, one, { partiesOnly: true });
    const other = sweep(columns, b.pact, two, { partiesOnly: true });
    meeting.add(swept, other);
    addSums(sums[0], swept);
    addSums(sums[1], other);
    yield;
  }
  const [standA, standB] = [standingsOf(a, sums[0], watching), standingsOf(b, sums[1], watching)];
  return {
    pairs,
    parties: parties.map((party) => ({ party, a: standA(party), b: standB(party) })),
    ...meeting.told(),
    flips: gravestFlips(meeting.listed),
  };
}

/** Violations among counts. */
export const violationsIn = (counts: Readonly<Record<Verdict, number>>): number =>
  counts.VIOLATION_COMMISSION + counts.VIOLATION_OMISSION;
