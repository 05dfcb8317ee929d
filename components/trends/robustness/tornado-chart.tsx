'use client';

import Link from 'next/link';
import { formatNumber } from '@/components/format';
import { FootAxis, ticksOn, UNIT_FOOT, Upright } from '@/components/plot/axes';
import { Key } from '@/components/plot/key';
import { Plot } from '@/components/plot/plot';
import { linear, type Scale } from '@/components/plot/scale';
import { recordHref } from '@/components/record-href';
import { SelectField } from '@/components/standing/fields';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { useMarks } from '@/components/trends/use-marks';
import { VERDICT_COLOURS, VERDICT_WORDS } from '@/components/verdict-words';
import { swingWords } from '@/domain/review/swing-words';
import type { RobustnessAnswer, TestedFinding } from '@/domain/view/robustness';
import { labelOf } from './word-fill';
import { markOf } from './words-chart';

const ROW = 34;
const capital = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase());
const KEY = [
  {
    label: 'The verdict becomes another',
    sample: <rect y="1" width="28" height="10" fill="var(--commission)" stroke="var(--ink)" />,
  },
  {
    label: 'Only the belief moves',
    sample: <rect y="1" width="28" height="10" fill="var(--paper)" stroke="var(--ink-muted)" />,
  },
  {
    label: 'What the clause asks for',
    sample: <line x1="14" x2="14" y1="0" y2="12" stroke="var(--ink)" strokeDasharray="3 3" />,
  },
];

/** The stretch of belief that a finding and its changes lie in, in tenths. */
function stretchOf({ b, threshold, swings }: TestedFinding): readonly number[] {
  const all = [b, threshold, ...swings.map((swing) => swing.b)];
  const from = Math.max(0, Math.floor(Math.min(...all) * 10 - 0.5));
  const to = Math.min(10, Math.ceil(Math.max(...all) * 10 + 0.5));
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at) / 10);
}

interface BarProps {
  readonly swing: TestedFinding['swings'][number];
  readonly b: number;
  readonly y: number;
  readonly left: number;
  readonly across: Scale;
  /** Room for what the verdict becomes; the table has it where there is none. */
  readonly wide: boolean;
}

/** One change, from the belief it starts from to the one it leads to; its words stand above it. */
function SwingBar({ swing, b, y, left, across, wide }: BarProps) {
  const ends = [across(Math.min(b, swing.b)), across(Math.max(b, swing.b))] as const;
  const falls = swing.b <= b;
  return (
    <g>
      <text
        x={left}
        y={y}
        fontSize={12}
        fill="var(--ink)"
        stroke="var(--paper)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {capital(swingWords(swing))}
        {swing.flips && wide ? `: ${VERDICT_WORDS[swing.verdict]}` : ''}
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
          d={`M${falls ? ends[0] : ends[1]} ${y + 5}l${falls ? -6 : 6} 5.5l${falls ? 6 : -6} 5.5Z`}
          fill="var(--ink)"
        />
      ) : null}
    </g>
  );
}

/** Every change that moves something, the largest swing first, against what the clause asks for. */
function Picture({ finding }: { readonly finding: TestedFinding }) {
  const { swings, b, threshold } = finding;
  const ticks = stretchOf(finding);
  return (
    <Plot height={swings.length * ROW + 96} room={14} foot={UNIT_FOOT}>
      {(area) => {
        const across = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [area.left, area.right]);
        return (
          <>
            <Upright area={area} at={across(b)} label={`belief ${formatNumber(b, 2)}`} />
            <line
              x1={across(threshold)}
              x2={across(threshold)}
              y1={area.top + 12}
              y2={area.bottom}
              stroke="var(--ink)"
              strokeDasharray="3 3"
            />
            {swings.map((swing, at) => (
              <SwingBar
                key={`${swing.kind} ${swing.change}`}
                swing={swing}
                {...{ b, across, left: area.left, wide: area.right > 480 }}
                y={area.top + 30 + at * ROW}
              />
            ))}
            <FootAxis
              area={area}
              ticks={ticksOn(ticks, across, (one) => `${one}`)}
              unit={
                finding.question === 'link'
                  ? 'belief in a link'
                  : 'belief that the state is responsible'
              }
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
      ...[capital(swingWords(swing)), swing.b, swing.difference],
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
