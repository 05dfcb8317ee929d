import type { Credibility, Likelihood, Reliability } from './claim';
import type { DueDiligence } from './pact';

/** The numbers of the method that no source validates: our own choices, dated, cited, changeable. */
export interface PolicyValues {
  readonly likelihood: Readonly<Record<Likelihood, number>>;
  readonly reliability: Readonly<Record<Reliability, number>>;
  readonly credibility: Readonly<Record<Credibility, number>>;
  readonly claimTrustCap: number;
  readonly priorWeight: number;
  readonly partialShare: number;
  readonly weakEvidenceCap: number;
  readonly corroborationFloor: number;
  readonly rivalBelief: number;
  readonly conflictLimit: number;
  readonly admissionBelief: number;
  readonly objectionDays: number;
  readonly verificationDays: number;
  readonly unverifiedLevelCap: number;
  readonly acknowledgementLevel: number;
  readonly progressLevel: number;
  readonly requiredLevel: number;
  readonly requiredLevelGrave: number;
  readonly graveFromSeverity: number;
  readonly severityWeightBase: number;
  readonly indexScale: number;
  readonly minimumIndexDays: number;
  readonly selfDisclosedFactor: number;
  readonly mitigatedFactor: number;
  readonly mitigatingLevel: number;
  readonly obstructedFactor: number;
  readonly basisSourceClasses: number;
  readonly basisMonitoredShare: number;
  readonly basisAnsweredShare: number;
  readonly basisAnswerDays: number;
  readonly broadMonitoredShare: number;
  readonly standingHalfLifeMonths: number;
  readonly ratePriorShape: number;
  readonly defaultWindows: DueDiligence;
}

/** A policy value with what it is called and the section of method.md that sets it. */
export interface PolicyEntry<T> {
  readonly label: string;
  readonly reference: string;
  readonly value: T;
}

export type PolicyEntries = { readonly [K in keyof PolicyValues]: PolicyEntry<PolicyValues[K]> };

/** A named version of every policy value. Versions are added, never edited. */
export interface Policy {
  readonly version: string;
  readonly validFrom: string;
  readonly entries: PolicyEntries;
  readonly values: PolicyValues;
}

function valuesOf(entries: PolicyEntries): PolicyValues {
  const pairs = Object.entries(entries).map(([key, entry]) => [key, entry.value] as const);
  return Object.fromEntries(pairs) as unknown as PolicyValues;
}

/** A version of the policy from its entries. */
export function policyOf(version: string, validFrom: string, entries: PolicyEntries): Policy {
  return { version, validFrom, entries, values: valuesOf(entries) };
}

const entry = <T>(label: string, reference: string, value: T): PolicyEntry<T> => ({
  label,
  reference,
  value,
});

const entries: PolicyEntries = {
  likelihood: entry('Probability used for each estimative word', 'method 2.1', {
    almost_no_chance: 0.03,
    very_unlikely: 0.125,
    unlikely: 0.325,
    roughly_even_chance: 0.5,
    likely: 0.675,
    very_likely: 0.875,
    almost_certain: 0.97,
  }),
  reliability: entry('Trust in a source, by Admiralty letter', 'method 2.1', {
    A: 0.95,
    B: 0.75,
    C: 0.5,
    D: 0.25,
    E: 0,
    F: 0.25,
  }),
  credibility: entry('Credibility of the information, by Admiralty figure', 'method 2.1', {
    1: 0.9,
    2: 0.7,
    3: 0.5,
    4: 0.3,
    5: 0.1,
    6: 0.25,
  }),
  claimTrustCap: entry('Most that one claim can weigh (beta)', 'method 2.4', 0.95),
  priorWeight: entry('Weight of ignorance (W)', 'method 2.4', 2),
  partialShare: entry(
    'Share of a partly dependent claim that counts once (rho)',
    'method 2.4',
    0.5,
  ),
  weakEvidenceCap: entry(
    'Most that sources graded C to F add to one proposition',
    'method 2.4',
    1.9,
  ),
  corroborationFloor: entry('Evidence from which a cluster corroborates', 'method 2.4', 0.25),
  rivalBelief: entry(
    'Belief in another state from which a finding is contested',
    'method 2.4',
    0.25,
  ),
  conflictLimit: entry('Conflict from which a finding is contested (K)', 'method 2.4', 0.4),
  admissionBelief: entry('Least belief after an admission', 'method 2.4', 0.95),
  objectionDays: entry('Days an objection to link or state stays open', 'method 2.4', 30),
  verificationDays: entry('Days to verify a reported incident', 'dossier, verifyBy', 90),
  unverifiedLevelCap: entry('Most that an unverified response counts as', 'method 3', 3),
  acknowledgementLevel: entry('Response level that acknowledges receipt', 'method 3', 2),
  progressLevel: entry('Verified level that shows diligent progress', 'method 3', 3),
  requiredLevel: entry('Response level required', 'method 3', 4),
  requiredLevelGrave: entry(
    'Response level required if ongoing, recurring or grave',
    'method 3',
    5,
  ),
  graveFromSeverity: entry('Severity from which the higher level is required', 'method 3', 4),
  severityWeightBase: entry('Each step of severity multiplies the weight by', 'method 4', 2),
  indexScale: entry('Weighted violations a year that bring the index to 1/e', 'method 4', 8),
  minimumIndexDays: entry('Days in force below which no index is given', 'method 4', 30),
  selfDisclosedFactor: entry('Factor when the state disclosed it itself', 'method 4', 0.75),
  mitigatedFactor: entry('Factor when cured late, or arrests followed', 'method 4', 0.5),
  mitigatingLevel: entry('Response level after a commission that mitigates', 'method 4', 6),
  obstructedFactor: entry('Factor when evidence was obstructed', 'method 4', 1.25),
  basisSourceClasses: entry('Kinds of claimant an adequate basis needs', 'method 4', 3),
  basisMonitoredShare: entry('Share of the period that must be monitored', 'method 4', 0.5),
  basisAnsweredShare: entry('Share of notifications that must be answered', 'method 4', 0.5),
  basisAnswerDays: entry('Days within which an answer counts', 'method 4', 90),
  broadMonitoredShare: entry('Monitored share for the broad conclusion F1', 'method 4', 0.9),
  standingHalfLifeMonths: entry(
    'Half-life of a violation in the current standing, months',
    'method 4',
    24,
  ),
  ratePriorShape: entry('Shape of the Jeffreys prior for rates', 'method 4', 0.5),
  defaultWindows: entry('Due-diligence windows when a clause sets no others', 'method 3', {
    limbs: ['TERRITORY'],
    knowledge: 'actual_or_constructive',
    ackHours: 168,
    ackHoursUrgent: 48,
    actDays: 30,
    actDaysUrgent: 10,
    urgentFromSeverity: 4,
    maxExtensionFrac: 0.5,
    progressDays: 365,
    notifyDays: 30,
    constructiveLagDays: 14,
  }),
};

/** The first policy, in force since November 2026; later versions are kept in the database. */
export const POLICY_2026_11: Policy = policyOf('2026-11', '2026-11-01', entries);

/** Version of the engine that computed a finding; a change of any rule raises it. */
export const ENGINE_VERSION = '1.0.0';
