import type { Clause } from '@/domain/pact';
import { stateName } from '@/domain/states';
import { CONDUCT, codesOf, EXCEPTIONS, LIMBS, OBJECTS, type Term } from '@/domain/vocabulary';
import { SLIDER_IDS, SLIDERS, type Slider, type SliderId } from './sliders';

/** A field of a machine test that differs between two sides, in words. */
export type FieldChange =
  | {
      readonly kind: 'list';
      readonly label: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      readonly kind: 'number';
      readonly label: string;
      readonly slider: SliderId;
      /** Null where this side has no such number. */
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'words';
      readonly label: string;
      readonly before: string;
      readonly after: string;
    };

const grouped = (value: number): string => `${value}`.replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** A number as it is written with its unit; "none" where there is none. */
export function numberWords({ unit }: Pick<Slider, 'unit'>, value: number | null): string {
  if (value === null) return 'none';
  const many = (one: string): string => `${grouped(value)} ${one}${value === 1 ? '' : 's'}`;
  switch (unit) {
    case 'belief':
      return value.toFixed(2);
    case 'share':
      return `${Math.round(value * 100)} %`;
    case 'days':
      return many('day');
    case 'hours':
      return many('hour');
    case 'severity':
      return value > 5 ? 'never' : `${value}`;
    case 'clusters':
      return `${value}`;
  }
}

const labelled =
  <C extends string>(terms: Readonly<Record<C, Term>>) =>
  (codes: readonly C[]): string[] =>
    codes.map((code) => terms[code].label);

const conduct = labelled(CONDUCT);
const objects = labelled(OBJECTS);
const limbs = labelled(LIMBS);

const LISTS: readonly (readonly [label: string, of: (clause: Clause) => readonly string[]])[] = [
  ['Conduct', (clause) => conduct(clause.conduct)],
  ['Against', (clause) => objects(clause.objects)],
  ['Conduct left out', (clause) => conduct(clause.conductExclusions)],
  ['Objects left out', (clause) => objects(clause.objectExclusions)],
  ['The state answers for', (clause) => limbs(clause.commissionLimbs)],
  ['Duty to act against acts that come', ({ dueDiligence }) => limbs(dueDiligence?.limbs ?? [])],
  ['Exceptions', ({ exceptions }) => exceptions.map(({ code }) => EXCEPTIONS[code].label)],
];

const INTENTS = {
  'political-effect': 'political effect',
  'commercial-advantage': 'commercial advantage',
} as const;
const KNOWLEDGE = {
  actual: 'when the state is told',
  actual_or_constructive: 'when the state is told or must have known',
} as const;
const NONE = 'none';

const reservationWords = ({ reservations }: Clause): string =>
  reservations
    .map((one) => {
      const named = [...conduct(one.conduct), ...objects(one.objects)];
      return `${stateName(one.party)}: ${one.text} (${named.length === 0 ? 'the whole clause' : named.join(', ')})`;
    })
    .join('; ') || NONE;

/** Fields that hold one thing, each in words. */
const WORDS: readonly (readonly [label: string, of: (clause: Clause) => string])[] = [
  ['Only with the intent', (c) => (c.intentRequired === null ? 'any' : INTENTS[c.intentRequired])],
  ['Duty to act', ({ dueDiligence }) => (dueDiligence === null ? NONE : 'yes')],
  ['The duty starts', ({ dueDiligence: d }) => (d === null ? NONE : KNOWLEDGE[d.knowledge])],
  ['Reservations', reservationWords],
  ['Reciprocity', ({ reciprocity }) => reciprocity],
  ['Note', ({ note }) => note ?? NONE],
  ...codesOf(OBJECTS).map((code): [string, (clause: Clause) => string] => [
    `Severity where the object is: ${OBJECTS[code].label.toLowerCase()}`,
    ({ severityShift }) => {
      const shift = severityShift?.[code] ?? 0;
      return shift > 0 ? `+${shift}` : shift < 0 ? `−${-shift}` : 'as it is';
    },
  ]),
  ...codesOf(EXCEPTIONS).map((code): [string, (clause: Clause) => string] => [
    `Exception, to be shown by: ${EXCEPTIONS[code].label.toLowerCase()}`,
    ({ exceptions }) =>
      exceptions
        .filter((one) => one.code === code)
        .map(
          ({ burden, note }) =>
            `${burden === 'invoker' ? 'the state that invokes it' : 'the state that accuses'}${note === undefined ? '' : ` (${note})`}`,
        )
        .join('; ') || NONE,
  ]),
];

const without = (list: readonly string[], other: readonly string[]): string[] =>
  list.filter((item) => !other.includes(item));

/**
 * Every field of the machine test in which two clauses differ: what is added to a list and taken from
 * it, numbers and words before and after. Text and reference are left to `redline`. Empty: the two
 * are tested alike.
 */
export function clauseChanges(a: Clause, b: Clause): FieldChange[] {
  const lists = LISTS.map(([label, of]): FieldChange => {
    const [before, after] = [of(a), of(b)];
    return { kind: 'list', label, added: without(after, before), removed: without(before, after) };
  });
  const numbers = SLIDER_IDS.map((slider): FieldChange => {
    const { label, read } = SLIDERS[slider];
    return { kind: 'number', label, slider, before: read(a), after: read(b) };
  });
  const words = WORDS.map(([label, of]): FieldChange => {
    return { kind: 'words', label, before: of(a), after: of(b) };
  });
  return [...lists, ...numbers, ...words].filter((change) =>
    change.kind === 'list'
      ? change.added.length + change.removed.length > 0
      : change.before !== change.after,
  );
}
