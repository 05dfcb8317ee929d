import { z } from 'zod';
import {
  namesOne,
  type VariantAddress,
  variantQuery,
  variantShape,
  withPact,
} from '@/domain/lab/address';
import { stateSchema } from '@/domain/states';
import { localId, slug } from '@/domain/text';
import type { Target, Want } from './trial';

/** Most findings that one search is for. */
export const MOST_FINDINGS = 40;
const LONGEST = 6000;

const targetSchema = z.tuple([slug, localId, stateSchema]);

/** `incident~clause~accused`, separated by commas. */
const targetsSchema = z
  .string()
  .max(LONGEST, `expected at most ${LONGEST} characters`)
  .transform((text, context): readonly Target[] => {
    const parts = [...new Set(text.split(',').filter((part) => part !== ''))];
    const fault = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (parts.length > MOST_FINDINGS) return fault(`expected at most ${MOST_FINDINGS} findings`);
    const read = parts.map((part) => targetSchema.safeParse(part.split('~')));
    const wrong = parts[read.findIndex(({ success }) => !success)];
    if (wrong !== undefined)
      return fault(
        `expected findings such as incident~clause~RU, separated by commas, found "${wrong.slice(0, 80)}"`,
      );
    return read.flatMap(({ data }) => {
      if (data === undefined) return [];
      const [incident, clause, accused] = data;
      return [{ incident, clause, accused }];
    });
  });

/** A variant to start from, what is wanted, and of which findings. */
export interface SmallestAddress extends VariantAddress {
  readonly want: Want;
  readonly findings: readonly Target[];
}

const shape = {
  ...variantShape,
  want: z.enum(['clear', 'catch']).default('clear'),
  findings: targetsSchema.prefault(''),
};

export const SMALLEST_NAMES: readonly string[] = Object.keys(shape);

/** The parameters of the page: findings may still be to be chosen, and the pact too. */
export const smallestPageSchema = z.strictObject(shape).transform(withPact);

/** The parameters of a search. */
export const smallestSchema = z
  .strictObject(shape)
  .superRefine(namesOne)
  .superRefine(({ findings }, context) => {
    if (findings.length === 0)
      context.addIssue({
        ...{ code: 'custom', path: ['findings'] },
        message: 'expected at least one finding, such as incident~clause~RU',
      });
  })
  .transform(withPact) satisfies z.ZodType<SmallestAddress, unknown>;

/** Findings as an address has them. */
export const findingsText = (findings: readonly Target[]): string =>
  findings.map(({ incident, clause, accused }) => `${incident}~${clause}~${accused}`).join(',');

/** A search as an address. */
export function smallestQuery({ want, findings, ...variant }: SmallestAddress): URLSearchParams {
  const query = variantQuery(variant);
  if (want !== 'clear') query.set('want', want);
  if (findings.length > 0) query.set('findings', findingsText(findings));
  return query;
}
