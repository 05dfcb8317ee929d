'use client';

import { usePlotArea, useXAxisScale } from 'recharts';
import type { Mark, TimeBin } from './time-axis';

/** Neighbouring bins that were watched, or not, as one stretch: the labels of its first and last bin. */
function stretches<B extends TimeBin>(bins: readonly B[], isWatched: (bin: B) => boolean) {
  const runs: { watched: boolean; first: string; last: string }[] = [];
  for (const bin of bins) {
    const watched = isWatched(bin);
    const run = runs.at(-1);
    if (run?.watched === watched) run.last = bin.label;
    else runs.push({ watched, first: bin.label, last: bin.label });
  }
  return runs;
}

interface BaselineProps<B> {
  readonly bins: readonly B[];
  readonly watched: (bin: B) => boolean;
}

/** The baseline: a thin dash under periods in which nobody is on record as having looked, for a gap is not a zero. */
export function Baseline<B extends TimeBin>({ bins, watched: isWatched }: BaselineProps<B>) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (scale === undefined || area === undefined) return null;
  const baseline = area.y + area.height;
  return stretches(bins, isWatched).map(({ watched, first, last }) => {
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

const SCOPE = 'scope_break';
const RULES = 'rules';

/** A hairline for the pact, a dotted one for the rules of scoring, a double one where a source widened or narrowed. */
function DatedLine({
  kind,
  x,
  top,
  bottom,
}: {
  kind?: string;
  x: number;
  top: number;
  bottom: number;
}) {
  const ends = { y1: top, y2: bottom, stroke: 'var(--ink-muted)' };
  if (kind === SCOPE)
    return (
      <>
        <line {...ends} x1={x - 2} x2={x - 2} />
        <line {...ends} x1={x + 2} x2={x + 2} />
      </>
    );
  return <line {...ends} x1={x} x2={x} {...(kind === RULES ? { strokeDasharray: '1 4' } : {})} />;
}

interface DatesProps {
  readonly marks: readonly Mark[];
  readonly bins: readonly TimeBin[];
}

/** Dated events as numbered hairlines; the list under the chart says what they are. */
export function Dates({ marks, bins }: DatesProps) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (scale === undefined || area === undefined) return null;
  return bins.map(({ key, label }) => {
    const here = marks.filter(({ bin }) => bin === key);
    const x = scale(label, { position: 'start' });
    if (here.length === 0 || x === undefined) return null;
    const kinds = [...new Set(here.map(({ kind = 'pact' }) => kind))];
    return (
      <g key={key} pointerEvents="none">
        {kinds.map((kind) => (
          <DatedLine key={kind} kind={kind} x={x} top={area.y - 6} bottom={area.y + area.height} />
        ))}
        <text x={x} y={area.y - 10} textAnchor="middle" fontSize={12} fill="var(--ink)">
          {here.map(({ number }) => number).join(', ')}
        </text>
      </g>
    );
  });
}

interface StretchProps {
  readonly bins: readonly TimeBin[];
  /** Places of the first and last bin. */
  readonly first: number;
  readonly last: number;
}

/** Where a stretch of bins lies in the picture; null where it does not. */
export function useStretch({ bins, first, last }: StretchProps) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  const from = bins[first];
  const to = bins[last];
  if (scale === undefined || area === undefined || from === undefined || to === undefined)
    return null;
  const x = scale(from.label, { position: 'start' });
  const end = scale(to.label, { position: 'end' });
  return x === undefined || end === undefined
    ? null
    : { x, width: end - x, y: area.y, height: area.height };
}

/** Bins whose counts are not to be read as final: greyed and hatched. */
export function Provisional(props: StretchProps) {
  const at = useStretch(props);
  return at === null ? null : (
    <rect {...at} fill="url(#fill-provisional)" pointerEvents="none" data-provisional="" />
  );
}

/** The bin that the keyboard stands on, or that is being chosen. */
export function Chosen(props: StretchProps) {
  const at = useStretch(props);
  return at === null ? null : (
    <rect
      {...at}
      fill="var(--accent)"
      fillOpacity={0.08}
      stroke="var(--accent)"
      pointerEvents="none"
      data-unpictured=""
    />
  );
}
