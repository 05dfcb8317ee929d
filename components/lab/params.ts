import { createParser, parseAsInteger, parseAsString } from 'nuqs/server';
import { filterParsers, openParsers } from '@/components/standing/params';
import { SLIDERS, type SliderId } from '@/domain/lab/sliders';
import { type Change, changesSchema, changesText, inOrder } from '@/domain/lab/variant';

/** What is moved by a slider of the lab: a number of all clauses or of one, or the entry into force. */
export interface Grab {
  readonly slider: SliderId | 'from';
  /** Null: all clauses together. */
  readonly clause: string | null;
}

const set = createParser<readonly Change[]>({
  parse: (text) => changesSchema.safeParse(text).data ?? null,
  serialize: changesText,
  eq: (one, other) => changesText(one) === changesText(other),
});

const isSlider = (text: string): text is Grab['slider'] =>
  text === 'from' || Object.hasOwn(SLIDERS, text);

/** `actDays`, `theta.link@c1`, `from`: the slider whose curve is drawn. */
const grab = createParser<Grab>({
  parse: (text) => {
    const [slider = '', clause] = text.split('@');
    return isSlider(slider) ? { slider, clause: clause ?? null } : null;
  },
  serialize: ({ slider, clause }) => (clause === null ? slider : `${slider}@${clause}`),
  eq: (one, other) => one.slider === other.slider && one.clause === other.clause,
});

/** The variant as it stands in the address (domain/lab/address.ts has the same names). */
export const variantParsers = {
  version: parseAsInteger,
  set: set.withDefault([]),
  ...{ from: filterParsers.from, asOf: filterParsers.asOf },
};

/** What is shown of it: the clause whose numbers the sliders move, the slider whose curve is drawn, what is open. */
export const shownParsers = { clause: parseAsString, curve: grab, ...openParsers };

/** Parameters that say what is shown; they ask nothing of the server. */
export const SHOWN = Object.keys(shownParsers);

/** The numbers and days of a variant: all that the sliders move. */
export interface Moved {
  readonly changes: readonly Change[];
  /** Assumed entry into force; null: the pact's own. */
  readonly from: string | null;
  /** Null: today. */
  readonly asOf: string | null;
}

export const AS_IN_THE_TEXT: Moved = { changes: [], from: null, asOf: null };

/** One text for one variant. */
export const movedText = ({ changes, from, asOf }: Moved): string =>
  `${changesText(changes)}|${from ?? ''}|${asOf ?? ''}`;

/**
 * A variant with one number elsewhere; null: as in the text. Moving the number of all clauses lets
 * go of what was moved in single ones: they move together.
 */
export function withNumber(
  moved: Moved,
  { slider, clause }: { readonly slider: SliderId; readonly clause: string | null },
  value: number | null,
): Moved {
  const others = moved.changes.filter(
    (one) => one.slider !== slider || (clause !== null && one.clause !== clause),
  );
  const changes = inOrder(value === null ? others : [...others, { slider, clause, value }]);
  return { ...moved, changes };
}
