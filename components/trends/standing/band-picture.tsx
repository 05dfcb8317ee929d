'use client';

import { Layer } from 'recharts';
import { FootAxis, SideAxis, ticksOn } from '@/components/plot/axes';
import { bandPath, linePath } from '@/components/plot/path';
import { Plot } from '@/components/plot/plot';
import { linear } from '@/components/plot/scale';
import type { PartyStanding } from '@/domain/view/standing';

interface Props {
  readonly standing: PartyStanding;
  readonly onDay: (day: string) => void;
}

const isYearly = (days: PartyStanding['days']): boolean =>
  new Set(days.map(({ day }) => day.slice(0, 4))).size === days.length;

/** The band of the index of one party; days without an index are gaps. */
export function BandPicture({ standing: { days }, onDay }: Props) {
  const yearly = isYearly(days);
  return (
    <Plot height={200} room={32}>
      {(area) => {
        const wide = (area.right - area.left) / Math.max(1, days.length);
        const x = (at: number) => area.left + (at + 0.5) * wide;
        const up = linear([0, 100], [area.bottom, area.top]);
        const step = Math.max(1, Math.ceil(60 / wide));
        const held = days.map(({ low, high }, at) =>
          low === null || high === null ? null : { x: x(at), low: up(low), high: up(high) },
        );
        return (
          <>
            <SideAxis area={area} ticks={ticksOn([0, 25, 50, 75, 100], up, (one) => `${one}`)} />
            <path d={bandPath(held)} fill="var(--accent-wash)" />
            <path
              d={linePath(held.map((one) => (one === null ? null : { x: one.x, y: one.low })))}
              fill="none"
              stroke="var(--accent)"
              strokeDasharray="4 4"
            />
            <path
              d={linePath(held.map((one) => (one === null ? null : { x: one.x, y: one.high })))}
              fill="none"
              stroke="var(--accent)"
              strokeWidth={2}
            />
            {days.map(({ day, moved }, at) => {
              const one = held[at];
              return one === null || one === undefined ? null : (
                <Layer key={day} onClick={() => onDay(day)} cursor="pointer">
                  <rect
                    x={x(at) - wide / 2}
                    width={wide}
                    y={area.top}
                    height={area.bottom - area.top}
                    fill="transparent"
                  />
                  <line x1={one.x} x2={one.x} y1={one.low} y2={one.high} stroke="var(--accent)" />
                  <circle
                    cx={one.x}
                    cy={one.high}
                    r={4}
                    fill={moved > 0 ? 'var(--accent)' : 'var(--paper)'}
                    stroke="var(--accent)"
                    strokeWidth={2}
                  />
                </Layer>
              );
            })}
            <FootAxis
              area={area}
              ticks={days
                .map(({ day }, at) => ({ at: x(at), label: day.slice(0, yearly ? 4 : 7) }))
                .filter((_, at) => at % step === 0)}
            />
          </>
        );
      }}
    </Plot>
  );
}
