'use client';

import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { RatePoint } from '@/domain/trend/rate-line';
import classes from './charts.module.css';
import { showsPoints, type TimeBin } from './time-axis';

export interface RateBin extends TimeBin {
  readonly point: RatePoint;
}

interface Props {
  readonly bins: readonly RateBin[];
}

interface Placed {
  readonly key: string;
  readonly x: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** The rate lies above the picture. */
  readonly cut: boolean;
}

const POINT = { fill: 'var(--accent)', stroke: 'var(--paper)' };

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');

/** One unbroken run of rates: band and line, or an upright interval where a single bin stands alone. */
function Run({ points, dotted }: { points: readonly Placed[]; dotted: boolean }) {
  const [only] = points;
  if (only === undefined) return null;
  const alone = points.length === 1;
  return (
    <g>
      {alone ? (
        <path
          d={`M${only.x - 5},${only.low}h10M${only.x},${only.low}V${only.high}M${only.x - 5},${only.high}h10`}
          stroke="var(--accent)"
          fill="none"
        />
      ) : (
        <>
          <path
            d={`${path(points.map(({ x, high }) => [x, high]))}${path([...points].reverse().map(({ x, low }) => [x, low])).replace('M', 'L')}Z`}
            fill="var(--accent)"
            fillOpacity={0.15}
            stroke="none"
          />
          <path
            d={path(points.map(({ x, rate }) => [x, rate]))}
            fill="none"
            stroke="var(--accent)"
            strokeWidth={2}
            strokeLinejoin="round"
          />
        </>
      )}
      {points
        .filter(({ cut }) => dotted || alone || cut)
        .map(({ key, x, rate, cut }) =>
          cut ? (
            <path
              key={key}
              d={`M${x - 5},${rate + 9}L${x},${rate}L${x + 5},${rate + 9}Z`}
              {...POINT}
            />
          ) : (
            <circle key={key} cx={x} cy={rate} r={3.5} {...POINT} />
          ),
        )}
    </g>
  );
}

/** Rates with their exact intervals; a gap and a break in scope are never bridged. */
export function RateLayer({ bins }: Props) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const area = usePlotArea();
  if (across === undefined || up === undefined || area === undefined) return null;
  const runs = new Map<number, Placed[]>();
  for (const { key, label, point } of bins) {
    const { rate, segment, n } = point;
    const x = across(label, { position: 'middle' });
    if (rate === null || segment === null || x === undefined) continue;
    // What leaves the picture is cut at its top; the table has it in full.
    const y = (value: number) => Math.max(area.y, up(value) ?? 0);
    const cut = (up(rate.rate) ?? 0) < area.y - 0.5;
    const placed = { key, x, n, cut, rate: y(rate.rate), low: y(rate.low), high: y(rate.high) };
    runs.set(segment, [...(runs.get(segment) ?? []), placed]);
  }
  return (
    <g>
      {[...runs].map(([segment, points]) => (
        <Run key={segment} points={points} dotted={showsPoints(bins)} />
      ))}
      {[...runs.values()]
        .flat()
        .filter(({ n }) => n > 0)
        .map(({ key, x, rate }) => (
          // A larger target than the point that is seen.
          <circle
            key={key}
            className={classes.mark}
            data-bin={key}
            data-piece="open"
            data-unpictured=""
            cx={x}
            cy={rate}
            r={9}
            fill="transparent"
          />
        ))}
    </g>
  );
}
