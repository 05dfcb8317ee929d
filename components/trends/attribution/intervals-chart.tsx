'use client';

import { ConfidenceChart } from '@/components/charts/confidence-chart';
import { confidenceCsv, confidenceSummary } from '@/components/charts/confidence-order';
import { ConfidenceTable } from '@/components/charts/confidence-table';
import { Chart } from '@/components/trends/chart';
import { usePanel } from '@/components/trends/use-panel';
import type { AttributionAnswer } from '@/domain/view/attribution';

/** One interval for each finding: what is believed, what is possible, what the clause asks for. */
export function IntervalsChart({ view }: { readonly view: AttributionAnswer }) {
  const { panel, explain } = usePanel('intervals');
  const { rows, total } = view.intervals;
  const shared = { rows, onRow: explain };
  return (
    <Chart
      id="intervals"
      title="One interval for each finding"
      note={`The band runs from what is believed to what is possible, the upright line is what the clause asks for.${rows.length < total ? ` The ${rows.length} gravest of ${total} are shown.` : ''} Each opens its claims and what they weigh.`}
      summary={confidenceSummary(rows)}
      table={<ConfidenceTable {...shared} />}
      rows={() => confidenceCsv(rows)}
      panel={panel}
    >
      {rows.length === 0 ? (
        <p>No finding names an accused in this time. Widen the period or the filter.</p>
      ) : (
        <ConfidenceChart {...shared} />
      )}
    </Chart>
  );
}
