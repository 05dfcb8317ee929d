'use client';

import { memo } from 'react';
import { useActiveTooltipDataPoints } from 'recharts';
import classes from '@/components/charts/charts.module.css';
import type { Stretch } from '@/components/charts/drag-period';
import { RateLayer } from '@/components/charts/rate-layer';
import type { Mark } from '@/components/charts/time-axis';
import { TimeChart } from '@/components/charts/time-chart';
import { countOf, formatNumber, formatRange } from '@/components/format';
import type { RateBin } from './rate-bins';

interface Props {
  readonly bins: readonly RateBin[];
  readonly marks: readonly Mark[];
  readonly unit: string;
  readonly top: number;
  readonly provisionalFrom: string | null;
  readonly onMark: (bin: string) => void;
  readonly onStretch?: (stretch: Stretch) => void;
}

function wordsOf({ point }: RateBin, unit: string): string {
  const { n, rate, mixed } = point;
  const found = countOf(n, 'violation');
  if (rate === null)
    return `${found}; no rate, ${mixed ? 'for the scope changed within it' : 'for nobody is on record as having looked'}`;
  return `${found}; ${formatNumber(rate.rate, 3)} ${unit} (${formatRange(rate.low, rate.high, 3)})`;
}

function Note({ unit }: { readonly unit: string }) {
  const [bin] = useActiveTooltipDataPoints<RateBin>() ?? [];
  if (bin === undefined) return null;
  return (
    <div className={classes.hover}>
      <strong>{bin.label}</strong>
      <div>{wordsOf(bin, unit)}</div>
    </div>
  );
}

/** Rates with bands, drawn; see RateOverTime for what stands around it. */
export const RateChart = memo(function RateChart(props: Props) {
  const { bins, marks, unit, top, provisionalFrom, onMark, onStretch } = props;
  return (
    <TimeChart
      bins={bins}
      name="Rate by period: arrows move over periods, Enter opens"
      top={top}
      unit={`violations ${unit}`}
      height={260}
      marks={marks}
      watched={({ point }) => point.exposure !== null}
      provisionalFrom={provisionalFrom}
      marksIn={(bin) => [{ key: bin.point.n > 0 ? 'open' : '', words: wordsOf(bin, unit) }]}
      onMark={(bin, mark) => {
        if (mark !== '') onMark(bin);
      }}
      onStretch={onStretch}
      note={<Note unit={unit} />}
    >
      <RateLayer bins={bins} />
    </TimeChart>
  );
});
