'use client';

import type { ReactNode } from 'react';
import { type Column, DataTable } from '@/components/data-table';
import { formatNumber, UNKNOWN } from '@/components/format';

export type Figure = string | number | null;

interface Props {
  readonly caption: string;
  /** The rows of the file, their head first: table and file hold the same. */
  readonly rows: readonly (readonly Figure[])[];
  /** Opens what lies behind a row. */
  readonly onRow?: (at: number) => void;
  /** Whether something lies behind a row. */
  readonly opens?: (at: number) => boolean;
  /** A figure as what opens the findings behind it; null: plain. */
  readonly figure?: (at: number, place: number) => ReactNode;
  readonly empty?: string;
}

interface Row {
  readonly at: number;
  readonly cells: readonly Figure[];
}

const shown = (cell: Figure): string => {
  if (cell === null) return UNKNOWN;
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? formatNumber(cell) : formatNumber(cell, 3);
};

/** The figures of a chart as its table, made of the rows of its file. */
export function FigureTable(props: Props) {
  const { caption, rows, onRow, opens = () => true, figure = () => null, empty } = props;
  const [head = [], ...body] = rows;
  const columns = head.map(
    (name, place): Column<Row> => ({
      id: `${place}`,
      header: `${name}`.replace(/^./, (letter) => letter.toUpperCase()),
      rowHeader: place === 0,
      numeric: body.some((cells) => typeof cells[place] === 'number'),
      sort: ({ cells }) => cells[place] ?? null,
      cell: ({ at, cells }) => {
        const text = shown(cells[place] ?? null);
        return place === 0 && onRow !== undefined && opens(at) ? (
          <button type="button" className="link-button" onClick={() => onRow(at)}>
            {text}
          </button>
        ) : (
          (figure(at, place) ?? text)
        );
      },
    }),
  );
  return (
    <DataTable
      columns={columns}
      rows={body.map((cells, at) => ({ at, cells }))}
      rowKey={({ at }) => `${at}`}
      caption={caption}
      {...(empty === undefined ? {} : { empty })}
    />
  );
}
