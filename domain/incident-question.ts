import { z } from 'zod';
import { dayParameter } from './parameters';
import { stateSchema } from './states';
import { localId, slug } from './text';

/** What the page of one incident is asked in its address; null: nothing. */
export const incidentQuestionSchema = z.strictObject({
  pact: slug.nullable().default(null),
  clause: localId.nullable().default(null),
  accused: stateSchema.nullable().default(null),
  /** Assumed entry into force of that pact. */
  from: dayParameter.nullable().default(null),
  asOf: dayParameter.nullable().default(null),
  /** The revision that was just saved. */
  saved: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'expected the number of a revision')
    .transform(Number)
    .nullable()
    .default(null),
});
export type AskedIncident = z.infer<typeof incidentQuestionSchema>;
