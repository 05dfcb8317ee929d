'use client';

import { useXAxisScale, useYAxisScale } from 'recharts';
import classes from './charts.module.css';
import type { TimeBin } from './time-axis';

/** A piece of a bar, from below to above. */
export interface Piece<K extends string> {
  readonly key: K;
  readonly value: number;
  readonly fill: string;
  readonly stroke: string;
}

interface Props<B extends TimeBin, K extends string> {
  readonly bins: readonly B[];
  readonly piecesOf: (bin: B) => readonly Piece<K>[];
}

/** Share of its band that a bar leaves free, and the widest a bar becomes. */
const GAP = 0.24;
const WIDEST = 40;

/** Bars in pieces, one on the other; what is nothing is not drawn. */
export function BarsLayer<B extends TimeBin, K extends string>({ bins, piecesOf }: Props<B, K>) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (across === undefined || up === undefined) return null;
  return bins.flatMap((bin) => {
    const start = across(bin.label, { position: 'start' });
    const end = across(bin.label, { position: 'end' });
    if (start === undefined || end === undefined) return [];
    const width = Math.min((end - start) * (1 - GAP), WIDEST);
    let below = 0;
    return piecesOf(bin)
      .filter(({ value }) => value > 0)
      .map(({ key, value, fill, stroke }) => {
        const from = below;
        below += value;
        const top = up(below) ?? 0;
        return (
          <rect
            key={`${bin.key} ${key}`}
            data-bin={bin.key}
            data-piece={key}
            className={classes.mark}
            x={(start + end - width) / 2}
            width={width}
            y={top}
            height={(up(from) ?? 0) - top}
            {...{ fill, stroke }}
          />
        );
      });
  });
}
