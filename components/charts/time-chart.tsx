'use client';

import type { ReactElement, ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { scaleTicks } from '@/components/plot/scale';
import classes from './charts.module.css';
import { DragPeriod, type Stretch } from './drag-period';
import { type Mark, type TimeBin, ticksOf } from './time-axis';
import { Baseline, Chosen, Dates, Provisional } from './time-layers';
import { type BinMark, useCursor } from './use-cursor';

export interface TimeChartProps<B extends TimeBin> {
  readonly bins: readonly B[];
  /** Names the chart for whoever moves in it by keyboard. */
  readonly name: string;
  /** The top of the scale: what is drawn highest. */
  readonly top: number;
  /** What the scale counts. */
  readonly unit: string;
  /** Whether only whole numbers make sense. */
  readonly whole?: boolean;
  readonly marks: readonly Mark[];
  /** Whether anybody is on record as having looked. */
  readonly watched: (bin: B) => boolean;
  /** Key of the first bin of those that are provisional to the end. */
  readonly provisionalFrom?: string | null;
  /** What can be opened in a bin, the lowest first. */
  readonly marksIn: (bin: B) => readonly BinMark[];
  readonly onMark: (bin: string, mark: string) => void;
  /** Draws across the chart choose a period; without it they do nothing. */
  readonly onStretch?: ((stretch: Stretch) => void) | undefined;
  /** What is said of the bin under the pointer. */
  readonly note: ReactElement;
  readonly height?: number;
  readonly children: ReactNode;
}

const TICK = { fill: 'var(--ink-muted)', fontSize: 12 };
const WIDTH = 1080;

/** The chart's own bar carries the scale and the note under the pointer; its children draw. */
const nothing = () => <g />;
const none = () => 0;
const yearOf = (label: string): string => label.slice(-4);
const asItIs = (label: string): string => label;

/**
 * The frame of a chart over time: axes, baseline with gaps, provisional stretch, dated marks,
 * drawing across it, and a cursor for the keyboard. It only draws; its children draw the series.
 */
export function TimeChart<B extends TimeBin>(props: TimeChartProps<B>) {
  const { bins, name, top, whole = false, marks, watched, note, height = 300, onStretch } = props;
  const named = ticksOf(bins);
  const ticks = scaleTicks(top, whole);
  const { cursor, props: keys } = useCursor({
    ...{ bins, name, marksIn: props.marksIn, onMark: props.onMark },
  });
  const provisional = bins.findIndex(({ key }) => key === (props.provisionalFrom ?? ''));
  return (
    <div className={classes.picture} {...keys}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: WIDTH, height }}>
        <BarChart
          data={bins}
          accessibilityLayer={false}
          margin={{ top: 36, right: 8, bottom: 0, left: 0 }}
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
            domain={[0, ticks.at(-1) ?? 1]}
            ticks={ticks}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={36}
          />
          <Tooltip
            cursor={{ fill: 'var(--accent-wash)' }}
            isAnimationActive={false}
            content={note}
          />
          {provisional === -1 ? null : (
            <Provisional bins={bins} first={provisional} last={bins.length - 1} />
          )}
          <Baseline bins={bins} watched={watched} />
          <Bar dataKey={none} isAnimationActive={false} shape={nothing} />
          {props.children}
          <Dates marks={marks} bins={bins} />
          <text x={0} y={12} fontSize={12} fill="var(--ink-muted)">
            {props.unit}
          </text>
          {onStretch === undefined ? null : <DragPeriod bins={bins} onStretch={onStretch} />}
          {cursor === null ? null : <Chosen bins={bins} first={cursor.at} last={cursor.at} />}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
