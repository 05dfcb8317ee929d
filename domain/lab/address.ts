import { z } from 'zod';
import { boundedDay, FIRST_PACT } from '@/domain/standing-filter';
import { slug } from '@/domain/text';
import { type Change, changesSchema, changesText } from './variant';

/** One side as an address has it: a pact, a version of it or a draft, numbers moved, an assumed entry into force. */
export interface SideAddress {
  readonly pact: string;
  /** The draft that is looked at instead; null: `pact` is. */
  readonly draft: string | null;
  /** Null: the latest. */
  readonly version: number | null;
  readonly set: readonly Change[];
  /** Assumed entry into force (a calendar day); null: the pact's own. */
  readonly from: string | null;
}

/** A variant and the day it is asked about. */
export interface VariantAddress extends SideAddress {
  /** Null: today. */
  readonly asOf: string | null;
}

/** The number of a version in an address. */
export const versionParameter = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'expected the number of a version, from 1')
  .transform(Number);

/** The id of a draft of a pact in an address. */
export const draftParameter = z.uuid('expected the id of a draft').toLowerCase();

/** The parameters of one variant; those of a page or route are added to its shape. */
export const variantShape = {
  pact: slug.nullable().default(null),
  draft: draftParameter.nullable().default(null),
  version: versionParameter.nullable().default(null),
  set: changesSchema.prefault(''),
  from: boundedDay.nullable().default(null),
  asOf: boundedDay.nullable().default(null),
};

interface Named {
  readonly pact: string | null;
  readonly draft: string | null;
}

/** Refuses what names neither a pact nor a draft of one. */
export function namesOne({ pact, draft }: Named, context: z.RefinementCtx): void {
  if (pact === null && draft === null)
    context.addIssue({
      ...{ code: 'custom', path: ['pact'] },
      message: 'expected the id of a pact, or a draft',
    });
}

/** With the first pact where none is named. */
export const withPact = <T extends Named>(asked: T) => ({
  ...asked,
  pact: asked.pact ?? FIRST_PACT,
});

export const variantSchema = z
  .strictObject(variantShape)
  .superRefine(namesOne)
  .transform(withPact) satisfies z.ZodType<VariantAddress, unknown>;

/** The parameters of the lab, which opens with the first pact. */
export const labShape = { ...variantShape, pact: slug.default(FIRST_PACT) };
export const LAB_NAMES: readonly string[] = Object.keys(labShape);
export const labSchema = z.strictObject(labShape) satisfies z.ZodType<VariantAddress, unknown>;

/** The parameters of a side in a fixed order, without those that are as by default. */
export function sideParameters(side: SideAddress): [string, string][] {
  const { pact, draft, version, set, from } = side;
  const pairs: [string, string | null][] = [
    ['pact', draft === null ? pact : null],
    ['draft', draft],
    ['version', version === null || draft !== null ? null : `${version}`],
    ['set', changesText(set)],
    ['from', from],
  ];
  return pairs.flatMap(([name, value]): [string, string][] =>
    value === null || value === '' ? [] : [[name, value]],
  );
}

/** A variant as an address: one variant has one address. */
export const variantQuery = (variant: VariantAddress): URLSearchParams =>
  new URLSearchParams([
    ...sideParameters(variant),
    ...(variant.asOf === null ? [] : [['asOf', variant.asOf] as [string, string]]),
  ]);
