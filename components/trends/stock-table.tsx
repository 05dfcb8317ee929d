import { type Column, DataTable } from '@/components/data-table';
import { formatNumber } from '@/components/format';
import { HEADS, type StockTableBin } from './stock-bins';

/** The figures of both pictures; each opens the incidents behind it. */
export function StockTable({
  bins,
  onMark,
}: {
  readonly bins: readonly StockTableBin[];
  readonly onMark: (what: string, bin: string) => void;
}) {
  const columns: Column<StockTableBin>[] = [
    { id: 'period', header: 'Period', rowHeader: true, cell: ({ label }) => label },
    ...HEADS.map(
      ([field, header]): Column<StockTableBin> => ({
        id: field,
        header,
        numeric: true,
        sort: (bin) => bin[field],
        cell: (bin) =>
          bin[field] === 0 ? (
            0
          ) : (
            <button
              type="button"
              className="link-button"
              aria-label={`${bin[field]}: ${header}, ${bin.label}`}
              onClick={() => onMark(field, bin.key)}
            >
              {bin[field]}
            </button>
          ),
      }),
    ),
    {
      id: 'estimate',
      header: 'Expected in all',
      numeric: true,
      sort: ({ estimate }) => estimate?.value ?? null,
      cell: ({ estimate }) =>
        estimate === null
          ? ''
          : `${formatNumber(estimate.value, 1)} ± ${formatNumber(estimate.error, 1)}`,
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={bins}
      rowKey={({ key }) => key}
      caption="New and active incidents by period"
    />
  );
}
