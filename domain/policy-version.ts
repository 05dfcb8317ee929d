import { z } from 'zod';
import { type Instant, startOf } from './dates';
import { dueDiligenceSchema } from './pact';
import { POLICY_2026_11, type Policy, type PolicyEntries, policyOf } from './policy';

const entry = <T extends z.ZodType>(value: T) =>
  z.object({ label: z.string(), reference: z.string(), value });
const figure = entry(z.number());
const share = z.number();

const entriesSchema = z.object({
  likelihood: entry(
    z.object({
      ...{ almost_no_chance: share, very_unlikely: share, unlikely: share },
      ...{ roughly_even_chance: share, likely: share, very_likely: share, almost_certain: share },
    }),
  ),
  reliability: entry(z.object({ A: share, B: share, C: share, D: share, E: share, F: share })),
  credibility: entry(z.object({ 1: share, 2: share, 3: share, 4: share, 5: share, 6: share })),
  ...{ claimTrustCap: figure, priorWeight: figure, partialShare: figure, weakEvidenceCap: figure },
  ...{ corroborationFloor: figure, rivalBelief: figure, conflictLimit: figure },
  ...{ admissionBelief: figure, objectionDays: figure, verificationDays: figure },
  ...{ unverifiedLevelCap: figure, acknowledgementLevel: figure, progressLevel: figure },
  ...{ requiredLevel: figure, requiredLevelGrave: figure, graveFromSeverity: figure },
  ...{ severityWeightBase: figure, indexScale: figure, minimumIndexDays: figure },
  ...{ selfDisclosedFactor: figure, mitigatedFactor: figure, mitigatingLevel: figure },
  ...{ obstructedFactor: figure, basisSourceClasses: figure, basisMonitoredShare: figure },
  ...{ basisAnsweredShare: figure, basisAnswerDays: figure, broadMonitoredShare: figure },
  ...{ standingHalfLifeMonths: figure, ratePriorShape: figure },
  defaultWindows: entry(dueDiligenceSchema),
});

/** The entries in a document; throws where it holds none. */
export const readEntries = (document: unknown): PolicyEntries => entriesSchema.parse(document);

/**
 * A version of the policy as it was kept. A value that did not exist when it was kept is the one of
 * the first version, under which it was reckoned then.
 */
export function readPolicy(version: string, validFrom: string, document: unknown): Policy {
  const kept = z.record(z.string(), z.unknown()).parse(document);
  return policyOf(version, validFrom, readEntries({ ...POLICY_2026_11.entries, ...kept }));
}

/** The first instant of a policy. */
export const inForceFrom = ({ validFrom }: Policy): Instant =>
  startOf({ date: validFrom, precision: 'day' });

/**
 * The policy of an instant: of those in force by then the latest; before the first, the first, as
 * history that came in later counts as known before. `policies` stand in the order in which they
 * came into force, and of one day in the order in which they were confirmed.
 */
export function policyAt(policies: readonly Policy[], at: Instant): Policy {
  return policies.findLast((policy) => inForceFrom(policy) <= at) ?? policies[0] ?? POLICY_2026_11;
}
