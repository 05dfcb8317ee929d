import { breaksIn, ways } from './breaks';
import { type Knob, knobKey, knobsFor, type Step, stepsOf } from './knob';
import type { Start, Target, Trials } from './trial';

/** One or two numbers moved, and how many of the chosen findings are then as wanted. */
export interface Candidate {
  readonly steps: readonly Step[];
  readonly distance: number;
  readonly achieved: number;
}

/** How many trials a search makes at most, each a scoring of the chosen findings [D]. */
export const BUDGET = 40_000;
/** Trials between two pauses. */
const PAUSE = 10;
/** Places of a number at which something changes, that are tried in pairs: the nearest [D]. */
const BREAKS = 12;

export interface Searched {
  readonly candidates: readonly Candidate[];
  readonly trials: number;
  /** The budget ran out before all was tried. */
  readonly stopped: boolean;
}

export type Progress = { readonly trials: number; readonly budget: number };

const sumOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { distance }) => sum + distance, 0);

/** A search in progress: what it knows, and when it has to stop. */
interface Search {
  readonly trials: Trials;
  readonly places: ReadonlyMap<string, readonly Step[]>;
  readonly budget: number;
  /** Where each number turns anything by itself. */
  readonly turning: Map<string, Step[]>;
}

const spent = ({ trials, budget }: Search): boolean => trials.made >= budget;

const clausesOf = (targets: readonly Target[]): string[] => [
  ...new Set(targets.map(({ clause }) => clause)),
];

/** Every place of one number, from the nearest: the first at which more is achieved than before, up to all. */
function* alone(
  search: Search,
  knob: Knob,
  already: number,
): Generator<Progress, Candidate | null> {
  const { trials, places, budget } = search;
  let best: Candidate | null = null;
  for (const step of places.get(knobKey(knob)) ?? []) {
    if (spent(search)) break;
    const { achieved } = trials.run([step]);
    if (achieved > (best?.achieved ?? already))
      best = { steps: [step], distance: step.distance, achieved };
    if (achieved === trials.targets.length) break;
    if (trials.made % PAUSE === 0) yield { trials: trials.made, budget };
  }
  return best;
}

/** Where a number turns anything, the others moved as a context has them. */
function* turningIn(
  { trials, budget }: Search,
  steps: readonly Step[],
  context: readonly Step[],
): Generator<Progress, Step[]> {
  const [nearest] = steps;
  if (nearest === undefined) return [];
  const still = trials.run(context).signature;
  const found: Step[] = [];
  for (const way of ways(steps, nearest)) {
    found.push(
      ...breaksIn(way, (step) =>
        step === null ? still : trials.run([...context, step]).signature,
      ),
    );
    yield { trials: trials.made, budget };
  }
  return found;
}

/** Where one number turns anything, with another where it stands and at either of its ends. */
function* turning(
  search: Search,
  steps: readonly Step[],
  other: readonly Step[],
): Generator<Progress, Step[]> {
  const [near] = other;
  const [own] = steps;
  if (near === undefined || own === undefined) return [];
  const key = knobKey(own.knob);
  const known = search.turning.get(key) ?? (yield* turningIn(search, steps, []));
  search.turning.set(key, known);
  const found = [...known];
  for (const way of ways(other, near)) {
    const end = way.at(-1);
    if (end !== undefined && !spent(search))
      found.push(...(yield* turningIn(search, steps, [end])));
  }
  return [...new Set(found)].sort((one, two) => one.distance - two.distance).slice(0, BREAKS);
}

