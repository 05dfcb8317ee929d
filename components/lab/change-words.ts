import { formatNumber, formatPercent } from '@/components/format';
import { SLIDERS, type SliderId } from '@/domain/lab/sliders';
import type { Change } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';

/** A value of a slider in words: "60 days", "0.60", "25 %". */
export function valueWords(slider: SliderId, value: number): string {
  const { unit } = SLIDERS[slider];
  switch (unit) {
    case 'belief':
      return formatNumber(value, 2);
    case 'share':
      return formatPercent(value);
    case 'days':
    case 'hours':
      return `${formatNumber(value)} ${value === 1 ? unit.slice(0, -1) : unit}`;
    case 'severity':
      return value > 5 ? 'never' : formatNumber(value);
    case 'clusters':
      return formatNumber(value);
  }
}

/** The numbers that the text of a pact has for a slider, in one clause or in all; each once, the least first. */
export function ownValues(pact: Pact, slider: SliderId, clause: string | null): number[] {
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

/** A number moved, in words: "Days to act: 30 days → 60 days". */
export function changeWords(pact: Pact, { slider, clause, value }: Change): string {
  const where = clause === null ? '' : ` (clause ${clause})`;
  return `${SLIDERS[slider].label}${where}: ${ownWords(pact, slider, clause)} → ${valueWords(slider, value)}`;
}
