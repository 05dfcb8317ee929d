import type { Pact } from '@/domain/pact';
import { numberWords } from './clause-change';
import { SLIDERS } from './sliders';
import type { Change } from './variant';

/** A number moved, in words: "Days to act: 30 days → 60 days, clause c1". `base` has the numbers before. */
export function changeWords(
  base: Pick<Pact, 'clauses'>,
  { slider, clause, value }: Change,
): string {
  const one = SLIDERS[slider];
  const touched = base.clauses.filter(({ id }) => clause === null || id === clause);
  const before = [...new Set(touched.map(one.read))].filter((number) => number !== null);
  const from = before.map((number) => numberWords(one, number)).join(' or ');
  const where =
    base.clauses.length === 1 ? '' : clause === null ? ', every clause' : `, clause ${clause}`;
  return `${one.label}: ${from === '' ? '' : `${from} → `}${numberWords(one, value)}${where}`;
}
