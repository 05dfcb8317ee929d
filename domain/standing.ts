import { assumedFrom, inForceFor, partyOf, type StandingMode, standingMode } from './bound';
import {
  type ExpectedViolations,
  expectedViolations,
  type IndexBand,
  indexBand,
  isOpen,
  isViolation,
  severityWeight,
  sumInAnyOrder,
} from './compliance-index';
import { DAY_MS, type Instant } from './dates';
import type { Monitoring } from './dossier';
import type { Finding, Setting } from './finding';
import type { Incident } from './incident';
import { basesFrom, type MonitoringBasis, type Watched, watchedIn } from './monitoring';
import type { Pact } from './pact';
import { poissonBinomial } from './poisson-binomial';
import type { PolicyValues } from './policy';
import type { PredicateWord } from './predicates';
import { type RuleId, VERDICT_RANK, type Verdict } from './verdict';
import { countVerdicts } from './verdict-counts';

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

/** What a standing reads of a finding; both speeds of the engine give it. */
export interface StandingFinding {
  readonly incident: string;
  readonly accused: string | null;
  readonly verdict: Verdict;
  readonly rule: RuleId;
  readonly link: { readonly predicate: PredicateWord };
  readonly severity: number;
  readonly b: number;
  readonly u: number;
  readonly m: number;
}

/** How one party stands under a pact in a period, without the findings that make it so. */
export interface StandingSummary {
  readonly party: string;
  readonly mode: StandingMode;
  readonly word: FindingWord;
  /** Index 0 to 100, unrounded; null with less than 30 days in force. The point is `high`. */
  readonly index: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** One finding per incident and accused, the gravest. */
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly band: IndexBand | null;
  readonly years: number;
  readonly basis: MonitoringBasis;
  readonly period: Period | null;
}

/** How one party stands under a pact in a period. */
export interface Standing extends StandingSummary {
  readonly counted: readonly Finding[];
  /** P(0), P(1), ... violations, from the beliefs. */
  readonly distribution: readonly number[];
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
  /** The verdict a finding was published with; nothing is signed where absent. */
  readonly signedAs?: SignedAs<Finding> | undefined;
}

/** The verdict with which a commission published a finding as it stands; null where nobody signed it. */
export type SignedAs<F> = (finding: F) => Verdict | null;

/**
 * Counts a violation, in mode `signed`, as what it was published with (method.md 6: it may be DISPUTED),
 * and as pending where nobody signed it (method.md 4).
 */
export function countedAs<F extends StandingFinding>(
  finding: F,
  counting: CountingMode,
  signedAs: SignedAs<F>,
): F {
  if (counting === 'computed' || !isViolation(finding.verdict)) return finding;
  const verdict = signedAs(finding) ?? 'PENDING';
  return verdict === finding.verdict ? finding : { ...finding, verdict, m: 1 };
}

/** The graver of two findings; of equals the larger p*w*m, else the first (method.md 4). */
function graver<F extends StandingFinding>(one: F, two: F, { policy }: Pick<Setting, 'policy'>): F {
  const step = VERDICT_RANK[one.verdict] - VERDICT_RANK[two.verdict];
  if (step !== 0) return step > 0 ? two : one;
  const weight = ({ b, severity, m }: F): number => b * m * severityWeight(severity, policy.values);
  return weight(two) > weight(one) ? two : one;
}

/** The gravest finding; among equals the largest p*w*m (method.md 4). */
export function gravest<F extends StandingFinding>(
  findings: readonly F[],
  setting: Pick<Setting, 'policy'>,
): F {
  const [first, ...rest] = findings;
  if (first === undefined) throw new Error('no finding to choose from');
  return rest.reduce((best, next) => graver(best, next, setting), first);
}

const caseOf = ({ incident, accused }: StandingFinding): string => `${incident} ${accused ?? ''}`;

/** One finding per incident and accused: the gravest over the clauses. `keyOf` may name a case shorter. */
export function onePerIncident<F extends StandingFinding>(
  findings: readonly F[],
  setting: Pick<Setting, 'policy'>,
  keyOf: (finding: F) => string | number = caseOf,
): F[] {
  const best = new Map<string | number, F>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const held = best.get(key);
    best.set(key, held === undefined ? finding : graver(held, finding, setting));
  }
  return [...best.values()];
}

