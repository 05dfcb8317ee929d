'use client';

import { Clocks, clocksCsv } from '@/components/standing/clocks';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { usePanel } from '@/components/trends/use-panel';
import type { ResponseAnswer } from '@/domain/view/response';

/** Clocks that run, that lapsed and that were met on the day shown. */
export function ClocksChart({ view: { clocks } }: { readonly view: ResponseAnswer }) {
  const { panel, explain } = usePanel('clocks');
  const rows = clocksCsv(clocks);
  const next = clocks.rows.find(({ state }) => state === 'open');
  const running = next === undefined ? '' : ` The next runs out on ${next.deadline}.`;
  return (
    <Chart
      id="clocks"
      title="Open clocks"
      note="A state that was told, or must have known, has a dated time to act. Inaction is a fact with a date."
      summary={`Clocks running: ${clocks.open}; lapsed: ${clocks.lapsed}; met: ${clocks.met}.${running}`}
      table={
        <FigureTable
          caption="Clocks, the next to run out first"
          rows={rows}
          empty="No clock has run."
          onRow={(at) => {
            const row = clocks.rows[at];
            if (row !== undefined) explain(row);
          }}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      <Clocks clocks={clocks} onFinding={explain} />
    </Chart>
  );
}
