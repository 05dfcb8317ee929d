import type { PolicyEntry } from '@/domain/policy';

/** The numbers by which series are drawn and tested: our own choices where no source is named. */
export interface TrendValues {
  readonly rateCoverage: number;
  readonly anticipationMonths: number;
  readonly followMonths: number;
  readonly spanMonths: number;
  readonly changeMargin: number;
  readonly changeMass: number;
  readonly leastPoints: number;
  readonly leastEvents: number;
  readonly harmonicMonths: number;
  readonly harmonicPairs: number;
  readonly controlOffset: number;
  readonly effectMonths: number;
  readonly leastPlacebos: number;
  readonly mostPlacebos: number;
  readonly placeboShare: number;
  readonly provisionalBelow: number;
  readonly reportDelayMonths: number;
  readonly logRankEvents: number;
}

export interface TrendPolicy {
  readonly version: string;
  readonly validFrom: string;
  readonly entries: { readonly [K in keyof TrendValues]: PolicyEntry<TrendValues[K]> };
  readonly values: TrendValues;
}

const entry = (label: string, value: number): PolicyEntry<number> => ({
  ...{ label, value },
  reference: 'method 5',
});

const entries: TrendPolicy['entries'] = {
  rateCoverage: entry('Coverage of the intervals of rates and effects', 0.95),
  anticipationMonths: entry('Months before signature in which a pact may already work', 12),
  followMonths: entry('Months after signature in which its change is looked for', 12),
  spanMonths: entry('Months on either side of a pact that its effect is read from', 60),
  changeMargin: entry('Fewest months on either side of a change of free date', 4),
  changeMass: entry('Posterior mass that dates a change near the pact', 0.5),
  leastPoints: entry('Fewest months on either side of a dated change', 12),
  leastEvents: entry('Fewest events on either side of a dated change', 5),
  harmonicMonths: entry('Months from which seasons are allowed for', 24),
  harmonicPairs: entry('Waves a year by which seasons are allowed for', 2),
  controlOffset: entry('Added to each month of a control series, so that none is zero', 0.5),
  effectMonths: entry('Months after the pact at which its effect is read', 12),
  leastPlacebos: entry('Fewest placebo dates that are compared with', 10),
  mostPlacebos: entry('Most placebo dates tried, spread evenly', 120),
  placeboShare: entry('Share of placebo dates at which as large an effect is still rare', 0.1),
  provisionalBelow: entry('Share reported so far below which a month is provisional', 0.5),
  reportDelayMonths: entry('Longest reporting delay told apart, months', 36),
  logRankEvents: entry('Fewest events in each group that is compared', 10),
};

/** In force since November 2026. Versions are added, never edited. */
export const TREND_POLICY_2026_11: TrendPolicy = {
  version: '2026-11',
  validFrom: '2026-11-01',
  entries,
  values: Object.fromEntries(
    Object.entries(entries).map(([key, { value }]) => [key, value]),
  ) as unknown as TrendValues,
};
