'use client';

import type { Options } from '@/components/standing/filters';
import type { TrendView } from '@/domain/view/trend';
import { BinSizeField } from './bin-size-field';
import { FindingsByVerdict } from './findings-by-verdict';
import { RateOverTime } from './rate-over-time';
import { StockOverTime } from './stock-over-time';
import { ViewFrame } from './view-frame';

const drawTrend = (view: TrendView) => (
  <>
    <FindingsByVerdict view={view} />
    <RateOverTime view={view} />
    <StockOverTime view={view} />
  </>
);

/** Findings by verdict, rate, onsets and stock of one pact over time. */
export function TrendPage({ options }: { readonly options: Options }) {
  return (
    <ViewFrame view="trend" options={options} controls={<BinSizeField />}>
      {drawTrend}
    </ViewFrame>
  );
}
