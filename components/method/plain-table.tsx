'use client';

import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table';
import classes from './method.module.css';

interface Line {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

interface Props {
  readonly caption: string;
  readonly headers: readonly string[];
  /** Positions of the columns that hold figures. */
  readonly figures?: readonly number[];
  readonly rows: readonly (readonly ReactNode[])[];
}

const NONE: readonly number[] = [];

/** A table of the method: a few rows in the order of the method, the first column naming the row. */
export function PlainTable({ caption, headers, figures = NONE, rows }: Props) {
  const lines: Line[] = rows.map((cells, index) => ({ key: `${index}`, cells }));
  return (
    <div className={classes.table}>
      <DataTable
        columns={headers.map((header, at) => ({
          id: `${at}`,
          header,
          rowHeader: at === 0,
          numeric: figures.includes(at),
          cell: ({ cells }: Line) => cells[at],
        }))}
        rows={lines}
        rowKey={({ key }) => key}
        caption={caption}
      />
    </div>
  );
}
