import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import { StoreBuilder, storeOf } from '@/domain/lab/builder';
import { at, prepareLaid } from '@/domain/lab/cube';
import { type Day, dayOf } from '@/domain/lab/day';
import { type Scored, score, scored } from '@/domain/lab/engine';
import { type Laid, layOut } from '@/domain/lab/laid';
import type { Rollup } from '@/domain/lab/rollup';
import { type Axis, valuesOf } from '@/domain/lab/scale';
import { bytesOf, type Store } from '@/domain/lab/store';
import { type Noticed, Watch } from '@/domain/lab/watch';
import type { Pact } from '@/domain/pact';
import type { KnownOverTime } from '@/domain/sweep/known';

/** The lab's engine, as the bench drives it: its columns and one day. */
export interface Ours {
  readonly store: Store;
  readonly day: Day;
  readonly columnBytes: number;
  readonly dayBytes: number;
}

/** Gathers incidents for the lab's columns. */
export class OursBuilder {
  readonly #setting: Setting;
  readonly #builder: StoreBuilder;
  #ms = 0;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#builder = new StoreBuilder(setting);
  }

  /** `known`: its claims fused, which every engine is given alike. */
  add(incident: Incident, known: KnownOverTime): void {
    const start = performance.now();
    this.#builder.add(incident, known);
    this.#ms += performance.now() - start;
  }

  /** The columns, and how long they took to fill. */
  build(): { readonly ours: Ours; readonly ms: number } {
    const start = performance.now();
    const store = this.#builder.build();
    const day = dayOf(store, this.#setting.asOf);
    const ours = { store, day, columnBytes: bytesOf(store), dayBytes: bytesIn(day) };
    return { ours, ms: this.#ms + performance.now() - start };
  }
}

/** Bytes of the arrays of a day, its columns apart. */
export function bytesIn({ store: _, ...own }: Day): number {
  return Object.values(own).reduce<number>(
    (sum, part) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0),
    0,
  );
}

const questionOf = (pact: Pact, setting: Setting) => ({
  pact,
  assumedFrom: setting.assumedFrom ?? null,
});

/** A full score from the columns and the day. */
export const scoreOurs = ({ day }: Ours, pact: Pact, setting: Setting): Rollup =>
  score(day, questionOf(pact, setting));

/** A slider grabbed: the rollup at each of its places. */
export interface Grabbed {
  readonly values: readonly number[];
  readonly at: (place: number) => Rollup;
}

/** The pact as it stands on the screen before anybody takes a slider: laid out and scored. */
export interface Standing {
  readonly laid: Laid;
  readonly scored: Scored;
}

export function stand({ day }: Ours, pact: Pact, setting: Setting, axis: Axis): Standing {
  const laid = layOut(day, questionOf(pact, setting), axis === 'from');
  return { laid, scored: scored(laid, pact) };
}

/** Prepares a slider of all clauses, from what stands. */
export function grab({ laid, scored: known }: Standing, pact: Pact, axis: Axis): Grabbed {
  const cube = prepareLaid(laid, pact, axis, null, known);
  return { values: [...valuesOf(axis)], at: (place) => at(cube, place) };
}

/** One newly logged incident, fused and packed; the corpus does not matter. */
export const packOne = (incident: Incident, setting: Setting): Day =>
  dayOf(storeOf([incident], setting), setting.asOf);

/** What some pacts on watch find in a packed incident. */
export function watchOver(
  pacts: readonly Pact[],
  setting: Setting,
): (day: Day) => readonly Noticed[] {
  const watch = new Watch(pacts, setting.asOf);
  return (day) => watch.notice(day);
}
