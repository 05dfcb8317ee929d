import { z } from 'zod';
import { weighedClaimSchema } from './claim';
import { stateSchema } from './states';

/** Sets of claims to fuse; `note` and `expected` are for files of test vectors and are not read. */
export const fusionCasesSchema = z.strictObject({
  note: z.string().optional(),
  cases: z.array(
    z.strictObject({
      note: z.string().optional(),
      claims: z.array(weighedClaimSchema),
      joint: z.array(z.array(stateSchema).min(2, 'expected at least two states')).default([]),
      expected: z.unknown().optional(),
    }),
  ),
});
