import { assumedFrom } from '@/domain/bound';
import { DAY_MS, type Instant, toDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import { placesOf, SLIDER_IDS, SLIDERS, type SliderId, valueAt } from '@/domain/lab/sliders';
import type { Change } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';

/** A number that the search moves: one of a clause, one of every clause (null), or the assumed entry into force. */
export type Knob =
  | { readonly slider: SliderId; readonly clause: string | null }
  | { readonly slider: 'from' };

/** One number elsewhere than it stands. */
export interface Step {
  readonly knob: Knob;
  readonly change: Change | null;
  /** Day of another entry into force. */
  readonly from: string | null;
  /** How far it is moved, as a share of what the slider spans: 0 to 1. */
  readonly distance: number;
}

/** Months either side of the assumed entry into force that are tried; twice as many are its span [D]. */
export const FROM_MONTHS = 120;
const SPAN_DAYS = (2 * FROM_MONTHS * 365.25) / 12;

function sliderSteps(pact: Pact, knob: Extract<Knob, { clause: unknown }>): Step[] {
  const { slider, clause: id } = knob;
  const one = SLIDERS[slider];
  const held = pact.clauses
    .filter((clause) => id === null || clause.id === id)
    .flatMap((clause) => one.read(clause) ?? []);
  if (held.length === 0) return [];
  const span = one.most - one.least;
  return Array.from({ length: placesOf(one) }, (_, place) => valueAt(one, place))
    .filter((value) => held.some((now) => now !== value))
    .map((value) => ({
      ...{ knob, from: null, change: { slider, clause: id, value } },
      distance: Math.max(...held.map((now) => Math.abs(value - now))) / span,
    }));
}

function fromSteps(pact: Pact, { assumedFrom: assumed, asOf }: Setting): Step[] {
  const now = assumed ?? assumedFrom(pact);
  if (pact.kind === 'historical' || now === null) return [];
  const at = new Date(now);
  const months = Array.from(
    { length: 2 * FROM_MONTHS + 1 },
    (_, place): Instant => Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + place - FROM_MONTHS, 1),
  );
  return months
    .filter((day) => day !== now && day <= asOf)
    .map((day) => ({
      ...{ knob: { slider: 'from' }, change: null, from: toDay(day) },
      distance: Math.abs(day - now) / DAY_MS / SPAN_DAYS,
    }));
}

/** Every place of a number but where it stands, the nearest first. Empty: the pact has no such number. */
export function stepsOf(pact: Pact, setting: Setting, knob: Knob): Step[] {
  const steps = knob.slider === 'from' ? fromSteps(pact, setting) : sliderSteps(pact, knob);
  return steps.sort((one, two) => one.distance - two.distance);
}

/** The numbers of some clauses, each by itself; of several also each for all of them at once; and the entry into force. */
export function knobsFor(clauses: readonly string[]): Knob[] {
  const of = (clause: string | null): Knob[] => SLIDER_IDS.map((slider) => ({ slider, clause }));
  return [...(clauses.length > 1 ? of(null) : []), ...clauses.flatMap(of), { slider: 'from' }];
}

/** A number as a key. */
export const knobKey = (knob: Knob): string =>
  knob.slider === 'from' ? 'from' : `${knob.slider}@${knob.clause ?? ''}`;

/** What an address holds once some numbers are moved on from what it held: the last word on each number. */
export function movedOn(set: readonly Change[], steps: readonly Step[]): Change[] {
  return steps.reduce<Change[]>(
    (kept, { change }) =>
      change === null
        ? kept
        : [
            ...kept.filter(
              ({ slider, clause }) =>
                slider !== change.slider || (change.clause !== null && clause !== change.clause),
            ),
            change,
          ],
    [...set],
  );
}
