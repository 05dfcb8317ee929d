import { z } from 'zod';
import { binNumber } from '@/domain/bins';
import { comparableIncidents } from '@/domain/effect/comparable';
import { type EffectView, effectView } from '@/domain/effect/effect-view';
import { effectSentence } from '@/domain/effect/pact-effect-words';
import { IMPACT_MODELS, type ImpactModel } from '@/domain/effect/segmented-model';
import type { StandingFilter } from '@/domain/standing-view';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import { type Behind, behindOf } from './incident-ref';
import { TEXT_ONLY, type TrendsHead, trendsHead } from './overview';
import type { World } from './world';

export const effectParameters = z.strictObject({
  impact: z.enum(IMPACT_MODELS).default('level_and_slope'),
});
export type EffectParameters = z.infer<typeof effectParameters>;

/** A month with the incidents that began in it. */
export interface MonthBehind extends Behind {
  readonly month: number;
}

/** Whether a pact changed anything, step by step in the method's order. */
export interface EffectAnswer extends TrendsHead {
  readonly impact: ImpactModel;
  /** Null where nothing can be asked; the headline says why. */
  readonly effect: EffectView | null;
  /** Months with incidents of the kind against a party. */
  readonly behind: readonly MonthBehind[];
  /** Coverage of the intervals, 0 to 1. */
  readonly coverage: number;
}

function missing({ pact }: Pick<TrendsHead, 'pact'>): string {
  if (pact.referenceOnly) return TEXT_ONLY;
  if (pact.inForce === null)
    return 'This pact has no date from which it could work: it was never signed or in force.';
  return 'Nothing of the kind this pact forbids is on record in the years around its date, so no effect can be read.';
}

function monthsBehind({ sweep }: World, filter: StandingFilter, view: EffectView): MonthBehind[] {
  const { first, counts } = view.data.series;
  const places = counts.map((): number[] => []);
  for (const place of comparableIncidents(sweep, filter).treated) {
    const month = binNumber(sweep.columns.facts.startFirst[place] ?? 0, 'month');
    places[month - first]?.push(place);
  }
  return places.flatMap((own, at) =>
    own.length === 0 ? [] : [{ month: first + at, ...behindOf(sweep.columns, own) }],
  );
}

/** The effect of a pact on acts of the kind it forbids (method.md 5, "Pact effect"). */
export function shapeEffect(
  world: World,
  filter: StandingFilter,
  { impact }: EffectParameters,
): EffectAnswer {
  const { pact, sweep, monitoring } = world;
  const policy = TREND_POLICY_2026_11;
  const effect = pact.referenceOnly
    ? null
    : effectView({ sweep, filter, monitoring, impact }, policy);
  const head = trendsHead(world, filter);
  return {
    ...head,
    caveat: 'What else changed about the time of the pact is not told apart from it.',
    headline: effect === null ? missing(head) : effectSentence(effect.effect),
    impact,
    effect,
    behind: effect === null ? [] : monthsBehind(world, filter, effect),
    coverage: policy.values.rateCoverage,
  };
}
