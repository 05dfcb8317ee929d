'use client';

import { useElementSize } from '@mantine/hooks';
import { memo } from 'react';
import { heldIn } from '@/components/charts/findings-series';
import type { TimeBin } from '@/components/charts/time-axis';
import { useCursor } from '@/components/charts/use-cursor';
import { fillOf } from '@/components/charts/verdict-patterns';
import { scaleTicks } from '@/components/plot/scale';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { FindingBin } from '@/domain/standing-view';
import classes from './multiples.module.css';

export interface SmallBin extends TimeBin, Pick<FindingBin, 'counts'> {
  readonly watched: boolean;
}

interface Props {
  readonly name: string;
  readonly bins: readonly SmallBin[];
  /** Most findings in a bin of any of the charts: the scale they share. */
  readonly most: number;
  readonly signed: boolean;
  /** Keys of the bins that a dated event falls in. */
  readonly dates: readonly string[];
  readonly onMark: (bin: string, verdict: string) => void;
}

const SIZE = { width: 260, height: 112 };
const LEFT = 22;
const BOTTOM = 18;
const TOP = 6;
const GAP = 0.2;
const WIDEST = 28;

const marksIn = ({ counts }: SmallBin) =>
  heldIn({ counts }).map((verdict) => ({
    key: verdict,
    words: `${VERDICT_WORDS[verdict]}, ${counts[verdict]}`,
  }));

interface Geometry {
  readonly x: (at: number) => number;
  readonly y: (count: number) => number;
  readonly step: number;
}

function Bars({ bins, signed, x, y, step }: Pick<Props, 'bins' | 'signed'> & Geometry) {
  const width = Math.min(step * (1 - GAP), WIDEST);
  return bins.flatMap(({ key, counts }, at) => {
    let below = 0;
    return heldIn({ counts }).map((verdict) => {
      const from = below;
      below += counts[verdict];
      const { fill, stroke } = fillOf(verdict, signed);
      return (
        <rect
          key={`${key} ${verdict}`}
          data-piece={verdict}
          data-bin={key}
          className={classes.mark}
          x={x(at) + (step - width) / 2}
          y={y(below)}
          width={width}
          height={y(from) - y(below)}
          {...{ fill, stroke }}
        />
      );
    });
  });
}

/** One small chart among its like: no frame of its own, the scale of all. */
export const SmallStacks = memo(function SmallStacks(props: Props) {
  const { name, bins, most, signed, dates, onMark } = props;
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = measured > 0 ? measured : SIZE.width;
  const { cursor, props: keys } = useCursor({ bins, name, marksIn, onMark });
  const ticks = scaleTicks(Math.max(1, most), true);
  const top = ticks.at(-1) ?? 1;
  const step = (width - LEFT) / Math.max(1, bins.length);
  const x = (at: number) => LEFT + at * step;
  const y = (count: number) => TOP + (1 - count / top) * (SIZE.height - BOTTOM - TOP);
  const named = [0, bins.length - 1].filter((at, place, all) => all.indexOf(at) === place);
  return (
    <div ref={ref} className={classes.chart} {...keys}>
      <svg width={width} height={SIZE.height} aria-hidden="true">
        {ticks
          .filter((_, at) => at === 0 || at === ticks.length - 1)
          .map((tick) => (
            <g key={tick}>
              {tick === 0 ? null : (
                <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} stroke="var(--hairline)" />
              )}
              <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className={classes.tick}>
                {tick}
              </text>
            </g>
          ))}
        {bins.map(({ key }, at) =>
          dates.includes(key) ? (
            <line
              key={`date ${key}`}
              x1={x(at)}
              x2={x(at)}
              y1={TOP - 4}
              y2={y(0)}
              stroke="var(--ink-muted)"
              strokeOpacity={0.6}
            />
          ) : null,
        )}
        {bins.map(({ key, watched }, at) => (
          <line
            key={key}
            x1={x(at)}
            x2={x(at) + step}
            y1={y(0)}
            y2={y(0)}
            stroke="var(--hairline-strong)"
            {...(watched ? {} : { strokeDasharray: '2 3' })}
          />
        ))}
        <Bars {...{ bins, signed, x, y, step }} />
        {named.map((at) => (
          <text
            key={at}
            x={at === 0 ? LEFT : width}
            y={SIZE.height - 4}
            textAnchor={at === 0 ? 'start' : 'end'}
            className={classes.tick}
          >
            {bins[at]?.label}
          </text>
        ))}
        {cursor === null ? null : (
          <rect
            x={x(cursor.at)}
            width={step}
            y={TOP}
            height={y(0) - TOP}
            fill="var(--accent)"
            fillOpacity={0.08}
            stroke="var(--accent)"
            data-unpictured=""
          />
        )}
      </svg>
    </div>
  );
});
