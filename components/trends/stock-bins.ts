import type { TimeBin } from '@/components/charts/time-axis';
import type { NowcastMonth } from '@/domain/trend/nowcast-months';
import type { StockBin } from '@/domain/trend/onset-stock';

/** A bin with new and active incidents, and how many are expected once late reports are in. */
export interface StockTableBin extends TimeBin, Omit<StockBin, 'key'> {
  readonly monitored: number | null;
  readonly estimate: { readonly value: number; readonly error: number } | null;
}

/** Number of the month a day lies in. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The bins of the axis with their stock; `months` are told only of bins that are months. */
export function stockBins(
  bins: readonly (TimeBin & { readonly monitored: number | null })[],
  stock: readonly StockBin[],
  months: readonly NowcastMonth[],
): StockTableBin[] {
  const expected = new Map(months.map((one) => [one.month, one]));
  return bins.flatMap((bin, at) => {
    const held = stock[at];
    if (held === undefined) return [];
    const { estimate = null, error = null } = expected.get(monthOf(bin.from)) ?? {};
    return [
      {
        ...{ key: bin.key, label: bin.label, from: bin.from, to: bin.to, monitored: bin.monitored },
        ...{ onsets: held.onsets, coarse: held.coarse },
        ...{ active: held.active, unknownEnd: held.unknownEnd },
        estimate: estimate === null || error === null ? null : { value: estimate, error },
      },
    ];
  });
}

/** What is still to come of a bin: expected less begun; nothing where the difference is not told apart. */
export const stillToCome = ({ onsets, coarse, estimate }: StockTableBin): number =>
  estimate === null ? 0 : Math.max(0, estimate.value - onsets - coarse);

/** The common top of both pictures. */
export const stockTop = (bins: readonly StockTableBin[]): number =>
  Math.max(
    1,
    ...bins.map((bin) =>
      Math.max(bin.onsets + bin.coarse + stillToCome(bin), bin.active + bin.unknownEnd),
    ),
  );

/** The figures of a bin as columns of a table. */
export const HEADS = [
  ['onsets', 'Begun'],
  ['coarse', 'Begun, date coarse'],
  ['active', 'Known active'],
  ['unknownEnd', 'End unknown'],
] as const;
