import type { TrendValues } from '@/domain/trend/trend-policy';
import { counted, figure, listed, monthsText, monthText, percent } from '@/domain/trend/wording';
import { EFFECT_STEPS, type EffectStep, type PactEffect } from './pact-effect';
import type { SegmentedFit } from './segmented';
import { isRefusal, type SegmentedRefusal } from './segmented-model';

const REFUSED: Readonly<Record<SegmentedRefusal['code'], readonly [string, string]>> = {
  too_few_points: ['watched month', 'watched months'],
  too_few_events: ['event', 'events'],
  too_few_control_events: ['event of the control', 'events of the control'],
  no_estimate: ['watched month', 'watched months'],
};

function refusalText({ code, before, after, needed }: SegmentedRefusal): string {
  if (code === 'no_estimate') return 'No finite estimate fits these counts.';
  const [one, many] = REFUSED[code];
  return `Too little to estimate from: ${counted(before, one, many)} before and ${figure(after)} from the pact on, of ${figure(needed)} needed on each side.`;
}

function fitText({ effect }: SegmentedFit, policy: TrendValues): string {
  const { months, ratio, low, high } = effect;
  const band = `${figure(ratio)} times (${percent(policy.rateCoverage)} interval ${figure(low)} to ${figure(high)})`;
  const reading =
    high < 1
      ? 'lower than that'
      : low > 1
        ? 'higher than that'
        : 'which agrees with no change as well';
  return `${counted(months, 'month')} after the pact the rate is ${band} what the course before leads one to expect: ${reading}.`;
}

function changeText({ changePoint, mass, window, pact }: PactEffect): string {
  if (changePoint === null) return 'Too few months or events to date a change.';
  const { month, interval, clear, before, after } = changePoint;
  if (!clear) return 'No single change of the rate stands out from none.';
  const kind = after < before ? 'fall' : 'rise';
  const apart = Math.abs(month - pact);
  const place =
    month === pact
      ? 'in the month of the pact'
      : `${counted(apart, 'month')} ${month < pact ? 'before' : 'after'} the pact`;
  return `One ${kind} of free date is put at ${monthText(month)} (90 %: ${monthsText(interval.from, interval.to)}), ${place}; ${percent(mass ?? 0)} of its probability lies from ${monthsText(window.from, window.to)}.`;
}

function placeboText({ placebo }: PactEffect, policy: TrendValues): string {
  if (placebo === null) return 'No placebo dates: the pact itself has no estimate.';
  const { dates, asLarge } = placebo;
  if (dates.length < policy.leastPlacebos)
    return `Only ${counted(dates.length, 'placebo date')}, too few to compare with.`;
  return `At ${asLarge} of ${dates.length} placebo dates (${percent(asLarge / dates.length)}) the same model shows a change at least as large.`;
}

/** What each step of the answer says, one sentence a step. */
export function effectTexts(
  effect: PactEffect,
  policy: TrendValues,
): Readonly<Record<EffectStep, string>> {
  const { segmented, controlled } = effect;
  return {
    change_point: changeText(effect),
    segmented: isRefusal(segmented) ? refusalText(segmented) : fitText(segmented, policy),
    controlled:
      controlled === null
        ? 'No control series.'
        : `Against the control series: ${isRefusal(controlled) ? refusalText(controlled) : fitText(controlled, policy)}`,
    placebo: placeboText(effect, policy),
  };
}

const fell = ({ changePoint }: PactEffect): boolean =>
  changePoint !== null && changePoint.after < changePoint.before;

/** What each step gives for the word, where it leans. */
function reasonText(step: EffectStep, effect: PactEffect): string {
  const leaning = effect.leanings[step];
  switch (step) {
    case 'change_point':
      if (leaning === 'for') return 'the one fall of free date lies within the months of the pact';
      return fell(effect)
        ? 'the one fall of free date lies outside the months of the pact'
        : 'the one change of free date, within the months of the pact, is a rise';
    case 'segmented':
      return leaning === 'for'
        ? 'the rate fell below its earlier course'
        : 'the rate rose above its earlier course';
    case 'controlled':
      return leaning === 'for'
        ? 'it fell against the control series too'
        : 'against the control series no fall is left';
    case 'placebo':
      return leaning === 'for'
        ? 'as large a change is rare at other dates'
        : 'as large a change is found at many other dates';
  }
}

/** What keeps a record from deciding. */
function missingTexts({ leanings, segmented, changePoint }: PactEffect): string[] {
  const dated = changePoint?.clear === true;
  return [
    ...(leanings.change_point !== 'neither'
      ? []
      : [
          dated
            ? 'the one change of free date is a rise at another time'
            : 'no change of free date stands out',
        ]),
    ...(isRefusal(segmented)
      ? ['there is too little on one side of it to estimate']
      : leanings.segmented === 'neither'
        ? ['the interval of the change takes in none']
        : []),
  ];
}

const HEADS: Readonly<Record<PactEffect['word'], string>> = {
  consistent: 'The record is consistent with a fall at the pact',
  not_consistent: 'The record is not consistent with a fall at the pact',
  undecided: 'The record does not decide whether there was a fall at the pact',
};

/**
 * The plain sentence: consistent with, or not consistent with, and why. It never says "caused by":
 * a record can agree with an effect, it cannot show one (method.md 5).
 */
export function effectSentence(effect: PactEffect): string {
  const { word, leanings, pact } = effect;
  const head = `${HEADS[word]} of ${monthText(pact)}`;
  if (word === 'undecided') return `${head}: ${listed(missingTexts(effect))}.`;
  const pointing = word === 'not_consistent' ? 'against' : 'for';
  const reasons = EFFECT_STEPS.filter((step) => leanings[step] === pointing).map((step) =>
    reasonText(step, effect),
  );
  return `${head}: ${listed(reasons)}.`;
}
