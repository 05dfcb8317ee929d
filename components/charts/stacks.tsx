'use client';

import type { FindingBin } from '@/domain/standing-view';
import { BarsLayer } from './bars-layer';
import { heldIn } from './findings-series';
import { fillOf } from './verdict-patterns';

interface Props {
  readonly bins: readonly FindingBin[];
  readonly signed: boolean;
}

/** The stacks of findings: one rectangle for each verdict that occurs, none for what does not. */
export function Stacks({ bins, signed }: Props) {
  return (
    <BarsLayer
      bins={bins}
      piecesOf={(bin) =>
        heldIn(bin).map((verdict) => ({
          ...{ key: verdict, value: bin.counts[verdict] },
          ...fillOf(verdict, signed),
        }))
      }
    />
  );
}
