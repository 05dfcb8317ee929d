'use client';

import { formatNumber } from '@/components/format';
import { Key } from '@/components/plot/key';
import { Plot } from '@/components/plot/plot';
import { linear } from '@/components/plot/scale';
import { type FindingKey, writeWhy } from '@/components/standing/open';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { usePanel } from '@/components/trends/use-panel';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { RobustnessAnswer, TestedFinding } from '@/domain/view/robustness';
import classes from './robustness.module.css';
import { labelOf, WORDS, WordPatterns } from './word-fill';

function Bar({ view }: { readonly view: RobustnessAnswer }) {
  const total = Math.max(1, view.tested.length);
  let before = 0;
  const parts = WORDS.map((one) => {
    const count = view.counts[one.word];
    const from = before;
    before += count;
    return { ...one, count, from };
  });
  return (
    <Plot height={84} room={1} foot={8}>
      {(area) => {
        const across = linear([0, total], [area.left, area.right]);
        return parts.map(({ word, fill, count, from }) =>
          count === 0 ? null : (
            <g key={word}>
              <rect
                x={across(from)}
                width={across(from + count) - across(from)}
                y={area.top + 8}
                height={area.bottom - area.top - 8}
                fill={fill}
                stroke="var(--ink)"
              />
              <text x={across(from) + 2} y={area.top} fontSize={12} fill="var(--ink)">
                {count}
              </text>
            </g>
          ),
        );
      }}
    </Plot>
  );
}

const keyOf = ({ incident, clause, accused }: TestedFinding): FindingKey => ({
  ...{ incident: incident.id, clause, accused },
});

export const markOf = (finding: TestedFinding): string => writeWhy(keyOf(finding));

/** How many of the findings bear each word, and which. */
export function WordsChart({ view }: { readonly view: RobustnessAnswer }) {
  const state = useStateName();
  const { panel, explain } = usePanel('words');
  const { tested, counts, found } = view;
  const rows = [
    ['incident', 'clause', 'accused', 'verdict', 'robustness', 'belief', 'flips', 'tried'],
    ...tested.map((one) => [
      ...[one.incident.title, one.clause, state(one.accused), VERDICT_WORDS[one.verdict]],
      ...[labelOf(one.word), one.b, one.flips, one.tried],
    ]),
  ];
  return (
    <Chart
      id="words"
      title="How many findings hang on a single judgement"
      note={`Each claim is left out, each grade moved one step, any two clusters merged, one at a time.${found > tested.length ? ` The ${tested.length} weightiest of ${found} violations are tested.` : ''}`}
      summary={view.headline}
      table={
        <FigureTable
          caption="Every finding tested and what it is"
          rows={rows}
          onRow={(at) => {
            const one = tested[at];
            if (one !== undefined) explain(keyOf(one));
          }}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      <WordPatterns />
      <Key
        entries={WORDS.map(({ word, label, meaning, fill }) => ({
          label: `${label} ${formatNumber(counts[word])}: ${meaning}`,
          sample: <rect width="28" height="12" fill={fill} stroke="var(--ink)" />,
        }))}
      />
      <Bar view={view} />
      <ul className={classes.list}>
        {tested
          .filter(({ word }) => word !== 'ROBUST')
          .slice(0, 12)
          .map((one) => (
            <li key={markOf(one)}>
              <VerdictMark verdict={one.verdict} />{' '}
              <button type="button" className="link-button" onClick={() => explain(keyOf(one))}>
                {one.incident.title}
              </button>{' '}
              <span className="muted">
                {labelOf(one.word)}, {one.flips} of {one.tried} changes, {state(one.accused)}
              </span>
            </li>
          ))}
      </ul>
    </Chart>
  );
}
