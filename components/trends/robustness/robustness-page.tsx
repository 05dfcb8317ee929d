'use client';

import { EmptyState } from '@/components/empty-state';
import type { Options } from '@/components/standing/filters';
import { ViewFrame } from '@/components/trends/view-frame';
import type { RobustnessAnswer } from '@/domain/view/robustness';
import { TornadoChart } from './tornado-chart';
import { WordsChart } from './words-chart';

const drawRobustness = (view: RobustnessAnswer) =>
  view.tested.length === 0 ? (
    <EmptyState title="Nothing to test">
      {view.headline} Widen the period, or choose a pact under which violations are found.
    </EmptyState>
  ) : (
    <>
      <WordsChart view={view} />
      <TornadoChart view={view} />
    </>
  );

/** Which findings would be others after one small change of judgement. */
export function RobustnessPage({ options }: { readonly options: Options }) {
  return (
    <ViewFrame view="robustness" options={options}>
      {drawRobustness}
    </ViewFrame>
  );
}
