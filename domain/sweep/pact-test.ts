import {
  assumedFrom,
  type InForce,
  inForceBetween,
  inGoodFaithPeriod,
  partyOf,
} from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import type { Columns } from './columns';
import { SHAPE } from './facts';

/** Ranks of the outcome of a time test, the best first. */
export const TIME = { PASS: 0, STRADDLES: 1, UNKNOWN: 2, FAIL: 3 } as const;

/** `timeOutcome` of the coverage test, over columns. */
export function timeRank(
  { facts }: Columns,
  incident: number,
  { from, end }: InForce,
  asOf: Instant,
): number {
  const first = facts.startFirst[incident] ?? 0;
  const last = facts.startLast[incident] ?? 0;
  const shape = facts.shape[incident];
  if (shape === SHAPE.POINT) {
    if (first >= from && last < end) return TIME.PASS;
    return last < from || first >= end ? TIME.FAIL : TIME.UNKNOWN;
  }
  const ongoing = shape === SHAPE.ONGOING;
  const earliestEnd = ongoing ? asOf : Math.max(first, facts.endFirst[incident] ?? 0);
  const latestEnd = ongoing ? asOf : (facts.endLast[incident] ?? 0);
  if (earliestEnd >= from && last < end) return first < from ? TIME.STRADDLES : TIME.PASS;
  return latestEnd < from || first >= end ? TIME.FAIL : TIME.UNKNOWN;
}

/** Who is bound to whom and when, under one pact: what the PARTY and TIME tests need. */
export interface PactTest {
  /** Place of the party a state answers as; -1: no party. */
  readonly partyOf: (state: string) => number;
  /** Whether a party other than the accused's is a victim of an incident. */
  readonly bound: (incident: number, accused: number) => boolean;
  /** Best rank of the time test over every pair of accused and victim; `accused` -1: none or no party. */
  readonly time: (incident: number, accused: number) => number;
  /** The conduct began between signature and entry into force of the accused. */
  readonly goodFaith: (incident: number, accused: number) => boolean;
}

/** Sets the tests of a pact up over columns. */
export function pactTest(columns: Columns, pact: Pact, setting: Setting): PactTest {
  const from = setting.assumedFrom ?? assumedFrom(pact);
  const codes = pact.parties.map(({ code }) => code);
  const mayBeSigned =
    pact.kind === 'historical' && pact.adherence.some(({ state }) => state === 'signed');
  const places = new Map<string, number>();
  const place = (state: string): number => {
    const known = places.get(state) ?? codes.indexOf(partyOf(pact, state)?.code ?? '');
    places.set(state, known);
    return known;
  };
  const spans = new Map<number, readonly InForce[]>();
  const spansOf = (accused: number, victim: number): readonly InForce[] => {
    const key = (accused + 1) * codes.length + victim;
    const kept = spans.get(key);
    if (kept !== undefined) return kept;
    const sides = accused < 0 ? codes : codes.slice(accused, accused + 1);
    const other = codes[victim] ?? '';
    const found = sides
      .filter((side) => side !== other)
      .map((side) => inForceBetween(pact, side, other, from))
      .filter((span) => span !== null);
    // A hypothetical pact binds every pair alike.
    const made = pact.kind === 'hypothetical' ? found.slice(0, 1) : found;
    spans.set(key, made);
    return made;
  };
  // Many incidents have the same victims: one list serves them all.
  const lists = new Map<string, readonly number[]>();
  const every = columns.incidents.map(({ victimStates }) => {
    const key = victimStates.join(' ');
    const known = lists.get(key) ?? [
      ...new Set(victimStates.map(place).filter((party) => party >= 0)),
    ];
    lists.set(key, known);
    return known;
  });
  return {
    partyOf: place,
    bound: (incident, accused) => every[incident]?.some((victim) => victim !== accused) === true,
    time: (incident, accused) => {
      let best: number = TIME.FAIL;
      for (const victim of every[incident] ?? [])
        if (victim !== accused)
          for (const span of spansOf(accused, victim))
            best = Math.min(best, timeRank(columns, incident, span, setting.asOf));
      return best;
    },
    goodFaith: (incident, accused) => {
      const code = codes[accused];
      const start = columns.facts.startFirst[incident];
      return (
        mayBeSigned &&
        code !== undefined &&
        start !== undefined &&
        inGoodFaithPeriod(pact, code, start)
      );
    },
  };
}
