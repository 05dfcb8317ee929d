import { z } from 'zod';

/** Why a request was refused (RFC 9457): a code for programs, a sentence for people. */
export const problemSchema = z.object({
  status: z.int(),
  title: z.string(),
  code: z.string(),
  detail: z.string(),
  /** What is wrong with the body, field by field. */
  faults: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        code: z.string().optional(),
        level: z.enum(['refused', 'warning']).optional(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof problemSchema>;
