import type { TrendValues } from '@/domain/trend/trend-policy';
import { type ChangePoint, changePoint, massWithin } from './change-point';
import type { MonthlySeries } from './monthly-series';
import { type Placebo, pactWindow, placeboDates } from './placebo';
import { type SegmentedFit, segmented } from './segmented';
import { type ImpactModel, isRefusal, type SegmentedRefusal } from './segmented-model';

export interface PactEffectQuestion {
  readonly series: MonthlySeries;
  /** Month of signature, or of the assumed entry into force. */
  readonly pact: number;
  readonly impact: ImpactModel;
  /** Events of third parties in the same months; null: there is no such series. */
  readonly control: readonly number[] | null;
}

/** Steps of the answer, in the method's order. */
export const EFFECT_STEPS = ['change_point', 'segmented', 'controlled', 'placebo'] as const;
export type EffectStep = (typeof EFFECT_STEPS)[number];

/** Which way a step points: to a fall at the pact, against one, or neither way. */
export type Leaning = 'for' | 'against' | 'neither';

/** Never "caused by": what the record agrees with, and no more (method.md 5). */
export type EffectWord = 'consistent' | 'not_consistent' | 'undecided';

export interface PactEffect {
  readonly pact: number;
  readonly impact: ImpactModel;
  /** Months in which a change is put down to the pact. */
  readonly window: { readonly from: number; readonly to: number };
  readonly changePoint: ChangePoint | null;
  /** Posterior mass of the change within the window, 0 to 1; null without a change point. */
  readonly mass: number | null;
  readonly segmented: SegmentedFit | SegmentedRefusal;
  /** Null without a control series. */
  readonly controlled: SegmentedFit | SegmentedRefusal | null;
  readonly placebo: Placebo | null;
  readonly leanings: Readonly<Record<EffectStep, Leaning>>;
  readonly word: EffectWord;
}

/** A fall elsewhere speaks against the pact, a rise elsewhere says nothing of it. */
function ofChange(found: ChangePoint | null, mass: number | null, least: number): Leaning {
  if (found === null || mass === null || !found.clear) return 'neither';
  const [near, fell] = [mass >= least, found.after < found.before];
  return near === fell ? (near ? 'for' : 'neither') : 'against';
}

function ofFit(fit: SegmentedFit | SegmentedRefusal): Leaning {
  if (isRefusal(fit)) return 'neither';
  return fit.effect.high < 1 ? 'for' : fit.effect.low > 1 ? 'against' : 'neither';
}

/** Against a control a fall must still be there: one that both share is not the pact's. */
function ofControlled(controlled: PactEffect['controlled'], alone: Leaning): Leaning {
  if (controlled === null || isRefusal(controlled)) return 'neither';
  const own = ofFit(controlled);
  return alone === 'for' && own === 'neither' ? 'against' : own;
}

function ofPlacebo(placebo: Placebo | null, alone: Leaning, policy: TrendValues): Leaning {
  if (placebo === null || placebo.dates.length < policy.leastPlacebos || alone !== 'for')
    return 'neither';
  return placebo.asLarge / placebo.dates.length <= policy.placeboShare ? 'for' : 'against';
}

/** Any step against decides; without one, both the free date and the regression must be for it. */
function wordOf(leanings: Readonly<Record<EffectStep, Leaning>>): EffectWord {
  if (EFFECT_STEPS.some((step) => leanings[step] === 'against')) return 'not_consistent';
  return leanings.change_point === 'for' && leanings.segmented === 'for'
    ? 'consistent'
    : 'undecided';
}

/**
 * Whether the record of a series agrees with a fall at the date of a pact (method.md 5, "Pact
 * effect"): a change of free date, a segmented regression at the date of the pact, the same against
 * a control, and placebo dates. Shown in that order, since the first tells what the others cannot:
 * whether the fall had come before.
 */
export function pactEffect(question: PactEffectQuestion, policy: TrendValues): PactEffect {
  const { series, pact, impact, control } = question;
  const window = pactWindow(pact, policy);
  const found = changePoint(series, policy);
  const mass = found === null ? null : massWithin(found, window.from, window.to);
  const asked = { series, from: pact, impact };
  const alone = segmented(asked, policy);
  const controlled = control === null ? null : segmented({ ...asked, control }, policy);
  const placebo = placeboDates(asked, policy);
  const leaning = ofFit(alone);
  const leanings = {
    change_point: ofChange(found, mass, policy.changeMass),
    segmented: leaning,
    controlled: ofControlled(controlled, leaning),
    placebo: ofPlacebo(placebo, leaning, policy),
  };
  return {
    ...{ pact, impact, window, changePoint: found, mass, segmented: alone, controlled, placebo },
    ...{ leanings, word: wordOf(leanings) },
  };
}
