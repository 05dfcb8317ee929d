import type { TrendValues } from '@/domain/trend/trend-policy';
import { type MonthlySeries, type WatchedMonth, watchedMonths } from './monthly-series';
import type { CountModel } from './negative-binomial';

/**
 * What a pact may change, chosen before the data are looked at (Lopez Bernal et al. 2017): the
 * level at once, the slope from then on, or both.
 */
export const IMPACT_MODELS = ['level', 'slope', 'level_and_slope'] as const;
export type ImpactModel = (typeof IMPACT_MODELS)[number];

export interface SegmentedQuestion {
  readonly series: MonthlySeries;
  /** First month in which the pact counts as working. */
  readonly from: number;
  readonly impact: ImpactModel;
  /** Events of a control series in the same months; what moves both is not put down to the pact. */
  readonly control?: readonly number[] | undefined;
}

/** Why no effect is estimated; a value, for charts tell it. */
export interface SegmentedRefusal {
  readonly code: 'too_few_points' | 'too_few_events' | 'too_few_control_events' | 'no_estimate';
  readonly before: number;
  readonly after: number;
  /** Fewest of them on either side; 0 where numbers are not the reason. */
  readonly needed: number;
}

export type TermName = 'level' | 'trend' | 'step' | 'slope' | `${'sine' | 'cosine'}_${number}`;

export interface SegmentedModel extends CountModel {
  readonly months: readonly WatchedMonth[];
  readonly names: readonly TermName[];
  /** The row of the design for any month of the series, with the pact or as if there were none. */
  readonly rowOf: (at: number, pact: boolean) => Float64Array;
  readonly before: number;
  readonly after: number;
}

function tooFew(
  question: SegmentedQuestion,
  months: readonly WatchedMonth[],
  policy: TrendValues,
): SegmentedRefusal | null {
  const { series, from, control } = question;
  const sides = (weigh: (month: WatchedMonth) => number): { before: number; after: number } => {
    const of = (late: boolean): number =>
      months
        .filter(({ at }) => series.first + at >= from === late)
        .reduce((sum, month) => sum + weigh(month), 0);
    return { before: of(false), after: of(true) };
  };
  const checks = [
    ['too_few_points', () => 1, policy.leastPoints],
    ['too_few_events', ({ count }: WatchedMonth) => count, policy.leastEvents],
    ...(control === undefined
      ? []
      : ([
          [
            'too_few_control_events',
            ({ at }: WatchedMonth) => control[at] ?? 0,
            policy.leastEvents,
          ],
        ] as const)),
  ] as const;
  for (const [code, weigh, needed] of checks) {
    const counted = sides(weigh);
    if (Math.min(counted.before, counted.after) < needed) return { code, ...counted, needed };
  }
  return null;
}

const WAVE = (2 * Math.PI) / 12;

/**
 * The segmented model of a series, log mu = a + b t + c post + d (t - t0) post + log effort
 * (method.md 5), with sines and cosines from `harmonicMonths` watched months; t counts months from
 * the first of the series, seasons from January. Refused with too few months or events on a side.
 */
export function segmentedModel(
  question: SegmentedQuestion,
  policy: TrendValues,
): SegmentedModel | SegmentedRefusal {
  const { series, from, impact, control } = question;
  if (control !== undefined && control.length !== series.counts.length)
    throw new RangeError(`${series.counts.length} months, but ${control.length} of the control`);
  const months = watchedMonths(series);
  const refusal = tooFew(question, months, policy);
  if (refusal !== null) return refusal;
  const waves = months.length >= policy.harmonicMonths ? policy.harmonicPairs : 0;
  const pairs = Array.from({ length: waves }, (_, at) => at + 1);
  const rowOf = (at: number, pact: boolean): Float64Array => {
    const month = series.first + at;
    const post = pact && month >= from;
    const season = WAVE * ((month % 12) + 1);
    return Float64Array.from([
      1,
      at,
      ...(impact === 'slope' ? [] : [post ? 1 : 0]),
      ...(impact === 'level' ? [] : [post ? month - from : 0]),
      ...pairs.flatMap((wave) => [Math.sin(wave * season), Math.cos(wave * season)]),
    ]);
  };
  const names: TermName[] = [
    'level',
    'trend',
    ...(impact === 'slope' ? [] : (['step'] as const)),
    ...(impact === 'level' ? [] : (['slope'] as const)),
    ...pairs.flatMap((wave): TermName[] => [`sine_${wave}`, `cosine_${wave}`]),
  ];
  const late = months.filter(({ at }) => series.first + at >= from).length;
  return {
    ...{ months, names, rowOf },
    before: months.length - late,
    after: late,
    counts: months.map(({ count }) => count),
    offset: months.map(
      ({ at, exposure }) =>
        Math.log(exposure) +
        (control === undefined ? 0 : Math.log((control[at] ?? 0) + policy.controlOffset)),
    ),
    rows: months.map(({ at }) => rowOf(at, true)),
  };
}

export const isRefusal = <T extends object>(
  answer: T | SegmentedRefusal,
): answer is SegmentedRefusal => 'code' in answer;