/** A PENDING case for a missing fact counts in the band only where a link is met (method.md 3.1, R0). */
const inBand = ({ rule, link }: StandingFinding): boolean =>
  rule !== 'R0' || link.predicate === 'met';

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

/** The part of a period in which a pact binds a party, up to `asOf`; null where there is none. */
export function periodFor(
  { pact, setting, period }: Pick<StandingQuestion, 'pact' | 'setting' | 'period'>,
  party: string,
): Period | null {
  const span = inForceFor(pact, party, setting.assumedFrom ?? assumedFrom(pact));
  if (span === null) return null;
  const from = Math.max(span.from, period?.from ?? -Infinity);
  const to = Math.min(span.end - 1, setting.asOf, period?.to ?? Infinity);
  return to <= from ? null : { from, to };
}

const DAYS_A_YEAR = 365.25;

/** What is known of a party before its findings are weighed. */
export interface PartyPeriod {
  readonly party: string;
  readonly period: Period | null;
  readonly basis: MonitoringBasis;
}

/** What the findings of a party add up to. */
export interface PartySums extends ExpectedViolations {
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Beliefs of the violations: their sum, and the chance that none of them was one. */
  readonly expected: number;
  readonly none: number;
}

/** Adds up counted findings, one per incident and accused. */
export function partySums(counted: readonly StandingFinding[], policy: PolicyValues): PartySums {
  // Nothing else enters the index.
  const indexed = counted
    .filter(({ verdict }) => isViolation(verdict) || isOpen(verdict))
    .map((finding) => {
      const { verdict, b, u, severity, m } = finding;
      return { verdict, b, u, severity, m, inBand: inBand(finding) };
    });
  const beliefs = violationBeliefs(counted);
  return {
    counts: countVerdicts(counted),
    ...expectedViolations(indexed, policy),
    expected: sumInAnyOrder(beliefs),
    none: beliefs.reduce((none, b) => none * (1 - b), 1),
  };
}

/** The standing that the sums of its findings give a party. */
export function summarise(
  sums: PartySums,
  { party, period, basis }: PartyPeriod,
  { pact, setting }: Pick<StandingQuestion, 'pact' | 'setting'>,
): StandingSummary {
  const { values } = setting.policy;
  const { counts } = sums;
  const days = period === null ? 0 : (period.to + 1 - period.from) / DAY_MS;
  const years = days / DAYS_A_YEAR;
  const band = days < values.minimumIndexDays ? null : indexBand(sums, years, values);
  return {
    party,
    mode: standingMode(pact, party),
    word: findingWord(counts, basis),
    index: band?.high ?? null,
    low: band?.low ?? null,
    high: band?.high ?? null,
    counts,
    band,
    years,
    basis,
    period,
  };
}

/** Beliefs of the violations among counted findings, rising: what the count distribution is made of. */
export const violationBeliefs = (counted: readonly StandingFinding[]): number[] =>
  counted
    .filter(({ verdict }) => isViolation(verdict))
    .map(({ b }) => b)
    .sort((one, two) => one - two);

/** How one party stands. Findings are those of the period; the caller chooses them. */
export function standingOf(
  question: StandingQuestion,
  party: string,
  watched: readonly Watched[] = watchedIn(question.incidents, question.setting),
): Standing {
  const { pact, findings, setting, counting, signedAs = () => null } = question;
  const own = findings
    .filter(({ accused }) => accused !== null && partyOf(pact, accused)?.code === party)
    .map((finding) => countedAs(finding, counting, signedAs));
  const counted = onePerIncident(own, setting);
  const period = periodFor(question, party);
  const basis = basesFrom(question, watched)(party, period);
  return {
    ...summarise(partySums(counted, setting.policy.values), { party, period, basis }, question),
    counted,
    distribution: poissonBinomial(violationBeliefs(counted)),
  };
}

/** How each party of a pact stands, in the order of its parties. Empty for a reference-only pact. */
export function standings(question: StandingQuestion): Standing[] {
  if (question.pact.referenceOnly) return [];
  const watched = watchedIn(question.incidents, question.setting);
  return question.pact.parties.map(({ code }) => standingOf(question, code, watched));
}

/** Cases in a standing that still wait for something: pending or disputed. */
export const openCases = (standing: Standing): Finding[] =>
  standing.counted.filter(({ verdict }) => isOpen(verdict));
