import { SLIDER_IDS, SLIDERS, type SliderId } from '@/domain/lab/sliders';
import type { Clause } from '@/domain/pact';
import { type Bracket, bracketsIn, withWords } from './brackets';

/** What a draft keeps of a bracket: the number of the test it moves, and the option assumed meanwhile. */
export interface KeptAlternative {
  readonly clause: string;
  /** The bracket as it stands in the text. */
  readonly source: string;
  /** Null: it moves no number; absent: not said, so that one is proposed. */
  readonly slider?: SliderId | null | undefined;
  /** Place of the option that is assumed while it is open. */
  readonly chosen?: number | undefined;
}

/** A bracket of a clause that is still open. */
export interface Alternative extends Pick<Bracket, 'source' | 'options' | 'unit'> {
  readonly clause: string;
  readonly slider: SliderId | null;
  readonly chosen: number;
}

/** Whether every number of a bracket is one that the slider can take. */
function fits(slider: SliderId, numbers: readonly number[]): boolean {
  const { least, most, step } = SLIDERS[slider];
  return numbers.every(
    (value) => value >= least && value <= most && (step < 1 || Number.isInteger(value)),
  );
}

const UNITS: Readonly<Partial<Record<string, RegExp>>> = {
  days: /^(?:calendar |working )?days?\b/i,
  hours: /^hours?\b/i,
  clusters: /^(?:independent )?(?:clusters?|sources?|bodies)\b/i,
};

const unitFits = (slider: SliderId, unit: string): boolean => {
  const pattern = UNITS[SLIDERS[slider].unit];
  return pattern === undefined
    ? !Object.values(UNITS).some((other) => other?.test(unit))
    : pattern.test(unit);
};

/** The sliders that a bracket of numbers could move: of its unit, and of its range. */
export function slidersFor(
  { options, unit }: Pick<Bracket, 'options' | 'unit'>,
  clause: Clause,
): SliderId[] {
  if (unit === null) return [];
  const numbers = options.flatMap(({ number }) => (number === null ? [] : [number]));
  return SLIDER_IDS.filter(
    (slider) =>
      SLIDERS[slider].read(clause) !== null && unitFits(slider, unit) && fits(slider, numbers),
  );
}

/** The one that stands at one of the numbers now, the days to act before others; else null. */
function proposed(bracket: Bracket, clause: Clause): SliderId | null {
  const at = slidersFor(bracket, clause).filter((slider) =>
    bracket.options.some(({ number }) => number === SLIDERS[slider].read(clause)),
  );
  if (at.includes('actDays')) return 'actDays';
  return at.length === 1 ? (at[0] ?? null) : null;
}

/** The open brackets of a clause, each wording once, with what the draft keeps of them. */
export function alternativesOf(clause: Clause, kept: readonly KeptAlternative[]): Alternative[] {
  const seen = new Map(
    bracketsIn(clause.text).brackets.map((bracket) => [bracket.source, bracket]),
  );
  return [...seen.values()].map((bracket) => {
    const own = kept.find(
      ({ clause: id, source }) => id === clause.id && source === bracket.source,
    );
    const possible = slidersFor(bracket, clause);
    const wanted = own?.slider === undefined ? proposed(bracket, clause) : own.slider;
    const chosen = own?.chosen ?? 0;
    return {
      ...{ clause: clause.id, source: bracket.source, options: bracket.options },
      unit: bracket.unit,
      slider: wanted !== null && possible.includes(wanted) ? wanted : null,
      chosen: chosen < bracket.options.length ? chosen : 0,
    };
  });
}

/** A clause as it would be with one option: its number, where the bracket moves one. */
export function withOption(clause: Clause, alternative: Alternative, option: number): Clause {
  const number = alternative.options[option]?.number;
  return alternative.slider === null || number === null || number === undefined
    ? clause
    : SLIDERS[alternative.slider].write(clause, number);
}

/** A clause as it is tested while brackets are open: with the option of each that is assumed. */
export const asAssumed = (clause: Clause, kept: readonly KeptAlternative[]): Clause =>
  alternativesOf(clause, kept).reduce(
    (one, alternative) => withOption(one, alternative, alternative.chosen),
    clause,
  );

/** A clause in which one option stands for good, in words and number. */
export function withClosed(clause: Clause, alternative: Alternative, option: number): Clause {
  const words = alternative.options[option]?.words ?? '';
  const numbered = withOption(clause, alternative, option);
  return { ...numbered, text: withWords(clause.text, alternative.source, words) };
}
