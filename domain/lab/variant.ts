import { z } from 'zod';
import { type Instant, isCalendarDay } from '@/domain/dates';
import type { Clause, Pact } from '@/domain/pact';
import { localId } from '@/domain/text';
import { SLIDER_IDS, SLIDERS, type SliderId } from './sliders';

/** One number moved in the lab: of one clause, or of all (null). */
export interface Change {
  readonly slider: SliderId;
  readonly clause: string | null;
  readonly value: number;
}

const isSlider = (text: string): text is SliderId => Object.hasOwn(SLIDERS, text);

/** `actDays:60` for every clause, `theta.link@c1:0.6` for one. */
const CHANGE = /^([A-Za-z.]+)(?:@([^:@,]+))?:(\d{1,4}(?:\.\d{1,4})?)$/;

function changeOf(text: string): Change | null {
  const [, slider, clause, digits] = CHANGE.exec(text) ?? [];
  if (slider === undefined || digits === undefined || !isSlider(slider)) return null;
  if (clause !== undefined && !localId.safeParse(clause).success) return null;
  const value = Number(digits);
  const { least, most, step } = SLIDERS[slider];
  const whole = step >= 1;
  return value < least || value > most || (whole && !Number.isInteger(value))
    ? null
    : { slider, clause: clause ?? null, value };
}

const MOST_CHANGES = 60;
/** As much of what is wrong as is said again. */
const MOST_SHOWN = 60;

/** What the slider of a change would take; of an unknown one, which sliders there are. */
function rangeWords(text: string): string {
  const [slider = ''] = text.split(/[@:]/);
  if (!isSlider(slider)) return `sliders: ${SLIDER_IDS.join(', ')}`;
  const { least, most, step } = SLIDERS[slider];
  return `${slider} goes from ${least} to ${most}${step >= 1 ? ', whole numbers' : ''}`;
}

/** The changes of an address: those of every clause first, each number of a clause at most once. */
export const changesSchema = z.string().transform((text, context): readonly Change[] => {
  const parts = text.split(',').filter((part) => part !== '');
  const changes = parts.map(changeOf);
  const wrong = parts[changes.indexOf(null)]?.slice(0, MOST_SHOWN);
  const fault = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (parts.length > MOST_CHANGES) return fault(`expected at most ${MOST_CHANGES} changes`);
  if (wrong !== undefined)
    return fault(
      `expected changes such as actDays:60 or theta.link@c1:0.6, found "${wrong}"; ${rangeWords(wrong)}`,
    );
  return inOrder(changes.filter((change) => change !== null));
});

const keyOf = ({ slider, clause }: Change): string =>
  `${clause === null ? 0 : 1} ${slider} ${clause}`;

/** One fixed order, the last word on each number standing: one variant has one address. */
export function inOrder(changes: readonly Change[]): Change[] {
  const last = new Map(changes.map((change) => [keyOf(change), change]));
  return [...last.entries()].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, one]) => one);
}

/** Changes as an address has them; empty: none. */
export const changesText = (changes: readonly Change[]): string =>
  inOrder(changes)
    .map(({ slider, clause, value }) => `${slider}${clause === null ? '' : `@${clause}`}:${value}`)
    .join(',');

function changed(clause: Clause, changes: readonly Change[]): Clause {
  return inOrder(changes)
    .filter((change) => change.clause === null || change.clause === clause.id)
    .reduce((one, { slider, value }) => SLIDERS[slider].write(one, value), clause);
}

/**
 * A pact with some numbers moved: an unsaved variant. It keeps id, version and text; nothing of it
 * can be signed (method.md 1). A change of a clause that the pact does not have changes nothing.
 */
export function withChanges(pact: Pact, changes: readonly Change[]): Pact {
  return changes.length === 0
    ? pact
    : { ...pact, clauses: pact.clauses.map((clause) => changed(clause, changes)) };
}

/** A change of a clause that a pact does not have; undefined: there is none. */
export const strayChange = (
  { clauses }: Pick<Pact, 'clauses'>,
  changes: readonly Change[],
): Change | undefined =>
  changes.find(({ clause }) => clause !== null && !clauses.some(({ id }) => id === clause));

const numbersOf = (pact: Pact, slider: SliderId): string =>
  pact.clauses.map((clause) => SLIDERS[slider].read(clause)).join(' ');

/** The changes that alter something: one without which the variant is the same is left out. */
export function effective(pact: Pact, changes: readonly Change[]): Change[] {
  let kept = inOrder(changes);
  for (const change of [...kept].reverse()) {
    const without = kept.filter((one) => one !== change);
    const same = numbersOf(withChanges(pact, without), change.slider);
    if (same === numbersOf(withChanges(pact, kept), change.slider)) kept = without;
  }
  return kept;
}

/** A day of an address as the instant at which it begins. */
export const dayStart = (day: string): Instant | null =>
  isCalendarDay(day) ? Date.parse(`${day}T00:00:00.000Z`) : null;
