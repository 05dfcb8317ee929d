import { z } from 'zod';
import { isCalendarDay } from './dates';
import { type Fault, faultsOf } from './fault';

/** A calendar day in an address. */
export const dayParameter = z.string().refine(isCalendarDay, {
  ...{ error: 'expected a real calendar day, such as 2016-04-18', abort: true },
});

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A fault of the whole question lies in the address, not in a file. */
export const inAddress = (fault: Fault): Fault =>
  fault.path === '(file)' ? { ...fault, path: '(address)' } : fault;

/**
 * Reads the parameters of an address; an empty one is as good as absent. Refused: what the schema
 * refuses, and a parameter given twice.
 */
export function parseParameters<T>(
  schema: z.ZodType<T, unknown>,
  parameters: URLSearchParams,
): Parsed<T> {
  const named = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (named.has(name))
      return {
        ok: false,
        faults: [{ path: name, record: null, message: 'expected this parameter once' }],
      };
    if (value !== '') named.set(name, value);
  }
  const given = Object.fromEntries(named);
  const parsed = schema.safeParse(given);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: faultsOf(parsed.error, given).map(inAddress) };
}
