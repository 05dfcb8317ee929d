import { MOST_AT_ONCE } from './at-once';
import { Clocks } from './clocks';
import type { Day } from './day';
import type { Laid } from './laid';

/**
 * Some cases of a stretch, with what the day holds of them gathered side by side. It is read in loops
 * that do nothing else: a processor then fetches what many cases need at the same time.
 */
export class Batch {
  size = 0;
  readonly cases = new Uint32Array(MOST_AT_ONCE);
  /** COVERED, as far as their time tells. */
  readonly times = new Uint8Array(MOST_AT_ONCE);
  /** What is held in them on the day, its flags and its beliefs. */
  readonly holds = new Uint32Array(MOST_AT_ONCE);
  readonly flags = new Int32Array(MOST_AT_ONCE);
  readonly quanta = new Int32Array(MOST_AT_ONCE);
  readonly close = new Uint32Array(MOST_AT_ONCE);
  /** Facts of them under a clause (FACT). */
  readonly facts = new Uint8Array(MOST_AT_ONCE);
  /** Places of those in which a clock runs, and their clocks. */
  readonly later = new Uint32Array(MOST_AT_ONCE);
  readonly clocks: Clocks;
  /** Places of those that have pleas or extensions. */
  readonly odd = new Uint32Array(MOST_AT_ONCE);
  /** Of those that weigh, in the order of their places: what each adds to V_low and V_high, and its p * w * m. */
  readonly low = new Float64Array(MOST_AT_ONCE);
  readonly high = new Float64Array(MOST_AT_ONCE);
  readonly weight = new Float64Array(MOST_AT_ONCE);
  /** Among those the ones whose interval turns on the limbs of the clause. */
  readonly turned = new Uint32Array(MOST_AT_ONCE);

  constructor(private readonly day: Day) {
    this.clocks = new Clocks(day);
  }

  /** Gathers the cases from one place of what was laid out to another, at most `MOST_AT_ONCE`. */
  read({ cases, times }: Pick<Laid, 'cases' | 'times'>, from: number, to: number): void {
    const day = this.day;
    const { holds, flags, quanta } = this;
    const size = to - from;
    this.size = size;
    for (let at = 0; at < size; at += 1) {
      const one = cases[from + at] ?? 0;
      this.cases[at] = one;
      this.times[at] = times[from + at] ?? 0;
      holds[at] = day.hold[one] ?? 0;
      flags[at] = day.flags[one] ?? 0;
      quanta[at] = day.quanta[one] ?? 0;
    }
  }
}
