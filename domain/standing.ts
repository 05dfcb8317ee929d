import { assumedFrom, inForceFor, partyOf, type StandingMode, standingMode } from './bound';
import {
  complianceIndex,
  type IndexBand,
  isOpen,
  isViolation,
  severityWeight,
} from './compliance-index';
import { DAY_MS, type Instant } from './dates';
import type { Monitoring } from './dossier';
import type { Finding, Setting } from './finding';
import { groupBy } from './group';
import type { Incident } from './incident';
import { basisOf, type MonitoringBasis } from './monitoring';
import type { Pact } from './pact';
import { poissonBinomial } from './poisson-binomial';
import { VERDICTS, type Verdict } from './verdict';

/** Finding words of method.md 4; precedence F4 > F3 > F5 > F2 > F1. */
export type FindingWord =
  | 'NO_INDICATION_BROAD'
  | 'NO_INDICATION_LIMITED'
  | 'QUESTIONS_RAISED'
  | 'VIOLATIONS_FOUND'
  | 'UNABLE_TO_CONCLUDE';

/** `computed` counts every violation found; `signed` counts only signed ones and moves the others to pending. */
export type CountingMode = 'computed' | 'signed';

/** A stretch of time, both ends included. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** How one party stands under a pact in a period. */
export interface Standing {
  readonly party: string;
  readonly mode: StandingMode;
  readonly word: FindingWord;
  /** Index 0 to 100, unrounded; null with less than 30 days in force. The point is `high`. */
  readonly index: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** One finding per incident and accused, the gravest. */
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly counted: readonly Finding[];
  readonly band: IndexBand | null;
  readonly years: number;
  readonly basis: MonitoringBasis;
  /** P(0), P(1), ... violations, from the beliefs. */
  readonly distribution: readonly number[];
  readonly period: Period | null;
}

export interface StandingQuestion {
  readonly pact: Pact;
  readonly incidents: readonly Incident[];
  readonly findings: readonly Finding[];
  readonly monitoring: readonly Monitoring[];
  readonly setting: Setting;
  readonly counting: CountingMode;
  /** Absent: the whole time in force up to `asOf`. */
  readonly period?: Period | undefined;
  /** Whether a finding has been signed; nothing is where absent. */
  readonly isSigned?: ((finding: Finding) => boolean) | undefined;
}

/** Moves violations that nobody signed to pending, in mode `signed` (method.md 4). */
export function countedAs(
  finding: Finding,
  counting: CountingMode,
  isSigned: (finding: Finding) => boolean,
): Finding {
  if (counting === 'computed' || !isViolation(finding.verdict) || isSigned(finding)) return finding;
  return { ...finding, verdict: 'PENDING', m: 1 };
}

/** The gravest finding first; among equals the largest p*w*m (method.md 4). */
export function gravest(findings: readonly Finding[], setting: Setting): Finding {
  const weight = ({ b, severity, m }: Finding): number =>
    b * m * severityWeight(severity, setting.policy.values);
  const [first, ...rest] = findings;
  if (first === undefined) throw new Error('no finding to choose from');
  return rest.reduce((best, next) => {
    const step = VERDICTS.indexOf(best.verdict) - VERDICTS.indexOf(next.verdict);
    return step > 0 || (step === 0 && weight(next) > weight(best)) ? next : best;
  }, first);
}

/** One finding per incident and accused: the gravest over the clauses. */
export function onePerIncident(findings: readonly Finding[], setting: Setting): Finding[] {
  const groups = groupBy(findings, ({ incident, accused }) => `${incident} ${accused ?? ''}`);
  return [...groups.values()].map((group) => gravest(group, setting));
}

/** A PENDING case for a missing fact counts in the band only where a link is met (method.md 3.1, R0). */
const inBand = ({ rule, link }: Finding): boolean => rule !== 'R0' || link.predicate === 'met';

/** Counts by verdict, each verdict named even at zero. */
export function countVerdicts(findings: readonly Finding[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<
    Verdict,
    number
  >;
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}

/** The finding word (method.md 4). */
export function findingWord(
  counts: Readonly<Record<Verdict, number>>,
  basis: MonitoringBasis,
): FindingWord {
  if (counts.VIOLATION_COMMISSION + counts.VIOLATION_OMISSION > 0) return 'VIOLATIONS_FOUND';
  if (counts.PENDING + counts.DISPUTED > 0) return 'QUESTIONS_RAISED';
  if (!basis.adequate) return 'UNABLE_TO_CONCLUDE';
  return basis.broad ? 'NO_INDICATION_BROAD' : 'NO_INDICATION_LIMITED';
}

function periodFor(question: StandingQuestion, party: string): Period | null {
  const { pact, setting, period } = question;
  const span = inForceFor(pact, party, setting.assumedFrom ?? assumedFrom(pact));
  if (span === null) return null;
  const from = Math.max(span.from, period?.from ?? -Infinity);
  const to = Math.min(span.end - 1, setting.asOf, period?.to ?? Infinity);
  return to <= from ? null : { from, to };
}

const DAYS_A_YEAR = 365.25;

/** How one party stands. Findings are those of the period; the caller chooses them. */
export function standingOf(question: StandingQuestion, party: string): Standing {
  const { pact, findings, setting, counting, isSigned = () => false } = question;
  const { values } = setting.policy;
  const own = findings
    .filter(({ accused }) => accused !== null && partyOf(pact, accused)?.code === party)
    .map((finding) => countedAs(finding, counting, isSigned));
  const counted = onePerIncident(own, setting);
  const counts = countVerdicts(counted);
  const period = periodFor(question, party);
  const days = period === null ? 0 : (period.to + 1 - period.from) / DAY_MS;
  const years = days / DAYS_A_YEAR;
  const indexed = counted.map((finding) => ({ ...finding, inBand: inBand(finding) }));
  const band = days < values.minimumIndexDays ? null : complianceIndex(indexed, years, values);
  const basis = basisOf(question, party, period);
  return {
    party,
    mode: standingMode(pact, party),
    word: findingWord(counts, basis),
    index: band?.high ?? null,
    low: band?.low ?? null,
    high: band?.high ?? null,
    counts,
    counted,
    band,
    years,
    basis,
    distribution: poissonBinomial(
      counted.filter(({ verdict }) => isViolation(verdict)).map(({ b }) => b),
    ),
    period,
  };
}

/** How each party of a pact stands, in the order of its parties. Empty for a reference-only pact. */
export function standings(question: StandingQuestion): Standing[] {
  if (question.pact.referenceOnly) return [];
  return question.pact.parties.map(({ code }) => standingOf(question, code));
}

/** Cases in a standing that still wait for something: pending or disputed. */
export const openCases = (standing: Standing): Finding[] =>
  standing.counted.filter(({ verdict }) => isOpen(verdict));
