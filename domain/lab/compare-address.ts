import { z } from 'zod';
import { boundedDay } from '@/domain/standing-filter';
import { slug } from '@/domain/text';
import {
  draftParameter,
  namesOne,
  type SideAddress,
  sideParameters,
  variantShape,
  versionParameter,
  withPact,
} from './address';
import { changesSchema } from './variant';

/** Two sides and the day they are asked about. */
export interface CompareAddress {
  readonly a: SideAddress;
  readonly b: SideAddress;
  /** Null: today. */
  readonly asOf: string | null;
}

/** The parameters of two sides, those of the second with a `b` before them; without `bPact` or `bDraft` it is of what the first is of. */
const shape = {
  ...variantShape,
  bPact: slug.nullable().default(null),
  bDraft: draftParameter.nullable().default(null),
  bVersion: versionParameter.nullable().default(null),
  bSet: changesSchema.prefault(''),
  bFrom: boundedDay.nullable().default(null),
};

export const COMPARE_NAMES: readonly string[] = Object.keys(shape);

interface Parameters extends SideAddress {
  readonly asOf: string | null;
  readonly bPact: string | null;
  readonly bDraft: string | null;
  readonly bVersion: number | null;
  readonly bSet: SideAddress['set'];
  readonly bFrom: string | null;
}

/** Two sides out of their parameters. */
export const sidesOf = ({ pact, draft, bPact, bDraft, ...asked }: Parameters): CompareAddress => ({
  a: { ...{ pact, draft, version: asked.version }, ...{ set: asked.set, from: asked.from } },
  b: {
    ...{ pact: bPact ?? pact, draft: bDraft ?? (bPact === null ? draft : null) },
    ...{ version: asked.bVersion, set: asked.bSet, from: asked.bFrom },
  },
  asOf: asked.asOf,
});

export const compareSchema = z
  .strictObject(shape)
  .superRefine(namesOne)
  .transform((asked) => sidesOf(withPact(asked)));

/** The same for a page that may be opened without any. */
export const compareFirst = z.strictObject(shape).transform((asked) => sidesOf(withPact(asked)));

const ofB = (name: string): string => `b${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

/** A comparison as an address: one comparison has one address. */
export const compareQuery = ({ a, b, asOf }: CompareAddress): URLSearchParams =>
  new URLSearchParams([
    ...sideParameters(a),
    ...sideParameters(b).map(([name, value]): [string, string] => [ofB(name), value]),
    ...(asOf === null ? [] : [['asOf', asOf] as [string, string]]),
  ]);

/** The same, sides exchanged. */
export const exchangedSides = ({ a, b, asOf }: CompareAddress): CompareAddress => ({
  ...{ a: b, b: a },
  asOf,
});
