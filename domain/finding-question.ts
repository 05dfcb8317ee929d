import { z } from 'zod';
import { dayParameter } from './parameters';
import { stateSchema } from './states';
import { localId, slug } from './text';

/** Which finding a reader wants explained; `accused` null: the case in which no state is accused. */
export const findingQuestionSchema = z.strictObject({
  pact: slug,
  incident: slug,
  clause: localId,
  accused: stateSchema.nullable().default(null),
  /** Null: today. */
  asOf: dayParameter.nullable().default(null),
  /** Assumed entry into force; null: the pact's own. */
  from: dayParameter.nullable().default(null),
});
export type FindingQuestion = z.infer<typeof findingQuestionSchema>;
