import type { Pact } from '@/domain/pact';
import { numberWords } from './clause-change';
import { SLIDERS, type SliderId } from './sliders';
import type { Change } from './variant';

/** A value of a slider in words: "60 days", "0.60", "25 %". */
export const valueWords = (slider: SliderId, value: number): string =>
  numberWords(SLIDERS[slider], value);

/** The numbers that the text of a pact has for a slider, in one clause or in all; each once, the least first. */
export function ownValues(
  pact: Pick<Pact, 'clauses'>,
  slider: SliderId,
  clause: string | null,
): number[] {
  const values = pact.clauses
    .filter(({ id }) => clause === null || id === clause)
    .flatMap((one) => SLIDERS[slider].read(one) ?? []);
  return [...new Set(values)].sort((one, two) => one - two);
}

/** Those numbers in words: "30 days", or "30 days to 60 days" where clauses differ. */
export function ownWords(pact: Pact, slider: SliderId, clause: string | null): string {
  const values = ownValues(pact, slider, clause);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return 'no such number';
  const least = valueWords(slider, first);
  return first === last ? least : `${least} to ${valueWords(slider, last)}`;
}

/** A number moved, in words: "Days to act: 30 days → 60 days, clause c1". `base` has the numbers before. */
export function changeWords(
  base: Pick<Pact, 'clauses'>,
  { slider, clause, value }: Change,
): string {
  const one = SLIDERS[slider];
  const from = ownValues(base, slider, clause)
    .map((number) => valueWords(slider, number))
    .join(' or ');
  const where =
    base.clauses.length === 1 ? '' : clause === null ? ', every clause' : `, clause ${clause}`;
  return `${one.label}: ${from === '' ? '' : `${from} → `}${valueWords(slider, value)}${where}`;
}
