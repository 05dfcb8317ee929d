import { UNKNOWN } from '@/domain/quick-log';
import { STATES } from '@/domain/states';
import type { Term } from '@/domain/vocabulary';
import type { Option } from './use-field';

/** A vocabulary as options, in its own order. */
export const optionsOf = (terms: Readonly<Record<string, Term>>): Option[] =>
  Object.entries(terms).map(([value, { label }]) => ({ value, label }));

/** Words on screen for codes. */
export const optionsFrom = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Every state by name. */
export const STATE_OPTIONS: readonly Option[] = optionsFrom(STATES).sort((one, two) =>
  one.label.localeCompare(two.label, 'en'),
);

export const UNKNOWN_OPTION: Option = { value: UNKNOWN, label: 'Unknown' };

/** Every state, and before them that it is not known. */
export const STATE_OR_UNKNOWN: readonly Option[] = [UNKNOWN_OPTION, ...STATE_OPTIONS];
