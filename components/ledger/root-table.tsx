'use client';

import { type Column, DataTable } from '@/components/data-table';
import { formatDay, formatNumber } from '@/components/format';
import classes from './ledger.module.css';

export interface RootRow {
  readonly day: string;
  readonly treeSize: number;
  readonly root: string;
  /** Entries of the day before it in the list, to prove the growth from; null at its end. */
  readonly grownFrom: number | null;
}

const COLUMNS: readonly Column<RootRow>[] = [
  {
    ...{ id: 'day', header: 'Day (UTC)', rowHeader: true },
    cell: ({ day }) => <span className={classes.when}>{formatDay(day)}</span>,
  },
  {
    ...{ id: 'size', header: 'Entries by its end', numeric: true },
    cell: ({ treeSize }) => formatNumber(treeSize),
  },
  {
    ...{ id: 'root', header: 'Root' },
    cell: ({ root }) => <code className={classes.hash}>{root}</code>,
  },
  {
    ...{ id: 'proof', header: 'Grown from the row below' },
    cell: ({ day, treeSize, grownFrom }) =>
      grownFrom === null ? (
        'the first one listed'
      ) : (
        <a
          href={`/api/v1/ledger/proofs?from=${grownFrom}&to=${treeSize}`}
          download
          aria-label={`Proof that ${day} begins with the day before it`}
        >
          Proof
        </a>
      ),
  },
];

/** The daily Merkle roots, newest first. */
export function RootTable({ rows }: { readonly rows: readonly RootRow[] }) {
  return (
    <DataTable
      columns={COLUMNS}
      rows={rows}
      rowKey={({ day }) => day}
      caption="Daily Merkle roots, newest first"
      captionHidden
      empty="No day with entries is over yet. The first root is stated tomorrow (UTC)."
    />
  );
}
