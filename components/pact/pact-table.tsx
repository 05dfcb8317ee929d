'use client';

import Link from 'next/link';
import { type Column, DataTable } from '@/components/data-table';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import classes from './library.module.css';

/** A pact as a row of the library. */
export interface PactRow {
  readonly id: string;
  readonly title: string;
  readonly hypothetical: boolean;
  readonly parties: string;
  readonly partyCount: number;
  readonly clauses: number;
  readonly tested: number;
  readonly adherence: string;
  readonly binds: string;
  readonly since: string | null;
}

const COLUMNS: readonly Column<PactRow>[] = [
  {
    id: 'title',
    header: 'Pact',
    rowHeader: true,
    sort: ({ title }) => title,
    cell: ({ id, title, hypothetical }) => (
      <span className={classes.title}>
        <Link href={`/pacts/${id}`}>{title}</Link> {hypothetical ? <HypotheticalStamp /> : null}
      </span>
    ),
  },
  {
    id: 'parties',
    header: 'Parties',
    sort: ({ partyCount }) => partyCount,
    cell: ({ parties }) => <span className={classes.parties}>{parties}</span>,
  },
  {
    id: 'clauses',
    header: 'Clauses tested',
    numeric: true,
    sort: ({ tested }) => tested,
    cell: ({ tested, clauses }) => `${tested} of ${clauses}`,
  },
  {
    id: 'adherence',
    header: 'What states did last',
    cell: ({ adherence }) => adherence,
  },
  {
    id: 'since',
    header: 'Binds',
    sort: ({ since }) => since,
    cell: ({ binds }) => <span className={classes.binds}>{binds}</span>,
  },
];

export function PactTable({ rows, caption }: { rows: readonly PactRow[]; caption: string }) {
  return (
    <div className={classes.whole}>
      <DataTable
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        caption={caption}
        captionHidden
        sortedBy={{ id: 'title', desc: false }}
      />
    </div>
  );
}
