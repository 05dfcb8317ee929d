'use client';

import { Layer } from 'recharts';
import { formatNumber } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, Upright } from '@/components/plot/axes';
import { bandPath, linePath } from '@/components/plot/path';
import { Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import type { SegmentedFit } from '@/domain/effect/segmented';
import { DATE_WORDS, type EffectProps, monthsAcross } from './months';

interface Props extends Pick<EffectProps, 'effect'> {
  readonly fit: SegmentedFit | null;
  readonly onMonth: (month: number) => void;
}

/** Events of each month, what the model makes of them, and what it expects had there been no pact. */
export function SeriesPicture({ effect, fit, onMonth }: Props) {
  const { date, data } = effect;
  const { first, counts, exposure } = data.series;
  const fitted = new Map(fit?.months.map((month) => [month.month, month]));
  const all = counts.map((_, at) => fitted.get(first + at) ?? null);
  const dots = counts.map((count, at) => ({
    ...{ month: first + at, count },
    watched: (exposure[at] ?? null) !== null,
  }));
  const most = Math.max(1, ...counts);
  const ticks = scaleTicks(
    Math.max(most, ...all.map((one) => Math.min(one?.fitted ?? 0, 3 * most))),
    true,
  );
  const ceiling = ticks.at(-1) ?? 1;
  return (
    <Plot height={300}>
      {(area) => {
        const months = monthsAcross(area, first, counts.length);
        const straight = linear([0, ceiling], [area.bottom, area.top + 8]);
        const up = (value: number) => straight(Math.min(value, ceiling));
        const x = (at: number) => months.middle(first + at);
        return (
          <>
            <SideAxis
              area={area}
              ticks={ticksOn(ticks, up, (one) => formatNumber(one))}
              unit="events a month"
            />
            <path
              d={bandPath(
                all.map((one, at) =>
                  one?.without
                    ? { x: x(at), low: up(one.without.low), high: up(one.without.high) }
                    : null,
                ),
              )}
              fill="var(--accent-wash)"
            />
            {dots.map(({ month, count, watched }) => (
              <Layer
                key={month}
                onClick={() => onMonth(month)}
                cursor={count > 0 ? 'pointer' : 'default'}
              >
                <rect
                  x={months.edge(month)}
                  width={months.width}
                  y={area.top}
                  height={area.bottom - area.top}
                  fill="transparent"
                />
                {watched ? (
                  <circle
                    cx={months.middle(month)}
                    cy={up(count)}
                    r={count > 0 ? 3.5 : 1.5}
                    fill="var(--paper)"
                    stroke="var(--ink-muted)"
                    strokeWidth={1.5}
                  />
                ) : (
                  <line
                    x1={months.edge(month)}
                    x2={months.edge(month + 1)}
                    y1={area.bottom}
                    y2={area.bottom}
                    stroke="var(--paper)"
                    strokeWidth={3}
                    strokeDasharray="3 3"
                  />
                )}
              </Layer>
            ))}
            <path
              d={linePath(
                all.map((one, at) =>
                  one?.without ? { x: x(at), y: up(one.without.expected) } : null,
                ),
              )}
              fill="none"
              stroke="var(--accent)"
              strokeWidth={2}
              strokeDasharray="6 4"
            />
            <path
              d={linePath(all.map((one, at) => (one ? { x: x(at), y: up(one.fitted) } : null)))}
              fill="none"
              stroke="var(--ink)"
              strokeWidth={2}
            />
            <FootAxis area={area} ticks={months.years} />
            <Upright area={area} at={months.edge(date.month)} label={DATE_WORDS[date.from]} />
          </>
        );
      }}
    </Plot>
  );
}
