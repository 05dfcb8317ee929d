import { z } from 'zod';
import { isCalendarDay, parseAsOf } from '@/domain/dates';
import { type Fault, faultsOf } from '@/domain/fault';
import { INCIDENT_STATUSES } from '@/domain/incident';
import { inAddress } from '@/domain/parameters';
import { RECORD_STATES } from '@/domain/review/record-path';
import { stateSchema } from '@/domain/states';
import { CONDUCT, codesOf, OBJECTS } from '@/domain/vocabulary';
import { INCIDENT_SORTS, type IncidentQuery } from '@/server/incident-search';

const many = <T extends z.ZodType>(item: T) => z.array(item).optional();
const whole = (least: number, most: number, what: string) =>
  z
    .array(z.string())
    .max(1, 'expected this parameter once')
    .transform(([value]) => Number(value))
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, what)
    .optional();
const one = <T extends z.ZodType>(item: T) =>
  z.tuple([item], 'expected this parameter once').optional();
const day = z.string().refine(isCalendarDay, 'expected a real calendar day, such as 2016-04-18');

/** The parameters of the list; lists may be given more than once and mean "any of these". */
const schema = z.strictObject({
  q: one(z.string().max(200, 'expected at most 200 characters')),
  conduct: many(z.enum(codesOf(CONDUCT))),
  object: many(z.enum(codesOf(OBJECTS))),
  victim: many(stateSchema),
  accused: many(stateSchema),
  status: many(z.enum(INCIDENT_STATUSES)),
  review: many(z.enum(RECORD_STATES)),
  severity: whole(1, 5, 'expected the least severity, from 1 to 5'),
  since: one(day),
  until: one(day),
  sort: one(z.enum(INCIDENT_SORTS)),
  order: one(z.enum(['asc', 'desc'])),
  page: whole(1, 1_000_000, 'expected a page from 1'),
  size: whole(1, 200, 'expected 1 to 200 rows'),
});

export type ParsedQuery =
  | { readonly ok: true; readonly query: IncidentQuery }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const startOfDay = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);

/** Reads the question from an address; an unknown parameter is a fault, so that a typing error is none too. */
export function parseQuery(parameters: URLSearchParams): ParsedQuery {
  const given = Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error, given).map(inAddress) };
  const { q, conduct, object, victim, accused, status, severity, since, until } = parsed.data;
  const { review, sort, order, page, size } = parsed.data;
  return {
    ok: true,
    query: {
      text: q?.[0],
      conduct,
      objects: object,
      victims: victim,
      accused,
      status,
      review,
      minSeverity: severity,
      from: since === undefined ? undefined : startOfDay(since[0]),
      to: until === undefined ? undefined : (parseAsOf(until[0]) ?? undefined),
      sort: sort?.[0],
      descending: order === undefined ? undefined : order[0] === 'desc',
      page,
      pageSize: size,
    },
  };
}
