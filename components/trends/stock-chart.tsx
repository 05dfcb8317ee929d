'use client';

import { memo } from 'react';
import { useActiveTooltipDataPoints } from 'recharts';
import { BarsLayer } from '@/components/charts/bars-layer';
import classes from '@/components/charts/charts.module.css';
import type { Stretch } from '@/components/charts/drag-period';
import type { Mark } from '@/components/charts/time-axis';
import { TimeChart } from '@/components/charts/time-chart';
import { formatNumber } from '@/components/format';
import type { StockTableBin } from './stock-bins';
import { DRAWN, PIECES, type PieceKey } from './stock-pieces';

type What = keyof typeof DRAWN;

interface Props {
  readonly what: What;
  readonly bins: readonly StockTableBin[];
  readonly marks: readonly Mark[];
  readonly top: number;
  readonly provisionalFrom: string | null;
  readonly onMark: (what: string, bin: string) => void;
  readonly onStretch?: (stretch: Stretch) => void;
}

function heldIn(bin: StockTableBin, what: What) {
  const keys: readonly PieceKey[] = DRAWN[what];
  return keys.flatMap((key) => {
    const { words, value } = PIECES[key];
    const held = value(bin);
    const shown = formatNumber(held, Number.isInteger(held) ? 0 : 1);
    return held > 0 ? [{ key, words: `${shown} ${words}` }] : [];
  });
}

function Note({ what }: { readonly what: What }) {
  const [bin] = useActiveTooltipDataPoints<StockTableBin>() ?? [];
  if (bin === undefined) return null;
  const held = heldIn(bin, what);
  return (
    <div className={classes.hover}>
      <strong>{bin.label}</strong>
      {held.length === 0 ? <div>none</div> : null}
      {held.map(({ key, words }) => (
        <div key={key}>{words}</div>
      ))}
    </div>
  );
}

/** Bars of what began or of what was active, in pieces; see StockOverTime for what stands around them. */
export const StockChart = memo(function StockChart(props: Props) {
  const { what, bins, marks, top, provisionalFrom, onMark, onStretch } = props;
  const keys: readonly PieceKey[] = DRAWN[what];
  return (
    <TimeChart
      bins={bins}
      name={`${what === 'begun' ? 'New' : 'Active'} incidents by period: arrows move over periods, Enter opens`}
      top={top}
      unit="incidents"
      whole
      height={240}
      marks={marks}
      watched={({ monitored }) => monitored !== null && monitored > 0}
      provisionalFrom={provisionalFrom}
      marksIn={(bin) => heldIn(bin, what)}
      onMark={(bin, key) => onMark(key === 'expected' ? 'onsets' : key, bin)}
      onStretch={onStretch}
      note={<Note what={what} />}
    >
      <BarsLayer
        bins={bins}
        piecesOf={(bin) =>
          keys.map((key) => {
            const { fill, stroke, value } = PIECES[key];
            return { key, value: value(bin), fill, stroke };
          })
        }
      />
    </TimeChart>
  );
});
