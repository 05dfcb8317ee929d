'use client';

import { EmptyState } from '@/components/empty-state';
import type { Options } from '@/components/standing/filters';
import { BinSizeField } from '@/components/trends/bin-size-field';
import { ViewFrame } from '@/components/trends/view-frame';
import type { StandingAnswer } from '@/domain/view/standing';
import { BandChart } from './band-chart';

const drawStanding = (view: StandingAnswer) => (
  <>
    {view.parties.length === 0 ? (
      <EmptyState title="No standing to follow">
        {view.pact.referenceOnly
          ? view.headline
          : 'The pact was not in force in the period asked for. Widen the period.'}
      </EmptyState>
    ) : (
      <BandChart view={view} />
    )}
  </>
);

/** The index of every party from day to day, and what moved it. */
export function StandingOverTimePage({ options }: { readonly options: Options }) {
  return (
    <ViewFrame view="standing" options={options} controls={<BinSizeField />}>
      {drawStanding}
    </ViewFrame>
  );
}
