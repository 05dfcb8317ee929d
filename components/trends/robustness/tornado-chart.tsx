'use client';

import Link from 'next/link';
import { formatNumber } from '@/components/format';
import { FootAxis, ticksOn, Upright } from '@/components/plot/axes';
import { Key } from '@/components/plot/key';
import { Plot } from '@/components/plot/plot';
import { linear } from '@/components/plot/scale';
import { recordHref } from '@/components/record-href';
import { SelectField } from '@/components/standing/fields';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { useMarks } from '@/components/trends/use-marks';
import { VERDICT_COLOURS, VERDICT_WORDS } from '@/components/verdict-words';
import type { RobustnessAnswer, TestedFinding } from '@/domain/view/robustness';
import { swingWords } from './swing-words';
import { labelOf } from './word-fill';
import { markOf } from './words-chart';

const ROW = 34;
const KEY = [
  {
    label: 'The verdict becomes another',
    sample: <rect y="1" width="28" height="10" fill="var(--commission)" stroke="var(--ink)" />,
  },
  {
    label: 'Only the belief moves',
    sample: <rect y="1" width="28" height="10" fill="var(--paper)" stroke="var(--ink-muted)" />,
  },
];

/** Each change from the belief it starts from to the one it leads to; its words stand above it. */
function Picture({ finding }: { readonly finding: TestedFinding }) {
  const { swings, b } = finding;
  return (
    <Plot height={swings.length * ROW + 52} room={8}>
      {(area) => {
        const across = linear([0, 1], [area.left, area.right]);
        return (
          <>
            <Upright area={area} at={across(b)} label={`belief ${formatNumber(b, 2)}`} />
            {swings.map((swing, at) => {
              const y = area.top + 14 + at * ROW;
              const ends = [across(Math.min(b, swing.b)), across(Math.max(b, swing.b))] as const;
              const left = swing.b <= b;
              return (
                <g key={`${swing.kind} ${swing.change}`}>
                  <text
                    x={area.left}
                    y={y}
                    fontSize={12}
                    fill="var(--ink)"
                    stroke="var(--paper)"
                    strokeWidth={4}
                    paintOrder="stroke"
                  >
                    {swingWords(swing)}
                    {swing.flips ? `: ${VERDICT_WORDS[swing.verdict]}` : ''}
                  </text>
                  <rect
                    x={ends[0]}
                    width={Math.max(2, ends[1] - ends[0])}
                    y={y + 5}
                    height={11}
                    fill={swing.flips ? VERDICT_COLOURS.VIOLATION_COMMISSION : 'var(--paper)'}
                    stroke={swing.flips ? 'var(--ink)' : 'var(--ink-muted)'}
                  />
                  {swing.flips ? (
                    <path
                      d={`M${left ? ends[0] : ends[1]} ${y + 5}l${left ? -6 : 6} 5.5l${left ? 6 : -6} 5.5Z`}
                      fill="var(--ink)"
                    />
                  ) : null}
                </g>
              );
            })}
            <FootAxis
              area={area}
              ticks={ticksOn([0, 0.25, 0.5, 0.75, 1], across, (one) => `${one}`)}
            />
          </>
        );
      }}
    </Plot>
  );
}

/** What one finding hangs on, the largest swing first. */
export function TornadoChart({ view }: { readonly view: RobustnessAnswer }) {
  const state = useStateName();
  const { mark, ask } = useMarks('tornado');
  const { tested } = view;
  const finding = tested.find((one) => markOf(one) === mark?.join('~')) ?? tested[0];
  if (finding === undefined) return null;
  const rows = [
    ['change', 'belief after', 'difference', 'verdict after', 'another verdict'],
    ...finding.swings.map((swing) => [
      ...[swingWords(swing), swing.b, swing.difference],
      ...[VERDICT_WORDS[swing.verdict], swing.flips ? 'yes' : 'no'],
    ]),
  ];
  return (
    <Chart
      id="tornado"
      title="What one finding hangs on"
      note={`${finding.said} Changes of single judgements make the word; other thresholds are shown beside them and make none.`}
      summary={`${finding.incident.title}. ${finding.said}`}
      table={
        <FigureTable
          caption={`Changes tried: ${finding.incident.title}`}
          rows={rows}
          empty="No change moves belief or verdict."
        />
      }
      rows={() => rows}
    >
      <SelectField
        label="Finding"
        value={markOf(finding)}
        choices={tested.map((one) => ({
          value: markOf(one),
          label: `${labelOf(one.word)}: ${one.incident.title} (${state(one.accused)})`,
        }))}
        onChange={ask}
      />
      <p>
        <Link href={recordHref(finding.incident.id)}>{finding.incident.title}</Link>, clause{' '}
        {finding.clause}, {state(finding.accused)}: {VERDICT_WORDS[finding.verdict]}
      </p>
      {finding.swings.length === 0 ? (
        <p>None of the {finding.tried} changes tried moves its belief or its verdict.</p>
      ) : (
        <>
          <Key entries={KEY} />
          <Picture finding={finding} />
        </>
      )}
    </Chart>
  );
}
