import { z } from 'zod';
import { parseParameters } from '@/domain/parameters';
import { MOST_QUERY } from '@/domain/permalink';
import { text } from '@/domain/text';
import { labSchema } from './address';

/** Longest name of a scenario. */
export const MOST_NAME = 120;

export const scenarioName = z.strictObject({ name: text(MOST_NAME) });

/** A scenario as it is sent: a name, and parameters that the lab itself would read. */
export const scenarioSchema = z.strictObject({
  name: text(MOST_NAME),
  query: z
    .string()
    .max(MOST_QUERY, `expected at most ${MOST_QUERY} characters`)
    .superRefine((query, context) => {
      const parsed = parseParameters(labSchema, new URLSearchParams(query));
      if (parsed.ok) return;
      for (const { path, message } of parsed.faults)
        context.addIssue({ code: 'custom', message: `${path}: ${message}` });
    }),
});
