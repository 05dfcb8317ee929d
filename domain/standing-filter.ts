import { z } from 'zod';
import type { Fault } from './fault';
import { dayParameter, parseParameters } from './parameters';
import { BIN_SIZES, type StandingFilter } from './standing-view';
import { stateSchema } from './states';
import { localId, slug } from './text';
import { CONDUCT, codesOf } from './vocabulary';

/** The pact the standing page opens with. */
export const FIRST_PACT = 'anti-doxing-2017';

const YEARS = { first: '1900', last: '2100' } as const;
/** A day of an address: from the first to the last year that the pictures are drawn for, month by month. */
export const boundedDay = dayParameter.refine(
  (text) => text.slice(0, 4) >= YEARS.first && text.slice(0, 4) <= YEARS.last,
  `expected a day from ${YEARS.first} to ${YEARS.last}`,
);

/** Every parameter of the standing page's address with its default; an empty one is as good as absent. */
export const standingFilterSchema = z
  .strictObject({
    pact: slug.default(FIRST_PACT),
    from: boundedDay.nullable().default(null),
    asOf: boundedDay.nullable().default(null),
    since: boundedDay.nullable().default(null),
    until: boundedDay.nullable().default(null),
    party: stateSchema.nullable().default(null),
    clause: localId.nullable().default(null),
    conduct: z.enum(codesOf(CONDUCT), 'expected a conduct code').nullable().default(null),
    minSeverity: z
      .string()
      .regex(/^[1-5]$/, 'expected a severity from 1 to 5')
      .transform(Number)
      .nullable()
      .default(null),
    by: z.enum(BIN_SIZES).default('year'),
    counting: z.enum(['computed', 'signed']).default('computed'),
  })
  .superRefine(({ since, until }, context) => {
    if (since !== null && until !== null && since > until)
      context.addIssue({
        code: 'custom',
        path: ['until'],
        message: 'expected a day on or after `since`',
      });
  }) satisfies z.ZodType<StandingFilter, unknown>;

export type ParsedFilter =
  | { readonly ok: true; readonly filter: StandingFilter }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads a standing filter from an address. Refused: unknown parameters, one given twice, days that
 * are none, codes that no vocabulary has. Whether the pact, clause or party exists is not asked here.
 */
export function parseStandingFilter(parameters: URLSearchParams): ParsedFilter {
  const parsed = parseParameters(standingFilterSchema, parameters);
  return parsed.ok ? { ok: true, filter: parsed.value } : parsed;
}

/** The filter of an address without parameters. */
export const DEFAULT_FILTER: StandingFilter = standingFilterSchema.parse({});

/** The address of a filter: what differs from the default, in a fixed order, so that one filter has one address. */
export function standingQuery(filter: StandingFilter): URLSearchParams {
  const names = Object.keys(DEFAULT_FILTER) as (keyof StandingFilter)[];
  return new URLSearchParams(
    names.flatMap((name) => {
      const value = filter[name];
      return value === null || value === DEFAULT_FILTER[name] ? [] : [[name, `${value}`]];
    }),
  );
}
