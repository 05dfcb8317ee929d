import { G, Line, Svg, Text } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { type Mark, type TimeBin, ticksOf } from '@/components/charts/time-axis';
import { formatNumber } from '@/components/format';
import { SANS } from '@/components/pdf/fonts';
import { printable } from '@/components/pdf/printable';
import { scaleTicks } from '@/components/plot/scale';
import { INK } from './ink';

/** Where a picture draws, in points. */
export interface Field {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Width of a bin. */
  readonly step: number;
  /** The value at the top. */
  readonly most: number;
  /** The left edge of a bin, and the height at which a value stands. */
  readonly across: (bin: number) => number;
  readonly up: (value: number) => number;
}

interface Props {
  readonly width: number;
  readonly height: number;
  readonly bins: readonly TimeBin[];
  readonly top: number;
  readonly whole: boolean;
  readonly marks?: readonly Mark[];
  /** Bins in which nobody is on record as having looked. */
  readonly gaps?: readonly boolean[];
  readonly children: (field: Field) => ReactNode;
}

const LEFT = 30;
const ABOVE = 10;
const BELOW = 14;

const letters = { fontFamily: SANS, fontSize: 6 } as const;

function fieldOf({ width, height, bins }: Props, most: number): Field {
  const field = { left: LEFT, top: ABOVE, width: width - LEFT, height: height - ABOVE - BELOW };
  const step = field.width / Math.max(1, bins.length);
  return {
    ...field,
    ...{ step, most },
    across: (bin) => field.left + bin * step,
    up: (value) => field.top + field.height * (1 - value / most),
  };
}

/** Labels with room to be read beside each other. */
function apart(bins: readonly TimeBin[], step: number): Set<string> {
  const ticks = new Set(ticksOf(bins));
  let free = 0;
  return new Set(
    bins.flatMap(({ label }, at) => {
      if (!ticks.has(label) || at * step < free) return [];
      free = at * step + label.length * 4 + 6;
      return [label];
    }),
  );
}

/** A picture over time: scale at the left, periods below, dated marks as numbered lines. */
export function Plot(props: Props) {
  const { width, height, bins, top, whole, marks = [], gaps = [], children } = props;
  const ticks = scaleTicks(top, whole);
  const most = ticks.at(-1) ?? 1;
  const field = fieldOf(props, most);
  const named = apart(bins, field.step);
  const floor = field.up(0);
  return (
    <Svg width={width} height={height}>
      {ticks.map((value) => (
        <G key={value}>
          <Line
            {...{ x1: LEFT, x2: width, y1: field.up(value), y2: field.up(value) }}
            stroke={value === 0 ? INK.rule : INK.hairline}
            strokeWidth={0.5}
          />
          <Text
            x={LEFT - 4}
            y={field.up(value) + 2.2}
            textAnchor="end"
            fill={INK.muted}
            style={letters}
          >
            {printable(formatNumber(value, Number.isInteger(value) ? 0 : value < 0.1 ? 2 : 1))}
          </Text>
        </G>
      ))}
      {bins.map(({ key }, at) =>
        gaps[at] === true ? (
          <Line
            key={key}
            {...{ x1: field.across(at), x2: field.across(at) + field.step, y1: floor, y2: floor }}
            {...{ stroke: INK.paper, strokeWidth: 1.6, strokeDasharray: '2 2' }}
          />
        ) : null,
      )}
      {children(field)}
      {bins.map((bin, at) => (
        <G key={bin.key}>
          {named.has(bin.label) ? (
            <Text
              {...{ x: field.across(at) + field.step / 2, y: height - 3, textAnchor: 'middle' }}
              {...{ fill: INK.muted, style: letters }}
            >
              {printable(bin.label)}
            </Text>
          ) : null}
        </G>
      ))}
      {marks.map(({ number, bin }) => {
        const at = bins.findIndex(({ key }) => key === bin);
        const x = field.across(at) + field.step / 2;
        return (
          <G key={number}>
            <Line
              {...{ x1: x, x2: x, y1: ABOVE, y2: floor, stroke: INK.muted }}
              {...{ strokeWidth: 0.5, strokeDasharray: '1.5 1.5' }}
            />
            <Text x={x} y={7} textAnchor="middle" fill={INK.muted} style={letters}>
              {`${number}`}
            </Text>
          </G>
        );
      })}
    </Svg>
  );
}
