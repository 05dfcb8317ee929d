import { type Column, DataTable } from '@/components/data-table';
import { formatDated, formatNumber } from '@/components/format';
import { useStateName } from '@/components/standing/state-names';
import { VerdictMark } from '@/components/verdict-mark';
import type { FindingRow } from '@/domain/standing-view';

interface Props {
  readonly rows: readonly FindingRow[];
  readonly onRow: (row: FindingRow) => void;
}

/** The figures of the chart of confidence. */
export function ConfidenceTable({ rows, onRow }: Props) {
  const state = useStateName();
  const columns: Column<FindingRow>[] = [
    {
      id: 'title',
      header: 'Incident',
      rowHeader: true,
      sort: ({ title }) => title,
      cell: (row) => (
        <button type="button" className="link-button" onClick={() => onRow(row)}>
          {row.title}
        </button>
      ),
    },
    {
      id: 'started',
      header: 'Began',
      sort: ({ started }) => started.date,
      cell: ({ started }) => formatDated(started),
    },
    {
      id: 'accused',
      header: 'Accused',
      sort: ({ accused }) => accused,
      cell: ({ accused }) => state(accused),
    },
    { id: 'clause', header: 'Clause', sort: ({ clause }) => clause, cell: ({ clause }) => clause },
    {
      id: 'verdict',
      header: 'Verdict',
      sort: ({ verdict }) => verdict,
      cell: ({ verdict, signed }) => (
        <VerdictMark verdict={verdict} signed={signed !== null} word />
      ),
    },
    {
      id: 'question',
      header: 'Turns on',
      cell: ({ question }) => (question === 'link' ? 'link' : 'state itself'),
    },
    {
      id: 'lower',
      header: 'Believed',
      numeric: true,
      sort: ({ lower }) => lower,
      cell: ({ lower }) => formatNumber(lower, 3),
    },
    {
      id: 'upper',
      header: 'Possible',
      numeric: true,
      sort: ({ upper }) => upper,
      cell: ({ upper }) => formatNumber(upper, 3),
    },
    {
      id: 'threshold',
      header: 'Threshold',
      numeric: true,
      sort: ({ threshold }) => threshold,
      cell: ({ threshold }) => formatNumber(threshold, 2),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowKey={({ incident, clause, accused }) => `${incident} ${clause} ${accused}`}
      caption="How sure the record is of each finding, from 0 to 1"
      sortedBy={{ id: 'lower', desc: true }}
    />
  );
}
