'use client';

import { usePlotArea, useXAxisScale } from 'recharts';
import type { FindingBin } from '@/domain/standing-view';
import type { Mark } from './findings-series';

/** The baseline: a thin dash under periods in which nobody is on record as having looked, for a gap is not a zero. */
export function Baseline({ bins }: { readonly bins: readonly FindingBin[] }) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (scale === undefined || area === undefined) return null;
  const baseline = area.y + area.height;
  return bins.map(({ key, label, monitored }) => (
    <line
      key={key}
      x1={scale(label, { position: 'start' })}
      x2={scale(label, { position: 'end' })}
      y1={baseline}
      y2={baseline}
      stroke="var(--hairline-strong)"
      {...(monitored === null || monitored === 0 ? { strokeDasharray: '3 5' } : {})}
    />
  ));
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
