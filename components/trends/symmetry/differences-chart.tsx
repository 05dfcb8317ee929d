'use client';

import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { usePanel } from '@/components/trends/use-panel';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { Symmetry } from '@/domain/symmetry/symmetry';

interface Props {
  readonly symmetry: Symmetry;
  readonly titles: Readonly<Record<string, string>>;
}

/** Findings that would be others, had the two changed places. */
export function DifferencesChart({ symmetry, titles }: Props) {
  const { differences, holds } = symmetry;
  const state = useStateName();
  const { panel, explain } = usePanel('differences');
  const rows = [
    ['incident', 'clause', 'accused', 'as recorded', 'exchanged'],
    ...differences.map(({ incident, clause, accused, verdict, exchanged }) => [
      ...[titles[incident] ?? incident, clause, state(accused)],
      ...[VERDICT_WORDS[verdict], VERDICT_WORDS[exchanged]],
    ]),
  ];
  const table = (
    <FigureTable
      caption="Findings that the pact itself makes others"
      rows={rows}
      empty="None: the pact asks the same of both."
      onRow={(at) => {
        const one = differences[at];
        if (one !== undefined) explain(one);
      }}
    />
  );
  const rule = holds
    ? 'With the names exchanged in record and pact alike, every finding stays what it is.'
    : 'With the names exchanged in record and pact alike, findings differ: that is a fault of the engine and must be reported.';
  return (
    <Chart
      id="differences"
      title="What the pact itself treats otherwise"
      note={`A reservation, an entry into force or a succession may ask more of one than of the other. ${rule}`}
      summary={`${differences.length === 0 ? 'The pact asks the same of both.' : `${differences.length} findings would be others.`} ${rule}`}
      table={table}
      rows={() => rows}
      panel={panel}
    >
      {differences.length === 0 ? <p>Nothing: the pact asks the same of both.</p> : table}
    </Chart>
  );
}
