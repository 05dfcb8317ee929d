'use client';

import { memo } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { FindingBin } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';
import { BinNote } from './bin-note';
import classes from './charts.module.css';
import { Baseline, Dates } from './findings-backdrop';
import { type Mark, tallest, totals } from './findings-series';
import { fillOf } from './verdict-patterns';

interface Props {
  readonly bins: readonly FindingBin[];
  readonly marks: readonly Mark[];
  readonly signed: boolean;
  readonly onMark: (bin: string, verdict: Verdict) => void;
}

const TICK = { fill: 'var(--ink-muted)', fontSize: 12 };
const SIZE = { width: 1080, height: 300 };

/**
 * Findings per period, stacked by verdict, the gravest at the bottom. It only draws: bins are ready
 * made. Hidden from screen readers, which are given its summary and its table.
 */
export const FindingsChart = memo(function FindingsChart({ bins, marks, signed, onMark }: Props) {
  const drawn = totals(bins).map(({ verdict }) => verdict);
  const ticks = Math.min(tallest(bins), 4) + 1;
  return (
    <div className={classes.picture} aria-hidden="true">
      <ResponsiveContainer width="100%" height={SIZE.height} initialDimension={SIZE}>
        <BarChart
          data={bins}
          accessibilityLayer={false}
          margin={{ top: 24, right: 8, bottom: 0, left: 0 }}
          barCategoryGap={bins.length > 60 ? 1 : '22%'}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis dataKey="label" tick={TICK} tickLine={false} axisLine={false} minTickGap={16} />
          <YAxis
            allowDecimals={false}
            tickCount={ticks}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={32}
          />
          <Tooltip
            cursor={{ fill: 'var(--accent-wash)' }}
            isAnimationActive={false}
            content={<BinNote />}
          />
          <Baseline bins={bins} />
          {drawn.map((verdict) => (
            <Bar
              key={verdict}
              dataKey={({ counts }: FindingBin) => counts[verdict] || null}
              name={verdict}
              stackId="findings"
              maxBarSize={40}
              isAnimationActive={false}
              className={`${classes.mark}`}
              onClick={(_, index) => {
                const bin = bins[index];
                if (bin !== undefined) onMark(bin.key, verdict);
              }}
              {...fillOf(verdict, signed)}
            />
          ))}
          <Dates marks={marks} bins={bins} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
});
