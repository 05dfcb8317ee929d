import { formatNumber } from '@/components/format';
import { Key } from '@/components/plot/key';
import type { StockTableBin } from './stock-bins';
import { PIECES } from './stock-pieces';

/** What the pieces of the bars stand for; those that do not occur are left out. */
export function StockLegend({ bins }: { readonly bins: readonly StockTableBin[] }) {
  const all = Object.entries(PIECES).map(([key, piece]) => ({
    ...{ key, piece },
    sum: bins.reduce((total, bin) => total + piece.value(bin), 0),
  }));
  return (
    <Key
      entries={all
        .filter(({ sum }) => sum > 0)
        .map(({ piece, sum }) => ({
          label: piece.counts ? `${piece.words} ${formatNumber(sum)}` : piece.words,
          sample: <rect y="0.5" width="28" height="11" fill={piece.fill} stroke={piece.stroke} />,
        }))}
    />
  );
}
