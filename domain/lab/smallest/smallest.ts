import { changeWords } from '@/domain/lab/change-words';
import { type Change, changesText, dayStart } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import type { Columns } from '@/domain/sweep/columns';
import { instant } from '@/domain/trace-step';
import type { Verdict } from '@/domain/verdict';
import { type Collateral, collaterals } from './collateral';
import { movedOn, type Step } from './knob';
import { BUDGET, type Candidate, type Progress, searching } from './search';
import { type Start, type Target, Trials, type Want } from './trial';

/** A change that was found: what it moves, how far, what it does. */
export interface Option {
  /** Numbers moved, in words. */
  readonly words: readonly string[];
  readonly numbers: 1 | 2;
  /** Share of the spans of its sliders, 0 to 1 for each number. */
  readonly distance: number;
  /** Chosen findings that are then as wanted. */
  readonly achieved: number;
  /** What the chosen findings become, in their order. */
  readonly becomes: readonly Verdict[];
  readonly collateral: Collateral;
  /** No other that does as much is nearer and turns less beside. */
  readonly frontier: boolean;
  /** For the address of the lab: everything moved, and the assumed entry into force. */
  readonly set: string;
  readonly from: string | null;
}

/** What a search found. */
export interface Smallest {
  readonly want: Want;
  readonly targets: readonly Target[];
  /** What the chosen findings are now, in their order. */
  readonly verdicts: readonly Verdict[];
  /** One number before two, all before some, the nearest first. */
  readonly options: readonly Option[];
  readonly trials: number;
  readonly budget: number;
  readonly stopped: boolean;
}

/** Most options of each kind that are weighed by what else they turn [D]. */
const WEIGHED = { alone: 24, pairs: 16, partly: 10 } as const;

const byDistance = (one: Candidate, two: Candidate): number => one.distance - two.distance;

function weighed(candidates: readonly Candidate[], all: number): Candidate[] {
  const full = candidates.filter(({ achieved }) => achieved === all).sort(byDistance);
  const partly = candidates
    .filter(({ achieved }) => achieved < all)
    .sort((one, two) => two.achieved - one.achieved || byDistance(one, two));
  return [
    ...full.filter(({ steps }) => steps.length === 1).slice(0, WEIGHED.alone),
    ...full.filter(({ steps }) => steps.length === 2).slice(0, WEIGHED.pairs),
    ...partly.slice(0, WEIGHED.partly),
  ];
}

type Weighed = Pick<Option, 'numbers' | 'distance' | 'achieved' | 'collateral'>;

/** Whether one option does as much as another with no more numbers, no farther, and turning no more beside. */
const dominates = (one: Weighed, two: Weighed): boolean =>
  one !== two &&
  one.achieved >= two.achieved &&
  one.numbers <= two.numbers &&
  one.distance <= two.distance &&
  one.collateral.count <= two.collateral.count &&
  (one.achieved > two.achieved ||
    one.numbers < two.numbers ||
    one.distance < two.distance ||
    one.collateral.count < two.collateral.count);

/** A pact that a search starts from: as saved, the numbers moved in it already, and itself with them. */
export interface Begun extends Start {
  readonly base: Pact;
  readonly changes: readonly Change[];
  readonly from: string | null;
}

const stepWords = (pact: Pact, { change, from }: Step): string =>
  change === null
    ? `Assumed in force from ${instant(dayStart(from ?? '') ?? 0)}`
    : changeWords(pact, change);

function optionOf(
  { steps, distance, achieved }: Candidate,
  collateral: Collateral,
  begun: Begun,
  trials: Trials,
): Omit<Option, 'frontier'> {
  return {
    words: steps.map((step) => stepWords(begun.pact, step)),
    numbers: steps.length === 1 ? 1 : 2,
    ...{ distance, achieved, collateral, becomes: trials.verdicts(steps) },
    set: changesText(movedOn(begun.changes, steps)),
    from: steps.flatMap((step) => step.from ?? []).at(-1) ?? begun.from,
  };
}

/** Why findings cannot be searched for. */
export type Unsearchable = {
  readonly code: 'unknown_case' | 'nothing_to_do';
  readonly message: string;
};

/**
 * The least change of one or two numbers that clears, or catches, chosen findings, with what each
 * turns beside them. `own`: columns of the incidents of the chosen findings; `stretches`: the record.
 */
export function* smallestChange(
  own: Columns,
  stretches: Iterable<Columns>,
  begun: Begun,
  { want, targets }: { readonly want: Want; readonly targets: readonly Target[] },
  budget = BUDGET,
): Generator<
  Progress,
  | { readonly ok: true; readonly found: Smallest }
  | { readonly ok: false; readonly refusal: Unsearchable }
> {
  const trials = new Trials(own, begun, targets, want);
  const [missing] = trials.missing;
  if (missing !== undefined)
    return {
      ok: false,
      refusal: {
        code: 'unknown_case',
        message: `No claim of that day accuses ${missing.accused} of "${missing.incident}", or the pact has no clause "${missing.clause}".`,
      },
    };
  if (trials.run([]).achieved === targets.length)
    return {
      ok: false,
      refusal: {
        code: 'nothing_to_do',
        message:
          want === 'clear'
            ? 'None of these findings is a violation: there is nothing to clear.'
            : 'All of these findings are violations already: there is nothing to catch.',
      },
    };
  const verdicts = trials.verdicts();
  const { candidates, trials: made, stopped } = yield* searching(trials, begun, budget);
  const chosen = weighed(candidates, targets.length);
  const run = collaterals(stretches, begun, targets, chosen);
  let step = run.next();
  for (; step.done !== true; step = run.next()) yield { trials: made, budget };
  const sums = step.value;
  const options = chosen.flatMap((candidate, at) => {
    const collateral = sums[at];
    return collateral === undefined ? [] : [optionOf(candidate, collateral, begun, trials)];
  });
  const marked = options.map((option) => ({
    ...option,
    frontier: !options.some((other) => dominates(other, option)),
  }));
  return {
    ok: true,
    found: {
      ...{ want, targets, verdicts, trials: made, budget, stopped },
      // A pair that a single number beats in every way says nothing.
      options: marked.filter(({ numbers, frontier }) => numbers === 1 || frontier),
    },
  };
}