/** Two numbers at the places where either turns anything: the nearest that achieves all. */
function* together(search: Search, one: Knob, two: Knob): Generator<Progress, Candidate | null> {
  const { trials, places, budget } = search;
  const [first, second] = [places.get(knobKey(one)) ?? [], places.get(knobKey(two)) ?? []];
  const ones = yield* turning(search, first, second);
  const twos = ones.length === 0 ? [] : yield* turning(search, second, first);
  const grid = ones
    .flatMap((step) => twos.map((other) => [step, other]))
    .sort((a, b) => sumOf(a) - sumOf(b));
  for (const steps of grid) {
    if (spent(search)) return null;
    if (trials.run(steps).achieved === trials.targets.length)
      return { steps, distance: sumOf(steps), achieved: trials.targets.length };
    if (trials.made % PAUSE === 0) yield { trials: trials.made, budget };
  }
  return null;
}

/** Of two clauses each by a number of its own: what one asks the other does not touch. */
function* apart(search: Search, clauses: readonly string[]): Generator<Progress, Candidate[]> {
  const { trials, places, budget } = search;
  const nearest: Step[][] = [];
  for (const id of clauses) {
    const own = trials.targets.filter(({ clause }) => clause === id).length;
    const found: Step[] = [];
    for (const knob of knobsFor([id])) {
      if (knob.slider === 'from') continue;
      for (const step of places.get(knobKey(knob)) ?? []) {
        if (spent(search)) break;
        const { achieved } = trials.run([step], ({ clause }) => clause === id);
        if (trials.made % PAUSE === 0) yield { trials: trials.made, budget };
        if (achieved < own) continue;
        found.push(step);
        break;
      }
    }
    nearest.push(found);
  }
  const [left = [], right = []] = nearest;
  return left.flatMap((step) =>
    right.map((other) => ({
      ...{ steps: [step, other], distance: sumOf([step, other]) },
      achieved: trials.targets.length,
    })),
  );
}

/** All pairs of numbers that may act on the same findings. */
function pairsOf(knobs: readonly Knob[]): [Knob, Knob][] {
  return knobs.flatMap((one, at) => knobs.slice(at + 1).map((two): [Knob, Knob] => [one, two]));
}

/** Whether one of the two numbers of a pair does it alone, and nearer: the other is moved for nothing. */
const isIdle = (pair: Candidate, candidates: readonly Candidate[]): boolean =>
  candidates.some(
    ({ steps: [one, two], achieved, distance }) =>
      one !== undefined &&
      two === undefined &&
      achieved === pair.achieved &&
      distance <= pair.distance &&
      pair.steps.some(({ knob }) => knobKey(knob) === knobKey(one.knob)),
  );

/**
 * Searches for the least change of one number, or of two, that makes every chosen finding as wanted
 * (docs/method.md, "The smallest change"). One number is tried at each of its places, so that no
 * smaller change of one number does it; two only at places where either turns anything. Distance
 * is the share of a slider's span a number is moved by, of two numbers the sum. Pauses between trials.
 */
export function* searching(
  trials: Trials,
  start: Start,
  budget = BUDGET,
): Generator<Progress, Searched> {
  const clauses = clausesOf(trials.targets);
  const knobs = knobsFor(clauses);
  const places = new Map(
    knobs.map((knob) => [knobKey(knob), stepsOf(start.pact, start.setting, knob)]),
  );
  const search: Search = { trials, places, budget, turning: new Map() };
  const already = trials.run([]).achieved;
  const candidates: Candidate[] = [];
  for (const knob of knobs) {
    const found = yield* alone(search, knob, already);
    if (found !== null) candidates.push(found);
  }
  if (clauses.length === 2) candidates.push(...(yield* apart(search, clauses)));
  // Of several clauses the numbers that all share; of one its own.
  const shared = knobs.filter(
    (knob) => knob.slider === 'from' || clauses.length === 1 || knob.clause === null,
  );
  for (const [one, two] of pairsOf(shared)) {
    if (spent(search)) break;
    const found = yield* together(search, one, two);
    if (found !== null && !isIdle(found, candidates)) candidates.push(found);
    yield { trials: trials.made, budget };
  }
  return { candidates, trials: trials.made, stopped: spent(search) };
}
