import { type Column, DataTable } from '@/components/data-table';
import { formatNumber, formatPercent, formatRange } from '@/components/format';
import type { RateBin } from './rate-bins';

interface TableProps {
  readonly bins: readonly RateBin[];
  readonly unit: string;
  readonly coverage: number;
  readonly onMark: (bin: string) => void;
}

/** The figures of the rate line; each count opens the findings behind it. */
export function RateTable({ bins, unit, coverage, onMark }: TableProps) {
  const columns: Column<RateBin>[] = [
    { id: 'period', header: 'Period', rowHeader: true, cell: ({ label }) => label },
    {
      id: 'n',
      header: 'Violations',
      numeric: true,
      sort: ({ point }) => point.n,
      cell: ({ key, label, point }) =>
        point.n === 0 ? (
          0
        ) : (
          <button
            type="button"
            className="link-button"
            aria-label={`${point.n} violations, ${label}`}
            onClick={() => onMark(key)}
          >
            {point.n}
          </button>
        ),
    },
    {
      id: 'exposure',
      header: 'Months looked',
      numeric: true,
      sort: ({ point }) => point.exposure,
      cell: ({ point }) => (point.exposure === null ? 'none' : formatNumber(point.exposure, 1)),
    },
    {
      id: 'rate',
      header: `Rate ${unit}`,
      numeric: true,
      sort: ({ point }) => point.rate?.rate ?? null,
      cell: ({ point }) => formatNumber(point.rate?.rate ?? null, 3),
    },
    {
      id: 'interval',
      header: `${formatPercent(coverage)} interval`,
      numeric: true,
      cell: ({ point }) => formatRange(point.rate?.low ?? null, point.rate?.high ?? null, 3),
    },
    {
      id: 'segment',
      header: 'Part of the line',
      numeric: true,
      cell: ({ point }) =>
        point.segment ?? (point.mixed ? 'none: two scopes' : 'none: nobody looked'),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={bins}
      rowKey={({ key }) => key}
      caption="Rate of violations by period of onset"
    />
  );
}
