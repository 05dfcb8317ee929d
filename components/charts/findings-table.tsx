import { type Column, DataTable } from '@/components/data-table';
import { formatPercent } from '@/components/format';
import { VERDICT_ORDER, VERDICT_WORDS } from '@/components/verdict-words';
import type { FindingBin } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';

interface Props {
  readonly bins: readonly FindingBin[];
  readonly onMark: (bin: string, verdict: Verdict) => void;
}

/** The figures of the chart of findings; each opens the incidents behind it. */
export function FindingsTable({ bins, onMark }: Props) {
  const columns: Column<FindingBin>[] = [
    {
      id: 'period',
      header: 'Period',
      rowHeader: true,
      cell: ({ label }) => label,
      sort: ({ from }) => from,
    },
    ...VERDICT_ORDER.map(
      (verdict): Column<FindingBin> => ({
        id: verdict,
        header: VERDICT_WORDS[verdict],
        numeric: true,
        sort: ({ counts }) => counts[verdict],
        cell: ({ key, label, counts }) =>
          counts[verdict] === 0 || verdict === 'NOT_COVERED' ? (
            counts[verdict]
          ) : (
            <button
              type="button"
              className="link-button"
              aria-label={`${counts[verdict]}: ${VERDICT_WORDS[verdict]}, ${label}`}
              onClick={() => onMark(key, verdict)}
            >
              {counts[verdict]}
            </button>
          ),
      }),
    ),
    {
      id: 'monitored',
      header: 'Monitored',
      numeric: true,
      sort: ({ monitored }) => monitored,
      cell: ({ monitored }) => formatPercent(monitored),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={bins}
      rowKey={({ key }) => key}
      caption="Findings by period of onset and verdict"
    />
  );
}
