'use client';

import { Layer, useXAxisScale, useYAxisScale } from 'recharts';
import type { FindingBin } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';
import classes from './charts.module.css';
import { heldIn } from './findings-series';
import { fillOf } from './verdict-patterns';

interface Props {
  readonly bins: readonly FindingBin[];
  readonly signed: boolean;
  readonly onMark: (bin: string, verdict: Verdict) => void;
}

/** Share of its band that a stack leaves free, and the widest a stack becomes. */
const GAP = 0.24;
const WIDEST = 40;

/** The stacks of findings: one rectangle for each verdict that occurs, none for what does not. */
export function Stacks({ bins, signed, onMark }: Props) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (across === undefined || up === undefined) return null;
  return bins.flatMap((bin) => {
    const start = across(bin.label, { position: 'start' });
    const end = across(bin.label, { position: 'end' });
    if (start === undefined || end === undefined) return [];
    const width = Math.min((end - start) * (1 - GAP), WIDEST);
    let below = 0;
    return heldIn(bin).map((verdict) => {
      const from = below;
      below += bin.counts[verdict];
      const top = up(below) ?? 0;
      return (
        <Layer key={`${bin.key} ${verdict}`} onClick={() => onMark(bin.key, verdict)}>
          <rect
            data-verdict={verdict}
            className={classes.mark}
            x={(start + end - width) / 2}
            width={width}
            y={top}
            height={(up(from) ?? 0) - top}
            {...fillOf(verdict, signed)}
          />
        </Layer>
      );
    });
  });
}
