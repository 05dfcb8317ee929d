import { z } from 'zod';
import { type Claim, credibilitySchema, RELIABILITIES } from '@/domain/claim';
import type { Incident } from '@/domain/incident';
import type { SubjectOf } from '@/domain/permission';
import { same } from '@/domain/revision-tree';
import { localId } from '@/domain/text';
import { CONDUCT, codesOf, OBJECTS } from '@/domain/vocabulary';

const set = <T>(item: z.ZodType<T>, what: string) =>
  z
    .array(item)
    .min(1, `expected at least one ${what}`)
    .max(100, 'expected at most 100 codes')
    .refine((list) => new Set(list).size === list.length, `expected each ${what} once`);

export const conductCodesSchema = set(z.enum(codesOf(CONDUCT)), 'conduct code');
export const objectCodesSchema = set(z.enum(codesOf(OBJECTS)), 'object code');
export const severityCodeSchema = z
  .int()
  .min(1, 'expected a severity from 1 to 5')
  .max(5, 'expected a severity from 1 to 5');
/** An Admiralty grade: how far the source is trusted, how credible what it says is. */
export const gradeSchema = z.strictObject({
  reliability: z.enum(RELIABILITIES),
  credibility: credibilitySchema,
});
export type Grade = z.infer<typeof gradeSchema>;

/** What one analyst makes of an incident: the variables that are coded twice (method.md 4, (g)). */
export const codesSchema = z.strictObject({
  conduct: conductCodesSchema,
  objects: objectCodesSchema,
  severity: severityCodeSchema,
  /** One for every claim that is graded. */
  grades: z
    .array(z.strictObject({ claim: localId, ...gradeSchema.shape }))
    .max(1000, 'expected at most 1000 grades')
    .refine(
      (grades) => new Set(grades.map(({ claim }) => claim)).size === grades.length,
      'expected each claim once',
    ),
});
export type Codes = z.infer<typeof codesSchema>;

/** The claims whose grades count: a retracted or superseded one is not graded again. */
export function gradedClaims<C extends Pick<Claim, 'status'>>({
  claims,
}: {
  readonly claims: readonly C[];
}): C[] {
  return claims.filter(({ status }) => status === 'live' || status === 'orphaned');
}

/** The first coding: the one the record came with. */
export function codesOfRecord(incident: Incident): Codes {
  const { conduct, objects, severity } = incident;
  const grades = gradedClaims(incident).map(({ id, reliability, credibility }) => ({
    ...{ claim: id, reliability, credibility },
  }));
  return { conduct: [...conduct], objects: [...objects], severity, grades };
}

/** Claims that a coding leaves out, or that the incident does not have. */
export function misfitOf(
  codes: Codes,
  incident: Incident,
): { missing: string[]; unknown: string[] } {
  const wanted = gradedClaims(incident).map(({ id }) => id);
  const given = codes.grades.map(({ claim }) => claim);
  return {
    missing: wanted.filter((id) => !given.includes(id)),
    unknown: given.filter((id) => !wanted.includes(id)),
  };
}

const sorted = (codes: readonly string[]): readonly string[] => [...codes].sort();
const gradeOf = ({ grades }: Codes, claim: string): Grade | null => {
  const held = grades.find((grade) => grade.claim === claim);
  return held === undefined
    ? null
    : { reliability: held.reliability, credibility: held.credibility };
};

/** A variable on which two analysts differ; `grade:c1` is the grade of claim c1. */
export interface Difference {
  readonly variable: string;
  readonly first: unknown;
  readonly second: unknown;
}

/** Variable by variable what differs. Sets of codes have no order; a claim only one graded counts as one. */
export function differences(first: Codes, second: Codes): Difference[] {
  const claims = [...first.grades, ...second.grades].map(({ claim }) => claim);
  const pairs: Difference[] = [
    ...(['conduct', 'objects'] as const).map((variable) => ({
      ...{ variable, first: sorted(first[variable]), second: sorted(second[variable]) },
    })),
    { variable: 'severity', first: first.severity, second: second.severity },
    ...[...new Set(claims)].map((claim) => ({
      ...{ variable: `grade:${claim}`, first: gradeOf(first, claim) },
      second: gradeOf(second, claim),
    })),
  ];
  return pairs.filter((pair) => !same(pair.first, pair.second));
}

/** An incident without any code that is to be given again, nor the note that argues for one. */
export type BlindIncident = Omit<
  Incident,
  'conduct' | 'objects' | 'severity' | 'severityNote' | 'claims'
> & { readonly claims: readonly Omit<Claim, 'reliability' | 'credibility'>[] };

/** What a blind coder may see of the incident they code. */
export function blindOf(incident: Incident): BlindIncident {
  const { conduct: _c, objects: _o, severity: _s, severityNote: _n, claims, ...rest } = incident;
  return {
    ...rest,
    claims: claims.map(({ reliability: _r, credibility: _i, ...claim }) => claim),
  };
}

/**
 * What a pending blind task hides: the codes of one analyst, for `may(actor, 'coding.read', …)`.
 * Whoever still has to hand in a coding reads no other, the record's own codes included; its author
 * reads it always, having made it.
 */
export function codingSubject(coding: {
  readonly authors: readonly string[];
  /** Those who took or were given the second coding. */
  readonly assigned: readonly string[];
  /** Those who handed theirs in. */
  readonly handedIn: readonly string[];
}): SubjectOf<'coding.read'> {
  const { authors, assigned, handedIn } = coding;
  return {
    ...{ kind: 'coding', authors },
    pendingFor: assigned.filter((id) => !handedIn.includes(id) && !authors.includes(id)),
  };
}
