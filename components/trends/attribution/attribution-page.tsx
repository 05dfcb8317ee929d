'use client';

import type { Options } from '@/components/standing/filters';
import { BinSizeField } from '@/components/trends/bin-size-field';
import { ViewFrame } from '@/components/trends/view-frame';
import type { AttributionAnswer } from '@/domain/view/attribution';
import { AccusationsChart } from './accusations-chart';
import { BeliefChart } from './belief-chart';
import { IntervalsChart } from './intervals-chart';
import { LagChart } from './lag-chart';
import { ThresholdChart } from './threshold-chart';

const drawAttribution = (view: AttributionAnswer) => (
  <>
    <BeliefChart view={view} />
    <ThresholdChart view={view} />
    <IntervalsChart view={view} />
    <LagChart view={view} />
    <AccusationsChart view={view} />
  </>
);

/** How sure the record is of who did what. */
export function AttributionPage({ options }: { readonly options: Options }) {
  return (
    <ViewFrame view="attribution" options={options} controls={<BinSizeField />}>
      {drawAttribution}
    </ViewFrame>
  );
}
