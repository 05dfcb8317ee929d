import { z } from 'zod';
import { LIKELIHOODS, PROPOSITIONS } from './claim';
import { isBelowEven } from './estimative';
import { INCIDENT_STATUSES } from './incident';
import { BELOW_EVEN_ADVICE } from './logging-rules';
import { stateSchema } from './states';
import { text, webAddress } from './text';
import { TLP_MARKINGS } from './tlp';
import { BASES, CLAIMANT_TYPES, CONDUCT, codesOf, OBJECTS } from './vocabulary';
import { whenSchema } from './when';

/** "Unknown" is an answer of its own, never scored against anyone. */
export const UNKNOWN = 'unknown';
const stateOrUnknown = z.union([z.literal(UNKNOWN), stateSchema], {
  error: 'expected a state or "unknown"',
});

const once = <T extends z.ZodType<string>>(code: T, message: string) =>
  z
    .array(code)
    .min(1, message)
    .max(30, 'expected at most 30 codes')
    .refine((codes) => new Set(codes).size === codes.length, 'expected each code once');

/** Who says so, on what basis, how sure: the optional line of the quick log. */
const quickClaimSchema = z
  .strictObject({
    who: text(300),
    whoType: z.enum(codesOf(CLAIMANT_TYPES)),
    whoState: stateSchema.nullable().default(null),
    basis: z.enum(codesOf(BASES)),
    /** Linked to the state is the middle class and the normal case (method.md 2.2). */
    proposition: z.enum(PROPOSITIONS).exclude(['OTHER']).default('LINK'),
    likelihood: z.enum(LIKELIHOODS),
  })
  .superRefine((claim, context) => {
    if (isBelowEven(claim))
      context.addIssue({ code: 'custom', path: ['likelihood'], message: BELOW_EVEN_ADVICE });
  });

/**
 * The quick log: seven fields that tell what happened, and one optional line on who says who did it.
 * Marking, status and severity may be given; left out they take cautious values (`QUICK_DEFAULTS`).
 */
export const quickLogSchema = z
  .strictObject({
    title: text(300),
    conduct: once(z.enum(codesOf(CONDUCT)), 'expected what happened'),
    when: whenSchema,
    victimState: stateOrUnknown,
    objects: once(z.enum(codesOf(OBJECTS)), 'expected a target, or "unknown"'),
    linkedState: stateOrUnknown,
    sourceUrl: webAddress,
    claim: quickClaimSchema.optional(),
    victim: text(300).optional(),
    status: z.enum(INCIDENT_STATUSES).exclude(['retracted']).optional(),
    severity: z
      .int()
      .min(1, 'expected a severity from 1 to 5')
      .max(5, 'expected a severity from 1 to 5')
      .optional(),
    tlp: z.enum(TLP_MARKINGS).optional(),
  })
  .superRefine(({ linkedState, claim }, context) => {
    if (linkedState === UNKNOWN && claim !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['linkedState'],
        message: 'expected the state that the source names: who says so says it of a state',
      });
  });
export type QuickLog = z.infer<typeof quickLogSchema>;
/** As a form or a script gives it, before defaults. */
export type QuickLogInput = z.input<typeof quickLogSchema>;
