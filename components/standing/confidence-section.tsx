'use client';

import dynamic from 'next/dynamic';
import { ConfidenceChart } from '@/components/charts/confidence-chart';
import { confidenceCsv, confidenceSummary } from '@/components/charts/confidence-order';
import { EmptyState } from '@/components/empty-state';
import { formatNumber } from '@/components/format';
import { Section } from '@/components/section';
import { takingOf } from '@/components/taking';
import type { StandingView } from '@/domain/standing-view';
import { usePanel } from './use-panel';

/** Tables are fetched when they are first asked for. */
const ConfidenceTable = dynamic(() =>
  import('@/components/charts/confidence-table').then((module) => module.ConfidenceTable),
);

interface Props {
  readonly view: StandingView;
  readonly sources: string;
}

/** How sure: the interval of belief of each finding against the threshold of its clause. */
export function ConfidenceSection({ view, sources }: Props) {
  const { rows, total } = view.confidence;
  const { panel, onFinding } = usePanel(view, 'confidence');
  const reading =
    'The heavy edge is what the evidence makes believable, the band reaches to what it leaves possible, the upright line is the threshold of the clause.';
  const part =
    total > rows.length
      ? ` These are the ${formatNumber(rows.length)} gravest of ${formatNumber(total)}.`
      : '';
  return (
    <Section
      id="confidence"
      title="How sure: one interval for each finding"
      note={reading + part}
      summary={confidenceSummary(rows)}
      table={<ConfidenceTable rows={rows} onRow={onFinding} />}
      csv={() => confidenceCsv(rows)}
      taking={takingOf(view, reading + part)}
      sources={sources}
      panel={panel}
    >
      {rows.length === 0 ? (
        <EmptyState title="No finding to be sure or unsure of">
          No incident on record falls under a clause of this pact in the time and the selection
          shown. Widen the period or take off a filter above.
        </EmptyState>
      ) : (
        <ConfidenceChart rows={rows} onRow={onFinding} />
      )}
    </Section>
  );
}
