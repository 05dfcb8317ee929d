'use client';

import { type Column, DataTable } from '@/components/data-table';
import { stateName } from '@/domain/states';

/** One dated thing about an incident, in words. */
export interface TimelineRow {
  readonly key: string;
  readonly when: string;
  /** Instant, for the order; null: undated. */
  readonly at: number | null;
  readonly lane: string;
  readonly state: string | null;
  readonly label: string;
  readonly anchor: string | null;
}

const COLUMNS: readonly Column<TimelineRow>[] = [
  { id: 'when', header: 'When', cell: ({ when }) => when, sort: ({ at }) => at, rowHeader: true },
  { id: 'lane', header: 'Lane', cell: ({ lane }) => lane, sort: ({ lane }) => lane },
  {
    id: 'label',
    header: 'What',
    cell: ({ label, anchor }) => (anchor === null ? label : <a href={`#${anchor}`}>{label}</a>),
  },
  {
    id: 'state',
    header: 'State concerned',
    cell: ({ state }) => (state === null ? '–' : stateName(state)),
  },
];

export function TimelineTable({ rows }: { readonly rows: readonly TimelineRow[] }) {
  return (
    <DataTable
      columns={COLUMNS}
      rows={rows}
      rowKey={({ key }) => key}
      caption="Everything dated about this incident, in order of time"
      sortedBy={{ id: 'when', desc: false }}
    />
  );
}
