'use client';

import { formatNumber } from '@/components/format';
import type { Columns } from './client';
import classes from './lab.module.css';

const MEGABYTE = 1_000_000;

const WHY = {
  network: 'The record could not be fetched.',
  refused: 'The server did not hand out the record.',
  unreadable: 'This browser cannot count beside the page.',
} as const;

function gotWords(got: number, total: number | null): string {
  const megabytes = (bytes: number): string => formatNumber(bytes / MEGABYTE, 1);
  if (got === 0) return 'Fetching the record…';
  return total === null
    ? `Fetching the record: ${megabytes(got)} MB…`
    : `Fetching the record: ${megabytes(got)} of ${megabytes(total)} MB…`;
}

/** How the columns stand: until they are there the charts follow when a slider is let go. */
export function ColumnsNote({ columns }: { readonly columns: Columns }) {
  if (columns.state === 'ready')
    return (
      <p className="visually-hidden" role="status">
        The charts follow the sliders.
      </p>
    );
  return (
    <p role="status" className={classes.note}>
      {columns.state === 'loading'
        ? `${gotWords(columns.got, columns.total)} Until then the charts follow when a slider is let go.`
        : `${WHY[columns.why]} The figures are computed on the server instead, each time a slider is let go.`}
    </p>
  );
}
