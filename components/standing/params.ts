import {
  createParser,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { BIN_SIZES, type StandingFilter } from '@/domain/standing-view';

const COUNTING = ['computed', 'signed'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const day = createParser({
  parse: (text) => (DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
  serialize: (value: string) => value,
});

/** The filter as it stands in the address; names and defaults are those of domain/standing-filter.ts (tested equal). */
export const filterParsers = {
  pact: parseAsString.withDefault('anti-doxing-2017'),
  from: day,
  asOf: day,
  since: day,
  until: day,
  party: parseAsString,
  clause: parseAsString,
  conduct: parseAsString,
  minSeverity: parseAsInteger,
  by: parseAsStringLiteral(BIN_SIZES).withDefault('year'),
  counting: parseAsStringLiteral(COUNTING).withDefault('computed'),
};

/** What is open beside the page: the section and what was asked there, and the finding asked about. */
export const openParsers = { open: parseAsString, why: parseAsString };

const serialize = createSerializer(filterParsers);

/** The query string of a filter, without the question mark: the key of its data and its address. */
export function filterQuery(filter: StandingFilter): string {
  return serialize('', filter).replace(/^\?/, '');
}

type Parsed = inferParserType<typeof filterParsers>;

/** Nothing left out: the filter of a pact with everything else at its default. */
export function untouched(pact: string): Parsed {
  return {
    pact,
    from: null,
    asOf: null,
    since: null,
    until: null,
    party: null,
    clause: null,
    conduct: null,
    minSeverity: null,
    by: 'year',
    counting: 'computed',
  };
}
