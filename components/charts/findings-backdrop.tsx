'use client';

import { usePlotArea, useXAxisScale } from 'recharts';
import type { FindingBin } from '@/domain/standing-view';
import type { Mark } from './findings-series';

/** A thin dashed baseline under periods in which nobody looked: a gap is not a zero. */
export function Unmonitored({ bins }: { readonly bins: readonly FindingBin[] }) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (scale === undefined || area === undefined) return null;
  const baseline = area.y + area.height;
  return bins
    .filter(({ monitored }) => monitored === null || monitored === 0)
    .map(({ key, label }) => {
      const start = scale(label, { position: 'start' });
      const end = scale(label, { position: 'end' });
      return start === undefined || end === undefined ? null : (
        <g key={key}>
          <line
            x1={start}
            x2={end}
            y1={baseline}
            y2={baseline}
            stroke="var(--paper)"
            strokeWidth={3}
          />
          <line
            x1={start}
            x2={end}
            y1={baseline}
            y2={baseline}
            stroke="var(--hairline-strong)"
            strokeDasharray="3 4"
          />
        </g>
      );
    });
}

/** Dated events as numbered hairlines; the list under the chart says what they are. */
export function Dates({
  marks,
  bins,
}: {
  readonly marks: readonly Mark[];
  readonly bins: readonly FindingBin[];
}) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (scale === undefined || area === undefined) return null;
  return bins.map(({ key, label }) => {
    const here = marks.filter(({ bin }) => bin === key);
    const x = scale(label, { position: 'start' });
    if (here.length === 0 || x === undefined) return null;
    return (
      <g key={key}>
        <line x1={x} x2={x} y1={area.y - 6} y2={area.y + area.height} stroke="var(--ink-muted)" />
        <text x={x} y={area.y - 10} textAnchor="middle" fontSize={12} fill="var(--ink)">
          {here.map(({ number }) => number).join(', ')}
        </text>
      </g>
    );
  });
}
