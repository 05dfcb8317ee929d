import { formatDated, UNKNOWN } from '@/components/format';
import {
  CHANNEL_WORDS,
  CLAIM_STATUS_WORDS,
  DEPENDENCE_WORDS,
  INTENT_WORDS,
  LIKELIHOOD_WORDS,
  PROPOSITION_WORDS,
  STATUS_WORDS,
} from '@/components/incident/words';
import { datedSchema } from '@/domain/dates';
import { STATES } from '@/domain/states';
import { BASES, CLAIMANT_TYPES, CONDUCT, OBJECTS } from '@/domain/vocabulary';

const labels = (terms: Readonly<Record<string, { readonly label: string }>>) =>
  Object.fromEntries(Object.entries(terms).map(([code, { label }]) => [code, label]));

const STATE_FIELDS = /(?:^|\.)(?:accused|state|by|to|onBehalfOf|selfDisclosedBy|victimStates)$/;

/** Which words a field's codes stand for. */
const WORDS_OF: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [STATE_FIELDS, STATES],
  [/^conduct$/, labels(CONDUCT)],
  [/^objects$/, labels(OBJECTS)],
  [/^intent$/, INTENT_WORDS],
  [/^status$/, STATUS_WORDS],
  [/\.status$/, CLAIM_STATUS_WORDS],
  [/\.proposition$/, PROPOSITION_WORDS],
  [/\.likelihood$/, LIKELIHOOD_WORDS],
  [/\.dependence$/, DEPENDENCE_WORDS],
  [/\.basis$/, labels(BASES)],
  [/\.type$/, labels(CLAIMANT_TYPES)],
  [/\.channel$/, CHANNEL_WORDS],
];

/** The name by which an entry of a list is known in one line. */
function entryWords(value: object): string {
  const fields = Object.entries(value)
    .filter(([key, part]) => key !== 'id' && part !== null && part !== '')
    .map(([key, part]) => {
      const said = valueWords(`.${key}`, part);
      return said === 'none' || said === 'no' ? '' : said;
    })
    .filter((said) => said !== '');
  return fields.join(' · ');
}

/** A value of a record as a person reads it: dates, states and codes in words, nothing as "none". */
export function valueWords(path: string, value: unknown): string {
  if (value === undefined || value === '') return 'none';
  if (value === null) return UNKNOWN;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((one) => valueWords(path, one)).join(', ');
  if (typeof value === 'object') {
    const dated = datedSchema.safeParse(value);
    return dated.success ? formatDated(dated.data) : entryWords(value);
  }
  const code = String(value);
  const words = WORDS_OF.find(([pattern]) => pattern.test(path))?.[1];
  return words?.[code] ?? code;
}
