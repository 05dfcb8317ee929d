import { type IndexBand, isOpen, isViolation, severityWeight } from '@/domain/compliance-index';
import type { Instant } from '@/domain/dates';
import type { PolicyValues } from '@/domain/policy';
import type { StandingFinding } from '@/domain/standing';
import type { Verdict } from '@/domain/verdict';

/** What a comparison of two days reads of a finding that counts. */
export interface WeighedFinding extends StandingFinding {
  readonly title: string;
}

/** How one party stood on a day, and by which findings, one per incident and accused. */
export interface StandingAt {
  readonly asOf: Instant;
  readonly party: string;
  /** Years in force; the index is null below `minimumIndexDays`. */
  readonly years: number;
  readonly band: IndexBand | null;
  readonly counted: readonly WeighedFinding[];
}

/** Why a finding weighs otherwise than before, in the order in which it is told. */
export const MOVE_KINDS = [
  'new',
  're_attributed',
  'clock_ran_out',
  'dispute_opened',
  'dispute_settled',
  'answered',
  'reweighed',
  'lapsed',
  'withdrawn',
] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** One incident and accused whose verdict or weight changed between two days. */
export interface Move {
  readonly incident: string;
  readonly title: string;
  readonly accused: string | null;
  readonly kind: MoveKind;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  /** Change of the weighted violations, V_low of method.md 4. */
  readonly weight: number;
}

export interface StandingMoves {
  readonly party: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Change of the point of the index, and what the longer time in force alone makes of it; null without an index on both days. */
  readonly change: number | null;
  readonly time: number | null;
  /** By kind: how many, and their part of the change; the parts and `time` add up to it. */
  readonly kinds: readonly {
    readonly kind: MoveKind;
    readonly count: number;
    readonly part: number | null;
  }[];
  readonly moves: readonly Move[];
}

const caseOf = ({ incident, accused }: StandingFinding): string => `${incident} ${accused ?? ''}`;

const weighs = (verdict: Verdict): boolean => isViolation(verdict) || isOpen(verdict);

function weightOf(finding: WeighedFinding | undefined, policy: PolicyValues): number {
  if (finding === undefined || !isViolation(finding.verdict)) return 0;
  return finding.b * finding.m * severityWeight(finding.severity, policy);
}

/** Why a case weighs otherwise; null where nothing that counts has changed. */
function kindOf(
  before: WeighedFinding | undefined,
  after: WeighedFinding | undefined,
  policy: PolicyValues,
): MoveKind | null {
  const [was, is] = [before?.verdict ?? 'NOT_COVERED', after?.verdict ?? 'NOT_COVERED'];
  if (was === is)
    return Math.abs(weightOf(after, policy) - weightOf(before, policy)) > 1e-9 ? 'reweighed' : null;
  if (!weighs(was) && !weighs(is)) return null;
  if (before === undefined) return 'new';
  if (is === 'NOT_COVERED') return 'withdrawn';
  if (is === 'DISCHARGED') return 'answered';
  if (is === 'DISPUTED') return 'dispute_opened';
  if (was === 'DISPUTED') return 'dispute_settled';
  if (was === 'PENDING' && is === 'VIOLATION_OMISSION') return 'clock_ran_out';
  if (
    was === 'PENDING' &&
    is === 'NOT_ATTRIBUTABLE' &&
    (after?.rule === 'R3' || after?.rule === 'R10')
  )
    return 'lapsed';
  return 're_attributed';
}

function movesBetween(one: StandingAt, two: StandingAt, policy: PolicyValues): Move[] {
  const before = new Map(one.counted.map((finding) => [caseOf(finding), finding]));
  const after = new Map(two.counted.map((finding) => [caseOf(finding), finding]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const shown = is ?? was;
    const kind = kindOf(was, is, policy);
    if (kind === null || shown === undefined) return [];
    return [
      {
        ...{ incident: shown.incident, title: shown.title, accused: shown.accused, kind },
        before: was?.verdict ?? null,
        after: is?.verdict ?? null,
        weight: weightOf(is, policy) - weightOf(was, policy),
      },
    ];
  });
}

/** Index points that a unit of weight is worth on the way from one V to another. */
function slopeOf(from: number, to: number, years: number, policy: PolicyValues): number {
  const scale = policy.indexScale * years;
  const index = (v: number): number => 100 * Math.exp(-v / scale);
  return Math.abs(to - from) < 1e-9
    ? -index(from) / scale
    : (index(to) - index(from)) / (to - from);
}

/**
 * What moved a party's index between two days (method.md 4): first what the longer time in force
 * makes of the old weights, then what the new weights add, each finding by its part of them.
 */
export function standingMoves(
  one: StandingAt,
  two: StandingAt,
  policy: PolicyValues,
): StandingMoves {
  const moves = movesBetween(one, two, policy);
  const [first, second] = [one.band, two.band];
  const known = first !== null && second !== null;
  const aged = known ? 100 * Math.exp(-first.vLow / (policy.indexScale * two.years)) : 0;
  const slope = known ? slopeOf(first.vLow, second.vLow, two.years, policy) : 0;
  return {
    party: two.party,
    from: one.asOf,
    to: two.asOf,
    change: known ? second.high - first.high : null,
    time: known ? aged - first.high : null,
    kinds: MOVE_KINDS.flatMap((kind) => {
      const own = moves.filter((move) => move.kind === kind);
      const weight = own.reduce((sum, move) => sum + move.weight, 0);
      return own.length === 0
        ? []
        : [{ kind, count: own.length, part: known ? slope * weight : null }];
    }),
    moves,
  };
}
