import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { INCIDENT_STATUSES } from '@/domain/incident';
import { LIST_ORDERS, LIST_SORTS } from '@/domain/incident-filter';
import { RECORD_STATES, type RecordState } from '@/domain/review/record-path';
import type { Tlp } from '@/domain/tlp';
import { CONDUCT, codesOf, OBJECTS } from '@/domain/vocabulary';

/** The parameters of the list of incidents, as in domain/incident-filter.ts, which the page asks first. */
export const listParsers = {
  q: parseAsString.withDefault(''),
  conduct: parseAsStringLiteral(codesOf(CONDUCT)),
  object: parseAsStringLiteral(codesOf(OBJECTS)),
  victim: parseAsString,
  accused: parseAsString,
  severity: parseAsInteger,
  status: parseAsStringLiteral(INCIDENT_STATUSES),
  review: parseAsStringLiteral(RECORD_STATES),
  sort: parseAsStringLiteral(LIST_SORTS).withDefault('started'),
  order: parseAsStringLiteral(LIST_ORDERS).withDefault('desc'),
  page: parseAsInteger.withDefault(1),
  size: parseAsInteger.withDefault(25),
};

export const listHref = createSerializer(listParsers);

/** One row of the list. */
export interface IncidentRow {
  readonly id: string;
  readonly title: string;
  readonly started: { readonly date: string; readonly precision: string };
  readonly disclosed: { readonly date: string; readonly precision: string } | null;
  readonly victims: readonly string[];
  readonly accused: readonly string[];
  readonly conduct: readonly string[];
  readonly severity: number;
  readonly status: string;
  readonly review: RecordState;
  readonly claims: number;
  readonly published: boolean;
  readonly tlp: Tlp;
}
