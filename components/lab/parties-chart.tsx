'use client';

import { memo, type ReactNode } from 'react';
import { fillOf } from '@/components/charts/verdict-patterns';
import { Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import { useStateName } from '@/components/standing/state-names';
import { FigureTable } from '@/components/trends/figure-table';
import { VERDICT_ORDER, VERDICT_WORDS } from '@/components/verdict-words';
import type { LabLine } from '@/domain/lab/figures';
import type { Verdict } from '@/domain/verdict';
import { deltaWords, STACKED, stackedIn } from './drawn';
import classes from './lab.module.css';
import { LabChart } from './lab-frame';
import type { LabNumber, PartyNumber } from './number-open';
import { PartyCount, PartyCounts } from './party-counts';
import { StackLegend } from './stack-legend';

interface Props {
  readonly before: readonly LabLine[];
  readonly after: readonly LabLine[];
  /** The parties that are drawn; the table has all. */
  readonly drawn: readonly string[];
  /** The findings behind the number that is open. */
  readonly panel: ReactNode;
  readonly onNumber: (number: LabNumber) => void;
}

const HEIGHT = 54;
const BARS = { text: { y: 4, height: 12 }, variant: { y: 26, height: 24 } } as const;
/** Room on the right for the figure of a bar. */
const ROOM = 44;

type Counts = Readonly<Record<Verdict, number>>;

interface BarProps {
  readonly counts: Counts;
  readonly bar: { readonly y: number; readonly height: number };
  readonly wide: (count: number) => number;
}

/** One lying bar, stacked by verdict, the gravest first. */
function Bar({ counts, bar, wide }: BarProps) {
  let from = 0;
  return (
    <g>
      {STACKED.map((verdict) => {
        const x = wide(from);
        from += counts[verdict];
        const width = Math.max(0, wide(from) - x);
        return (
          <rect
            key={verdict}
            x={x}
            y={bar.y}
            width={width}
            height={bar.height}
            {...fillOf(verdict, false)}
          />
        );
      })}
      <text x={wide(from) + 6} y={bar.y + bar.height / 2 + 4} fontSize={12} fill="var(--ink)">
        {from}
      </text>
    </g>
  );
}

function Pair({
  before,
  after,
  most,
}: {
  readonly before: Counts;
  readonly after: Counts;
  readonly most: number;
}) {
  return (
    <Plot height={HEIGHT} room={0} foot={0}>
      {({ right }) => {
        const wide = linear([0, most], [64, right - ROOM]);
        return (
          <>
            <text x={0} y={BARS.text.y + 10} fontSize={12} fill="var(--ink-muted)">
              In the text
            </text>
            <Bar counts={before} bar={BARS.text} wide={wide} />
            <text x={0} y={BARS.variant.y + 16} fontSize={12} fill="var(--ink)">
              Variant
            </text>
            <Bar counts={after} bar={BARS.variant} wide={wide} />
          </>
        );
      }}
    </Plot>
  );
}

const NOTE =
  'One finding for each incident and accused state, the gravest. The thin bar is the pact as in its text, the thick one the variant. What is not attributable or not covered is in the table. Each number opens the findings behind it.';

/** The columns of the table that hold findings of a side. */
const SIDES_AT: Readonly<Record<number, PartyNumber['side']>> = { 2: 'text', 3: 'variant' };

/** Verdicts per party, in the text and in the variant. */
export const PartiesChart = memo(function PartiesChart(props: Props) {
  const { before, after, drawn, panel, onNumber } = props;
  const state = useStateName();
  const pairs = after.flatMap((line, at) => {
    const was = before[at];
    return was === undefined ? [] : [{ party: line.party, was: was.counts, is: line.counts }];
  });
  const shown = pairs.filter(({ party }) => drawn.includes(party));
  const most = Math.max(1, ...shown.flatMap(({ was, is }) => [stackedIn(was), stackedIn(is)]));
  const top = scaleTicks(most, true).at(-1) ?? 1;
  const rows = [
    ['party', 'verdict', 'in the text', 'variant', 'change'],
    ...pairs.flatMap(({ party, was, is }) =>
      VERDICT_ORDER.map((verdict) => [
        ...[state(party), VERDICT_WORDS[verdict], was[verdict], is[verdict]],
        is[verdict] - was[verdict],
      ]),
    ),
  ];
  const figure = (at: number, place: number): ReactNode => {
    const pair = pairs[Math.floor(at / VERDICT_ORDER.length)];
    const verdict = VERDICT_ORDER[at % VERDICT_ORDER.length];
    const side = SIDES_AT[place];
    if (pair === undefined || verdict === undefined || side === undefined) return null;
    const { party, was, is } = pair;
    const count = (side === 'text' ? was : is)[verdict];
    const of = { place: 'parties', side, verdict, party } as const;
    return <PartyCount {...of} {...{ count, onNumber }} name={state(party)} />;
  };
  return (
    <>
      <LabChart
        id="parties"
        title="What each party would have kept, before and after"
        note={NOTE}
        summary={shown
          .map(
            ({ party, was, is }) =>
              `${state(party)}: ${STACKED.map((one) => `${VERDICT_WORDS[one].toLowerCase()} ${was[one]}, then ${is[one]}`).join('; ')}.`,
          )
          .join(' ')}
        table={<FigureTable caption="Findings by party and verdict" rows={rows} figure={figure} />}
        rows={() => rows}
      >
        <StackLegend />
        {shown.map(({ party, was, is }) => (
          <div key={party} className={classes.party}>
            <p className={classes.name}>
              {state(party)}{' '}
              <span className="muted">
                {STACKED.filter((one) => was[one] !== is[one])
                  .map(
                    (one) =>
                      `${VERDICT_WORDS[one].toLowerCase()} ${deltaWords(is[one] - was[one])}`,
                  )
                  .join(', ') || 'nothing changes'}
              </span>
            </p>
            <Pair before={was} after={is} most={top} />
            <PartyCounts name={state(party)} text={was} variant={is} {...{ party, onNumber }} />
          </div>
        ))}
      </LabChart>
      {panel}
    </>
  );
});
