import { z } from 'zod';
import { proposeGrade } from './codebook';
import { faultsOf } from './fault';
import { type Fields, isFields } from './revision-tree';
import { BASES, CLAIMANT_TYPES, codesOf } from './vocabulary';

const gradable = z.object({
  claimant: z.object({ type: z.enum(codesOf(CLAIMANT_TYPES)) }),
  basis: z.enum(codesOf(BASES)),
  admission: z.boolean().optional(),
});

/** Of a claim only the state and how sure are asked; the rest may still come. */
export function claimWithStandIns(entry: Fields, at: number): Fields {
  const known = gradable.safeParse(entry);
  const { reliability, credibility } = known.success
    ? proposeGrade({ ...known.data, claimantType: known.data.claimant.type })
    : { reliability: 'F', credibility: 6 };
  const id = typeof entry.id === 'string' ? entry.id : `c${at + 1}`;
  const claimant = isFields(entry.claimant) ? entry.claimant : {};
  return {
    ...{ id, cluster: id, proposition: 'LINK', basis: 'media', reliability, credibility },
    ...entry,
    claimant: { name: 'Not named yet', type: 'media', ...claimant },
    sources: ['s1'],
  };
}

export interface Entries<T> {
  readonly whole: T[];
  readonly unfinished: string[];
}

/** The entries of a list that are whole, and the fields that keep the others from being so. */
export function entriesOf<T>(
  schema: z.ZodType<T>,
  name: string,
  list: unknown,
  withStandIns: (entry: Fields, at: number) => Fields = (entry) => entry,
): Entries<T> {
  const whole: T[] = [];
  const unfinished: string[] = [];
  (Array.isArray(list) ? list : []).forEach((entry: unknown, at) => {
    const filled = withStandIns(isFields(entry) ? entry : {}, at);
    const parsed = schema.safeParse(filled);
    if (parsed.success) whole.push(parsed.data);
    else
      for (const { path } of faultsOf(parsed.error, filled))
        unfinished.push(`${name}[${at}].${path}`);
  });
  return { whole, unfinished: [...new Set(unfinished)] };
}
