'use client';

import { usePlotArea, useXAxisScale } from 'recharts';
import type { FindingBin } from '@/domain/standing-view';
import type { Mark } from './findings-series';

/** Neighbouring bins that were watched, or not, as one stretch: the labels of its first and last bin. */
function stretches(bins: readonly FindingBin[]) {
  const runs: { watched: boolean; first: string; last: string }[] = [];
  for (const { label, monitored } of bins) {
    const watched = monitored !== null && monitored > 0;
    const run = runs.at(-1);
    if (run?.watched === watched) run.last = label;
    else runs.push({ watched, first: label, last: label });
  }
  return runs;
}

/** The baseline: a thin dash under periods in which nobody is on record as having looked, for a gap is not a zero. */
export function Baseline({ bins }: { readonly bins: readonly FindingBin[] }) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (scale === undefined || area === undefined) return null;
  const baseline = area.y + area.height;
  return stretches(bins).map(({ watched, first, last }) => {
    const ends = {
      x1: scale(first, { position: 'start' }),
      x2: scale(last, { position: 'end' }),
      y1: baseline,
      y2: baseline,
    };
    return (
      <g key={first}>
        <line {...ends} stroke="var(--paper)" strokeWidth={3} />
        <line
          {...ends}
          stroke="var(--hairline-strong)"
          {...(watched ? {} : { strokeDasharray: '3 5' })}
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
