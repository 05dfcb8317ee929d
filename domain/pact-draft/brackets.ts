/** One of the wordings between brackets. */
export interface BracketOption {
  /** `A`, `B`, … in the order of the bracket. */
  readonly name: string;
  /** What stands in the text once it is chosen; empty: the words are left out. */
  readonly words: string;
  /** The number it begins with; null: none. */
  readonly number: number | null;
}

/** Alternatives as negotiators write them: `[shall / should]`, `[30 / 60 days]`, `[publicly]`. */
export interface Bracket {
  /** Where it stands in the text, from `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
  /** The bracket as it was written: what it is known by within its clause. */
  readonly source: string;
  readonly options: readonly BracketOption[];
  /** The words after the numbers, where every option begins with one: `days`. */
  readonly unit: string | null;
}

/** A bracket that is none. */
export interface BracketFault {
  readonly at: number;
  readonly message: string;
}

export interface Bracketed {
  readonly brackets: readonly Bracket[];
  readonly faults: readonly BracketFault[];
}

const NUMBER = /^(\d{1,6}(?:\.\d{1,4})?)(?:\s+(\S.*)|)$/s;

/** Slashes with a blank beside them part the options; where there is none of these, every slash does. */
const partsOf = (inner: string): string[] =>
  inner.split(/\s\/|\/\s/.test(inner) ? /\s+\/\s*|\s*\/\s+/ : /\//).map((part) => part.trim());

function optionsOf(inner: string): Pick<Bracket, 'options' | 'unit'> {
  const parts = partsOf(inner);
  const worded = parts.length === 1 ? [...parts, ''] : parts;
  const numbered = worded.map((part) => NUMBER.exec(part));
  const unit = numbered.every((match) => match !== null)
    ? (numbered.map((match) => match?.[2]).findLast((rest) => rest !== undefined) ?? '')
    : null;
  const options = worded.map((part, at) => {
    const [, digits, rest] = unit === null ? [] : (numbered[at] ?? []);
    return {
      name: String.fromCharCode(65 + (at % 26)),
      words: digits !== undefined && rest === undefined ? `${digits} ${unit}`.trim() : part,
      number: digits === undefined ? null : Number(digits),
    };
  });
  return { options, unit };
}

const MOST_OPTIONS = 8;

/**
 * The brackets of a text under negotiation. `[a / b]` are alternatives, `[a]` alone may stay or go.
 * A bracket that is meant as one is written twice: `[[` and `]]`. Brackets do not stand in brackets.
 */
export function bracketsIn(text: string): Bracketed {
  const brackets: Bracket[] = [];
  const faults: BracketFault[] = [];
  let open: number | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign !== '[' && sign !== ']') continue;
    if (text[at + 1] === sign && open === null) {
      at += 1;
    } else if (sign === '[') {
      if (open !== null) faults.push({ at, message: 'a bracket opens within another one' });
      else open = at;
    } else if (open === null) {
      faults.push({ at, message: 'a bracket closes that was not opened' });
    } else {
      const source = text.slice(open, at + 1);
      const told = optionsOf(source.slice(1, -1));
      if (source.slice(1, -1).trim() === '')
        faults.push({ at: open, message: 'a bracket is empty' });
      else if (told.options.length > MOST_OPTIONS)
        faults.push({ at: open, message: `a bracket has more than ${MOST_OPTIONS} options` });
      else brackets.push({ from: open, to: at + 1, source, ...told });
      open = null;
    }
  }
  if (open !== null) faults.push({ at: open, message: 'a bracket opens and is not closed' });
  return { brackets, faults };
}

/** A text as it is written in a draft, where single brackets mean alternatives. */
export const bracketEscaped = (plain: string): string => plain.replaceAll(/[[\]]/g, '$&$&');

/** The words of a draft without alternatives, as a version keeps them. */
export const bracketUnescaped = (text: string): string =>
  text.replaceAll('[[', '[').replaceAll(']]', ']');

/** A text with one option in the place of a bracket, wherever the same bracket stands in it. */
export function withWords(text: string, source: string, words: string): string {
  const same = bracketsIn(text).brackets.filter((bracket) => bracket.source === source);
  return [...same].reverse().reduce((now, { from, to }) => {
    const [before, after] = [now.slice(0, from), now.slice(to)];
    if (words !== '') return `${before}${bracketEscaped(words)}${after}`;
    return /^(?:[\s.,;:)]|$)/.test(after) ? `${before.trimEnd()}${after}` : before + after;
  }, text);
}
