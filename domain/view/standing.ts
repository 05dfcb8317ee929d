import { z } from 'zod';
import { isViolation } from '@/domain/compliance-index';
import { toDay } from '@/domain/dates';
import { groupBy } from '@/domain/group';
import type { SignedAs } from '@/domain/standing';
import { type Move, type StandingMoves, standingMoves } from '@/domain/standing/standing-moves';
import { movesSentence } from '@/domain/standing/standing-moves-words';
import {
  endSize,
  periodEnds,
  type StandingPoint,
  standingSeries,
} from '@/domain/standing/standing-series';
import { standingSummary } from '@/domain/standing/standing-series-words';
import { type ShownFinding, shownPeriod } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { TEXT_ONLY, type TrendsHead, trendsHead } from './overview';
import type { World } from './world';

export const standingParameters = z.strictObject({});

/** A party on one day, with what moved its index since the day before it in the series. */
export interface StandingDay {
  readonly day: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly change: number | null;
  readonly kinds: StandingMoves['kinds'];
  readonly moves: readonly Move[];
  /** How many moved it; the list may hold fewer. */
  readonly moved: number;
  /** Null on the first day. */
  readonly said: string | null;
}

export interface PartyStanding {
  readonly party: string;
  readonly days: readonly StandingDay[];
  /** From the first day with an index to the last. */
  readonly said: string;
  readonly counted: number;
}

/** How the index of every party moved, and by what. */
export interface StandingAnswer extends TrendsHead {
  readonly parties: readonly PartyStanding[];
}

/** Most moves sent of one day. */
export const MOVE_LIMIT = 15;

const caseOf = ({ incident, clause, accused }: ShownFinding): string =>
  `${incident} ${clause} ${accused}`;

/** What is signed, as it stands on the day asked about. */
function signedIn({ select }: World, filter: StandingFilter): SignedAs<ShownFinding> {
  if (filter.counting === 'computed') return () => null;
  const all = select({ ...filter, since: null, until: null, party: null, clause: null });
  const words = new Map(
    all.findings
      .filter(({ verdict }) => isViolation(verdict))
      .map((finding) => [caseOf(finding), finding.verdict]),
  );
  return (finding) => words.get(caseOf(finding)) ?? null;
}

/** JSON knows no negative zero. */
const positiveZero = (value: number | null): number | null => (value === 0 ? 0 : value);

function partyStanding(
  party: string,
  points: readonly StandingPoint[],
  { setting }: World,
): PartyStanding {
  const policy = setting.policy.values;
  const days = points.map((point, at): StandingDay => {
    const before = points[at - 1];
    const told = before === undefined ? null : standingMoves(before, point, policy);
    return {
      ...{ day: toDay(point.asOf), low: point.low, high: point.high },
      change: told?.change ?? null,
      kinds: (told?.kinds ?? []).map((one) => ({ ...one, part: positiveZero(one.part) })),
      moves: [...(told?.moves ?? [])]
        .sort((one, two) => Math.abs(two.weight) - Math.abs(one.weight))
        .slice(0, MOVE_LIMIT),
      moved: told?.moves.length ?? 0,
      said: told === null ? null : movesSentence(told),
    };
  });
  const [first, last] = [points.find(({ high }) => high !== null), points.at(-1)];
  return {
    ...{ party, days, counted: last?.counted.length ?? 0 },
    said:
      first === undefined || last === undefined
        ? 'No index on any of these days.'
        : movesSentence(standingMoves(first, last, policy)),
  };
}

/** How many of many parties stand lower or higher at the end than at the start. */
function movedTogether(parties: readonly PartyStanding[]): string {
  const moves = parties.flatMap(({ days }) => {
    const held = days.flatMap(({ high }) => (high === null ? [] : [Math.round(high)]));
    const [first, last] = [held[0], held.at(-1)];
    return first === undefined || last === undefined ? [] : [last - first];
  });
  const [lower, higher] = [moves.filter((by) => by < 0), moves.filter((by) => by > 0)];
  return `Of ${parties.length} parties, ${lower.length || 'none'} stand${lower.length === 1 ? 's' : ''} lower at the end of the period than at its start, and ${higher.length || 'none'} higher.`;
}

/** The index band of every party from day to day, as known on each, and what moved it (method.md 4). */
export function shapeStandingOverTime(world: World, filter: StandingFilter): StandingAnswer {
  const { pact, setting, sweep } = world;
  const period = pact.referenceOnly ? null : shownPeriod(world, filter);
  const by = period === null ? filter.by : endSize(period, filter.by);
  const ends = period === null ? [] : periodEnds(period, by);
  const points = standingSeries(
    { columns: sweep.columns, pact, setting, filter, signedAs: signedIn(world, filter) },
    ends,
  );
  const parties = [...groupBy(points, ({ party }) => party)].map(([party, own]) =>
    partyStanding(party, own, world),
  );
  return {
    ...trendsHead(world, { ...filter, by }),
    caveat: 'A standing also moves when the record grows: what moved it is named beside every day.',
    headline: pact.referenceOnly
      ? TEXT_ONLY
      : parties.length > 6
        ? movedTogether(parties)
        : standingSummary(points),
    parties,
  };
}
