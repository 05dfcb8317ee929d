import { z } from 'zod';
import { stepUpSchema } from '@/domain/step-up';

/** A code for a change to one's own step-up. */
export const codeBodySchema = z.strictObject({ code: stepUpSchema });
