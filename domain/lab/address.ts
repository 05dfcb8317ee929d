import { z } from 'zod';
import { boundedDay, FIRST_PACT } from '@/domain/standing-filter';
import { slug } from '@/domain/text';
import { type Change, changesSchema, changesText } from './variant';

/** One side as an address has it: a pact, a version of it, numbers moved, an assumed entry into force. */
export interface SideAddress {
  readonly pact: string;
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

/** The parameters of one variant; those of a page or route are added to its shape. */
export const variantShape = {
  pact: slug,
  version: versionParameter.nullable().default(null),
  set: changesSchema.prefault(''),
  from: boundedDay.nullable().default(null),
  asOf: boundedDay.nullable().default(null),
};
export const variantSchema = z.strictObject(variantShape) satisfies z.ZodType<
  VariantAddress,
  unknown
>;

/** A variant in the lab, of a pact or of a draft of one. */
export interface LabAddress extends VariantAddress {
  /** Null: `pact` is what is looked at. */
  readonly draft: string | null;
}

/** The parameters of the lab, which opens with the first pact. */
export const labShape = {
  ...variantShape,
  pact: slug.default(FIRST_PACT),
  draft: z.uuid('expected the id of a draft').toLowerCase().nullable().default(null),
};
export const labSchema = z.strictObject(labShape) satisfies z.ZodType<LabAddress, unknown>;

/** The parameters of a side in a fixed order, without those that are as by default. */
export function sideParameters({ pact, version, set, from }: SideAddress): [string, string][] {
  const pairs: [string, string | null][] = [
    ['pact', pact],
    ['version', version === null ? null : `${version}`],
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
