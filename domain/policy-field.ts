import type { Policy, PolicyEntry, PolicyValues } from './policy';

/** What a policy value is measured in, and within what it may be set. */
interface Range {
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  /** Whole numbers only. */
  readonly whole: boolean;
}

const range = (unit: string, least: number, most: number, whole = false): Range => ({
  ...{ unit, least, most, whole },
});
const SHARE = range('share', 0, 1);
const BELIEF = range('belief', 0, 1);
const LEVEL = range('level of the response ladder', 0, 8, true);
const days = (most: number, least = 0) => range('days', least, most, true);

/**
 * The ranges of every value a change may touch: our own choices [D] of method.md sections 2 to 4.
 * Windows of due diligence are left out, since each clause carries its own.
 */
const RANGES: Readonly<Record<Exclude<keyof PolicyValues, 'defaultWindows'>, Range>> = {
  likelihood: range('probability', 0, 1),
  reliability: SHARE,
  credibility: SHARE,
  claimTrustCap: range('share', 0, 0.99),
  priorWeight: range('units of evidence', 0.1, 20),
  partialShare: SHARE,
  weakEvidenceCap: range('units of evidence', 0, 20),
  corroborationFloor: range('units of evidence', 0.01, 20),
  rivalBelief: BELIEF,
  conflictLimit: BELIEF,
  admissionBelief: BELIEF,
  objectionDays: days(365),
  verificationDays: days(3650, 1),
  unverifiedLevelCap: LEVEL,
  acknowledgementLevel: LEVEL,
  progressLevel: LEVEL,
  requiredLevel: LEVEL,
  requiredLevelGrave: LEVEL,
  graveFromSeverity: range('severity, 6 meaning never', 1, 6, true),
  severityWeightBase: range('factor', 1, 10),
  indexScale: range('weighted violations a year', 0.1, 1000),
  minimumIndexDays: days(3650, 1),
  selfDisclosedFactor: range('factor', 0.1, 1),
  mitigatedFactor: range('factor', 0.1, 1),
  mitigatingLevel: LEVEL,
  obstructedFactor: range('factor', 1, 10),
  basisSourceClasses: range('kinds of claimant', 1, 8, true),
  basisMonitoredShare: SHARE,
  basisAnsweredShare: SHARE,
  basisAnswerDays: days(3650, 1),
  broadMonitoredShare: SHARE,
  standingHalfLifeMonths: range('months', 1, 600),
  ratePriorShape: range('shape', 0.01, 10),
};

/** One number of the policy. */
export interface PolicyField extends Range {
  /** Such as `objectionDays` or `likelihood.likely`. */
  readonly path: string;
  readonly label: string;
  /** Which of several, such as `likely`; null where the value is one number. */
  readonly part: string | null;
  readonly reference: string;
  readonly value: number;
}

const isRanged = (key: string): key is keyof typeof RANGES => Object.hasOwn(RANGES, key);

function fieldsOf(key: keyof typeof RANGES, entry: PolicyEntry<unknown>): PolicyField[] {
  const { label, reference, value } = entry;
  const about = { ...RANGES[key], label, reference };
  if (typeof value === 'number') return [{ ...about, path: key, part: null, value }];
  return Object.entries(Object(value)).flatMap(([part, own]) =>
    typeof own === 'number' ? [{ ...about, path: `${key}.${part}`, part, value: own }] : [],
  );
}

/** Every number of a policy that a change may touch, in the order of the policy. */
export function policyFields(policy: Policy): PolicyField[] {
  return Object.entries<PolicyEntry<unknown>>(policy.entries).flatMap(([key, entry]) =>
    isRanged(key) ? fieldsOf(key, entry) : [],
  );
}
