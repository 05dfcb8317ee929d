'use client';

import { memo } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { FindingBin } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';
import { BinNote } from './bin-note';
import classes from './charts.module.css';
import { Baseline, Dates } from './findings-backdrop';
import { type Mark, sizeOf, tallest, ticksOf } from './findings-series';
import { Stacks } from './stacks';

interface Props {
  readonly bins: readonly FindingBin[];
  readonly marks: readonly Mark[];
  readonly signed: boolean;
  readonly onMark: (bin: string, verdict: Verdict) => void;
}

const TICK = { fill: 'var(--ink-muted)', fontSize: 12 };
const SIZE = { width: 1080, height: 300 };

/** The chart's own bar carries the scale and the note under the pointer; `Stacks` draws. */
const nothing = () => <g />;
const yearOf = (label: string): string => label.slice(-4);
const asItIs = (label: string): string => label;

/**
 * Findings per period, stacked by verdict, the gravest at the bottom. It only draws: bins are ready
 * made. Hidden from screen readers, which are given its summary and its table.
 */
export const FindingsChart = memo(function FindingsChart({ bins, marks, signed, onMark }: Props) {
  const named = ticksOf(bins);
  const ticks = Math.min(tallest(bins), 4) + 1;
  return (
    <div className={classes.picture} aria-hidden="true">
      <ResponsiveContainer width="100%" height={SIZE.height} initialDimension={SIZE}>
        <BarChart
          data={bins}
          accessibilityLayer={false}
          margin={{ top: 24, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis
            dataKey="label"
            tick={TICK}
            tickLine={false}
            axisLine={false}
            ticks={named}
            tickFormatter={bins.length > named.length ? yearOf : asItIs}
            interval="equidistantPreserveStart"
            minTickGap={12}
          />
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
          <Bar dataKey={sizeOf} isAnimationActive={false} shape={nothing} />
          <Stacks bins={bins} signed={signed} onMark={onMark} />
          <Dates marks={marks} bins={bins} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
});
