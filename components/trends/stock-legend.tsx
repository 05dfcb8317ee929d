import legend from '@/components/charts/charts.module.css';
import { formatNumber } from '@/components/format';
import type { StockTableBin } from './stock-bins';
import { PIECES } from './stock-pieces';

/** What the pieces of the bars stand for; those that do not occur are left out. */
export function StockLegend({ bins }: { readonly bins: readonly StockTableBin[] }) {
  const all = Object.entries(PIECES).map(([key, piece]) => ({
    ...{ key, piece },
    sum: bins.reduce((total, bin) => total + piece.value(bin), 0),
  }));
  return (
    <ul className={legend.legend}>
      {all
        .filter(({ sum }) => sum > 0)
        .map(({ key, piece, sum }) => (
          <li key={key}>
            <svg width="14" height="14" aria-hidden="true">
              <rect x="1" y="1" width="12" height="12" fill={piece.fill} stroke={piece.stroke} />
            </svg>{' '}
            {piece.words}
            {piece.counts ? <span className="muted"> {formatNumber(sum)}</span> : null}
          </li>
        ))}
    </ul>
  );
}
