'use client';

import { EmptyState } from '@/components/empty-state';
import type { Options } from '@/components/standing/filters';
import { ViewFrame } from '@/components/trends/view-frame';
import type { ResponseAnswer } from '@/domain/view/response';
import { ClocksChart } from './clocks-chart';
import { CurveChart } from './curve-chart';
import { LadderChart } from './ladder-chart';

const drawResponse = (view: ResponseAnswer) => (
  <>
    {view.curves.length === 0 ? (
      <EmptyState title="No curve to draw">
        {view.headline} A curve begins when a state is told, or must have known: log a notification
        with its date, or widen the filter.
      </EmptyState>
    ) : (
      <>
        <CurveChart view={view} level={2} />
        <CurveChart view={view} level={4} />
        <CurveChart view={view} level={5} />
        <LadderChart view={view} />
      </>
    )}
    <ClocksChart view={view} />
  </>
);

/** How quickly states answer what they know of. */
export function ResponsePage({ options }: { readonly options: Options }) {
  return (
    <ViewFrame view="response" options={options}>
      {drawResponse}
    </ViewFrame>
  );
}
