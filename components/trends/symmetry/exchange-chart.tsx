'use client';

import { Legend } from '@/components/charts/legend';
import { useStateName } from '@/components/standing/state-names';
import { isCovered } from '@/components/trends/behind-bin';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { useFrame } from '@/components/trends/frame';
import { usePanel } from '@/components/trends/use-panel';
import { isVerdict, VERDICT_ORDER, VERDICT_WORDS } from '@/components/verdict-words';
import type { Symmetry } from '@/domain/symmetry/symmetry';
import { heldBy } from './counts';
import { VerdictBars } from './verdict-bars';

interface Props {
  readonly symmetry: Symmetry;
  readonly headline: string;
}

/** Each party as recorded, and under its name once the two have changed places. */
export function ExchangeChart({ symmetry, headline }: Props) {
  const { sides, parties } = symmetry;
  const state = useStateName();
  const { filter } = useFrame().head;
  const bars = sides.flatMap(({ party, asRecorded, exchanged }) => {
    const other = parties.find((code) => code !== party) ?? party;
    return [
      {
        key: `${party}~recorded`,
        behind: party,
        label: `${state(party)}, as recorded`,
        counts: asRecorded,
      },
      {
        key: `${party}~exchanged`,
        behind: other,
        label: `${state(party)}, had it stood in the place of ${state(other)}`,
        counts: exchanged,
      },
    ];
  });
  const rows = [
    ['side', ...VERDICT_ORDER.map((verdict) => VERDICT_WORDS[verdict])],
    ...bars.map(({ label, counts }) => [label, ...VERDICT_ORDER.map((one) => counts[one])]),
  ];
  const { panel, ask } = usePanel('exchange', ([one, other, verdict = '']) => {
    const open = bars.find(({ key }) => key === `${one}~${other}`);
    return open === undefined
      ? null
      : {
          title: `${open.label}${isVerdict(verdict) ? `: ${VERDICT_WORDS[verdict]}` : ''}`,
          filter: { ...filter, party: open.behind },
          keep: (row) => (isVerdict(verdict) ? row.verdict === verdict : isCovered(row)),
        };
  });
  return (
    <Chart
      id="exchange"
      title="The two exchanged"
      note="Each has done what the other is said to have done, and is asked by the same clauses. Under a pact that binds both alike the bars change their names and nothing else."
      summary={headline}
      table={
        <FigureTable
          caption="Findings by verdict, as recorded and exchanged"
          rows={rows}
          onRow={(at) => ask(bars[at]?.key ?? '')}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      <Legend entries={heldBy(sides.map(({ asRecorded }) => asRecorded))} signed={false} />
      <VerdictBars bars={bars} signed={false} onMark={ask} />
    </Chart>
  );
}
