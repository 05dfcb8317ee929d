'use client';

import { Legend } from '@/components/charts/legend';
import { useStateName } from '@/components/standing/state-names';
import { isCovered } from '@/components/trends/behind-bin';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { usePanel } from '@/components/trends/use-panel';
import { isVerdict, VERDICT_ORDER, VERDICT_WORDS } from '@/components/verdict-words';
import type { SymmetryAnswer } from '@/domain/view/symmetry';
import { heldBy } from './counts';
import { VerdictBars } from './verdict-bars';

/** What each of the two did under one and the same clause. */
export function MirrorChart({ view }: { readonly view: SymmetryAnswer }) {
  const { mirror, pact } = view;
  const state = useStateName();
  const signed = view.filter.counting === 'signed';
  const bars = mirror.flatMap(({ clause, sides }) =>
    sides.map(({ party, tested, counts }) => ({
      ...{ key: `${clause}~${party}`, clause, party, tested, counts },
      label: `Clause ${clause}, ${state(party)}: ${tested} tested`,
    })),
  );
  const rows = [
    ['clause', 'party', 'tested', ...VERDICT_ORDER.map((verdict) => VERDICT_WORDS[verdict])],
    ...bars.map(({ clause, party, tested, counts }) => [
      ...[clause, state(party), tested],
      ...VERDICT_ORDER.map((verdict) => counts[verdict]),
    ]),
  ];
  const { panel, ask } = usePanel('mirror', ([one, other, verdict = '']) => {
    const open = bars.find(({ key }) => key === `${one}~${other}`);
    return open === undefined
      ? null
      : {
          title: `${open.label}${isVerdict(verdict) ? `: ${VERDICT_WORDS[verdict]}` : ''}`,
          filter: { ...view.filter, party: open.party, clause: open.clause },
          keep: (row) => (isVerdict(verdict) ? row.verdict === verdict : isCovered(row)),
        };
  });
  return (
    <Chart
      id="mirror"
      title="Both under the same clause"
      note={`What each did, judged by the same words. ${pact.clauses
        .filter(({ id }) => mirror.some(({ clause }) => clause === id))
        .map(({ id, reference }) => `${id}: ${reference}`)
        .join('; ')}.`}
      summary={mirror.map(({ said }) => said).join(' ')}
      table={
        <FigureTable
          caption="Findings of each party by clause"
          rows={rows}
          onRow={(at) => ask(bars[at]?.key ?? '')}
          opens={(at) => (bars[at]?.tested ?? 0) > 0}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      <Legend entries={heldBy(bars.map(({ counts }) => counts))} signed={signed} />
      <VerdictBars bars={bars} signed={signed} onMark={ask} />
    </Chart>
  );
}
