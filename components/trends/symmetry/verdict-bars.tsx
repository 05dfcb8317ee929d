'use client';

import { Layer } from 'recharts';
import { fillOf } from '@/components/charts/verdict-patterns';
import { FootAxis, ticksOn, UNIT_FOOT } from '@/components/plot/axes';
import { Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import type { Verdict } from '@/domain/verdict';
import { type Counts, DRAWN, sumOf } from './counts';

export interface VerdictBar {
  readonly key: string;
  readonly label: string;
  readonly counts: Counts;
}

interface Props {
  readonly bars: readonly VerdictBar[];
  readonly signed: boolean;
  readonly onMark?: ((key: string, verdict: Verdict) => void) | undefined;
}

const ROW = 64;

/** The shapes of look.md as letters, so that no bar is told by its colour alone. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  VIOLATION_COMMISSION: '■',
  VIOLATION_OMISSION: '▲',
  PENDING: '◍',
  DISPUTED: '◆',
  DISCHARGED: '✓',
  NOT_ATTRIBUTABLE: '○',
  NOT_COVERED: '–',
};

/** Lying bars of findings by verdict on one scale, the gravest first; the words stand above each. */
export function VerdictBars({ bars, signed, onMark }: Props) {
  const ticks = scaleTicks(Math.max(1, ...bars.map(({ counts }) => sumOf(counts))), true);
  return (
    <Plot height={bars.length * ROW + 64} room={8} foot={UNIT_FOOT}>
      {(area) => {
        const across = linear([0, ticks.at(-1) ?? 1], [area.left, area.right]);
        return (
          <>
            {bars.map(({ key, label, counts }, at) => {
              const y = area.top + at * ROW;
              let before = 0;
              return (
                <g key={key}>
                  <text x={area.left} y={y + 6} fontSize={12} fill="var(--ink)">
                    {label}
                  </text>
                  <text x={area.left} y={y + 46} fontSize={12} fill="var(--ink-muted)">
                    {DRAWN.filter((verdict) => counts[verdict] > 0)
                      .map((verdict) => `${SHAPES[verdict]} ${counts[verdict]}`)
                      .join('  ')}
                  </text>
                  {DRAWN.map((verdict) => {
                    const from = across(before);
                    before += counts[verdict];
                    return counts[verdict] === 0 ? null : (
                      <Layer
                        key={verdict}
                        {...(onMark === undefined
                          ? {}
                          : { onClick: () => onMark(key, verdict), cursor: 'pointer' })}
                      >
                        <rect
                          x={from}
                          width={across(before) - from}
                          y={y + 12}
                          height={20}
                          {...fillOf(verdict, signed)}
                        />
                      </Layer>
                    );
                  })}
                </g>
              );
            })}
            <FootAxis
              area={area}
              ticks={ticksOn(ticks, across, (one) => `${one}`)}
              unit="findings"
            />
          </>
        );
      }}
    </Plot>
  );
}
