import { z } from 'zod';
import { INCIDENT_STATUSES } from './incident';
import { RECORD_STATES } from './review/record-path';
import { stateSchema } from './states';
import { CONDUCT, codesOf, OBJECTS } from './vocabulary';

export const LIST_SORTS = ['started', 'disclosed', 'severity', 'title'] as const;
export const LIST_ORDERS = ['desc', 'asc'] as const;
export const PAGE_SIZES = [25, 50, 100] as const;

const size = z
  .string()
  .transform(Number)
  .pipe(z.literal([...PAGE_SIZES], `expected ${PAGE_SIZES.slice(0, -1).join(', ')} or 100`));

/** Every parameter of the address of the list of incidents with its default; an unknown one is refused. */
export const incidentFilterSchema = z.strictObject({
  q: z.string().max(200, 'expected at most 200 characters').default(''),
  conduct: z.enum(codesOf(CONDUCT), 'expected a conduct code').nullable().default(null),
  object: z.enum(codesOf(OBJECTS), 'expected an object code').nullable().default(null),
  victim: stateSchema.nullable().default(null),
  accused: stateSchema.nullable().default(null),
  severity: z
    .string()
    .regex(/^[1-5]$/, 'expected the least severity, from 1 to 5')
    .transform(Number)
    .nullable()
    .default(null),
  status: z.enum(INCIDENT_STATUSES).nullable().default(null),
  review: z.enum(RECORD_STATES).nullable().default(null),
  sort: z.enum(LIST_SORTS).default('started'),
  order: z.enum(LIST_ORDERS).default('desc'),
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'expected a page from 1')
    .transform(Number)
    .default(1),
  size: size.default(PAGE_SIZES[0]),
});
export type IncidentFilter = z.infer<typeof incidentFilterSchema>;
