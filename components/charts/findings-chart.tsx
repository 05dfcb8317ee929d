'use client';

import { memo } from 'react';
import { isVerdict, VERDICT_WORDS } from '@/components/verdict-words';
import type { FindingBin } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';
import { BinNote } from './bin-note';
import type { Stretch } from './drag-period';
import { heldIn, tallest } from './findings-series';
import { Stacks } from './stacks';
import type { Mark } from './time-axis';
import { TimeChart } from './time-chart';

interface Props {
  readonly bins: readonly FindingBin[];
  readonly marks: readonly Mark[];
  readonly signed: boolean;
  readonly provisionalFrom?: string | null;
  readonly onMark: (bin: string, verdict: Verdict) => void;
  readonly onStretch?: (stretch: Stretch) => void;
}

const isWatched = ({ monitored }: FindingBin): boolean => monitored !== null && monitored > 0;

const marksIn = (bin: FindingBin) =>
  heldIn(bin).map((verdict) => ({
    key: verdict,
    words: `${VERDICT_WORDS[verdict]}, ${bin.counts[verdict]}`,
  }));

/** Findings per period, stacked by verdict, the gravest at the bottom. It only draws: bins are ready made. */
export const FindingsChart = memo(function FindingsChart(props: Props) {
  const { bins, marks, signed, provisionalFrom = null, onMark, onStretch } = props;
  return (
    <TimeChart
      bins={bins}
      name="Findings by period: arrows move over periods and verdicts, Enter opens"
      top={tallest(bins)}
      unit="findings"
      whole
      marks={marks}
      watched={isWatched}
      provisionalFrom={provisionalFrom}
      marksIn={marksIn}
      onMark={(bin, verdict) => {
        if (isVerdict(verdict)) onMark(bin, verdict);
      }}
      onStretch={onStretch}
      note={<BinNote />}
    >
      <Stacks bins={bins} signed={signed} />
    </TimeChart>
  );
});
