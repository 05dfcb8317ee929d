import type { Step } from './knob';

/** Segments that a number's places are divided into before each is halved where its ends differ [D]. */
const SEGMENTS = 4;

/** Places of a list between which a signature changes: the ends of each half are compared, then its middle. */
export function breaksIn(steps: readonly Step[], at: (step: Step | null) => string): Step[] {
  const known = new Map<number, string>();
  // Place 0 is where the number stands.
  const signature = (place: number): string => {
    const held = known.get(place) ?? at(place === 0 ? null : (steps[place - 1] ?? null));
    known.set(place, held);
    return held;
  };
  const found: number[] = [];
  const halve = (low: number, high: number): void => {
    if (low >= high || signature(low) === signature(high)) return;
    if (high - low === 1) found.push(high);
    else {
      const middle = (low + high) >> 1;
      halve(low, middle);
      halve(middle, high);
    }
  };
  for (let part = 0; part < SEGMENTS; part += 1)
    halve(
      Math.floor((part * steps.length) / SEGMENTS),
      Math.floor(((part + 1) * steps.length) / SEGMENTS),
    );
  return found.flatMap((place) => steps[place - 1] ?? []);
}

const isAbove = (step: Step, other: Step): boolean =>
  step.change === null || other.change === null
    ? (step.from ?? '') > (other.from ?? '')
    : step.change.value > other.change.value;

/** The places of one number either way, and its two ends. */
export function ways(steps: readonly Step[], middle: Step): readonly (readonly Step[])[] {
  return [
    steps.filter((step) => step !== middle && isAbove(step, middle)),
    steps.filter((step) => step === middle || !isAbove(step, middle)),
  ].filter((way) => way.length > 0);
}
