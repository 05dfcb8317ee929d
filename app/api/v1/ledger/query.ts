import { z } from 'zod';
import { isCalendarDay } from '@/domain/dates';
import { type Fault, faultsOf } from '@/domain/fault';

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const whole = (most: number, what: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,9}$/, what)
    .transform(Number)
    .refine((value) => value <= most, what);

/** A number of an entry, or of entries: from 1. */
export const entryNumber = whole(2_147_483_647, 'expected the number of an entry, from 1');
const treeSize = whole(2_147_483_647, 'expected a number of entries, from 1');
const day = z.string().refine(isCalendarDay, 'expected a real calendar day, such as 2026-11-22');
const words = z.string().min(1, 'expected words').max(200, 'expected at most 200 characters');

const entries = z.strictObject({
  type: words.optional(),
  subject: words.optional(),
  before: entryNumber.optional(),
  size: whole(200, 'expected 1 to 200 rows').optional(),
});

const roots = z.strictObject({
  day: day.optional(),
  before: day.optional(),
  size: whole(400, 'expected 1 to 400 rows').optional(),
});

const inclusion = z.strictObject({ entry: entryNumber, size: treeSize.optional() });
const consistency = z.strictObject({ from: treeSize, to: treeSize.optional() });

const fault = (path: string, message: string) => ({
  ...{ ok: false as const, faults: [{ path, record: null, message }] },
});

/** Reads a question from an address; an unknown or repeated parameter is a fault. */
function read<S extends z.ZodObject>(schema: S, parameters: URLSearchParams): Read<z.infer<S>> {
  const names = [...new Set(parameters.keys())];
  const stray = names.find((name) => !Object.hasOwn(schema.shape, name));
  if (stray !== undefined) return fault(stray.slice(0, 80), 'unknown parameter');
  const twice = names.find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) return fault(twice, 'expected this parameter once');
  const given = Object.fromEntries(parameters);
  const parsed = schema.safeParse(given);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: faultsOf(parsed.error, given) };
}

export const entriesAsked = (parameters: URLSearchParams) => read(entries, parameters);
export const rootsAsked = (parameters: URLSearchParams) => read(roots, parameters);

/** `entry` and perhaps `size`: that an entry is in; `from` and perhaps `to`: that nothing was rewritten. */
export const proofAsked = (parameters: URLSearchParams) =>
  parameters.has('from') || parameters.has('to')
    ? { kind: 'consistency' as const, asked: read(consistency, parameters) }
    : { kind: 'inclusion' as const, asked: read(inclusion, parameters) };
