import { z } from 'zod';
import type { Incident } from '@/domain/incident';
import { localId, text } from '@/domain/text';
import {
  type Codes,
  codesOfRecord,
  conductCodesSchema,
  differences,
  gradeSchema,
  objectCodesSchema,
  severityCodeSchema,
} from './coding';

const reason = text(2000);

/** How one difference was settled: the value that shall stand, and why. */
export const resolutionSchema = z.discriminatedUnion('variable', [
  z.strictObject({ variable: z.literal('conduct'), value: conductCodesSchema, reason }),
  z.strictObject({ variable: z.literal('objects'), value: objectCodesSchema, reason }),
  z.strictObject({ variable: z.literal('severity'), value: severityCodeSchema, reason }),
  z.strictObject({ variable: z.literal('grade'), claim: localId, value: gradeSchema, reason }),
]);
export type Resolution = z.infer<typeof resolutionSchema>;

export const reconciliationSchema = z.strictObject({
  resolutions: z.array(resolutionSchema).max(1100, 'expected at most 1100 resolutions'),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** The variable a resolution settles, as `differences` names it. */
export const settledBy = (resolution: Resolution): string =>
  resolution.variable === 'grade' ? `grade:${resolution.claim}` : resolution.variable;

export type Reconciled =
  | { readonly ok: true; readonly codes: Codes }
  | {
      readonly ok: false;
      /** Differences that nobody settled. */
      readonly missing: readonly string[];
      /** Settled though the two agree on it. */
      readonly needless: readonly string[];
      /** Settled more than once. */
      readonly repeated: readonly string[];
    };

function settled(codes: Codes, resolution: Resolution): Codes {
  if (resolution.variable !== 'grade') return { ...codes, [resolution.variable]: resolution.value };
  const { claim, value } = resolution;
  const others = codes.grades.filter((grade) => grade.claim !== claim);
  return { ...codes, grades: [...others, { claim, ...value }] };
}

/**
 * The codes two analysts end with: what they agree on, and for every difference the value that was
 * settled with a reason. Refused where a difference is left, or something else was settled. Any value
 * may be settled on, not only one of the two.
 */
export function reconciled(
  first: Codes,
  second: Codes,
  resolutions: readonly Resolution[],
): Reconciled {
  const open = differences(first, second).map(({ variable }) => variable);
  const names = resolutions.map(settledBy);
  const missing = open.filter((variable) => !names.includes(variable));
  const needless = names.filter((variable) => !open.includes(variable));
  const repeated = names.filter((variable, at) => names.indexOf(variable) !== at);
  if (missing.length + needless.length + repeated.length > 0)
    return { ok: false, missing, needless, repeated };
  return { ok: true, codes: resolutions.reduce(settled, first) };
}

/**
 * The incident with reconciled codes, as its next revision; the same object where nothing differs.
 * Grades of claims it does not have are left out.
 */
export function withCodes(incident: Incident, codes: Codes): Incident {
  const { conduct, objects, severity } = codes;
  const grades = new Map(codes.grades.map((grade) => [grade.claim, grade]));
  const claims = incident.claims.map((claim) => {
    const grade = grades.get(claim.id);
    if (grade === undefined) return claim;
    const { reliability, credibility } = grade;
    return { ...claim, reliability, credibility };
  });
  const coded = { ...incident, conduct, objects, severity, claims };
  return differences(codesOfRecord(incident), codesOfRecord(coded)).length === 0 ? incident : coded;
}
