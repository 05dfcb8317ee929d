import { z } from 'zod';
import { FINDING_STATES, OUTCOME_STATES } from './finding-path';

const ids = z.array(z.string());
const grounds = z.enum(['employee_of_claimant', 'employee_of_victim', 'other']);
const position = z.enum(['uphold', 'dissent', 'none']);

/** Everybody who could sit on a finding and who came, as it stood when the votes were counted (`Roll`). */
export const rollSchema = z.strictObject({
  sides: z.strictObject({ accused: ids, complainant: ids }),
  delegates: z.array(z.strictObject({ id: z.string(), party: z.string() })),
  authors: ids,
  recusals: z.array(z.strictObject({ by: z.string(), ground: grounds })),
  convocations: z.array(
    z.strictObject({ at: z.number(), present: ids, chair: z.string().nullable() }),
  ),
});

/** What the votes gave (`CommissionDecision`). */
export const commissionDecisionSchema = z.strictObject({
  outcome: z.enum(OUTCOME_STATES),
  ground: z.enum([
    ...(['both_uphold', 'positions_differ', 'other_side_absent'] as const),
    ...(['nobody_upholds', 'no_position'] as const),
  ]),
  positions: z.strictObject({ accused: position.nullable(), complainant: position.nullable() }),
});

/** A decision with all that it was counted from, save the votes: who has these counts again. */
export const reckoningSchema = z.strictObject({
  session: z.string(),
  roll: rollSchema,
  decision: commissionDecisionSchema,
});
export type Reckoning = z.infer<typeof reckoningSchema>;

export const findingStateSchema = z.enum(FINDING_STATES);
