'use client';

import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import classes from './data-table.module.css';
import { ScrollRegion } from './scroll-region';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Value to sort by; null is unknown and always comes last. Without it the column does not sort. */
  readonly sort?: (row: Row) => string | number | null;
  /** Right-aligned, tabular figures. */
  readonly numeric?: boolean;
  /** The cell that names the row. */
  readonly rowHeader?: boolean;
}

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Says what the table holds; shown above it unless `captionHidden`. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly sortedBy?: { readonly id: string; readonly desc: boolean };
  /** Given when the order is kept elsewhere (the URL, the server): the table then sorts nothing itself. */
  readonly onSort?: (sort: { readonly id: string; readonly desc: boolean }) => void;
  readonly empty?: ReactNode;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const NO_ORDER: SortingState = [];

function compare(one: unknown, two: unknown): number {
  if (typeof one === 'number' && typeof two === 'number') return one - two;
  return String(one).localeCompare(String(two), 'en', { numeric: true });
}

/** The one table: sortable by keyboard and mouse, with a caption and a sticky header; it scrolls sideways on narrow screens. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { columns, rows, rowKey, caption, captionHidden = false, sortedBy, onSort, empty } = props;
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const definitions = useMemo(
    () =>
      columns.map(({ id, sort }) => ({
        id,
        accessorFn: (row: Row) => sort?.(row) ?? undefined,
        enableSorting: sort !== undefined,
        sortUndefined: 'last' as const,
        sortFn: (
          one: { getValue: (column: string) => unknown },
          two: { getValue: (column: string) => unknown },
          column: string,
        ) => compare(one.getValue(column), two.getValue(column)),
      })),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const order = useMemo(() => (sortedBy === undefined ? NO_ORDER : [{ ...sortedBy }]), [sortedBy]);
  const outside = onSort !== undefined;
  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: rowKey,
    enableSortingRemoval: false,
    enableMultiSort: false,
    manualSorting: outside,
    ...(outside
      ? {
          state: { sorting: order },
          onSortingChange: (next: SortingState | ((old: SortingState) => SortingState)) => {
            const [first] = typeof next === 'function' ? next(order) : next;
            if (first !== undefined) onSort(first);
          },
        }
      : { initialState: { sorting: order } }),
  });
  const sorting = outside ? order : table.state.sorting;

  return (
    <ScrollRegion label={caption} className={classes.scroll}>
      <table className={classes.table}>
        <caption className={captionHidden ? 'visually-hidden' : classes.caption}>{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ id, column }) => {
                const shown = byId.get(id);
                const at = sorting.find((sort) => sort.id === id);
                const side = shown?.numeric ? classes.numeric : undefined;
                return (
                  <th
                    key={id}
                    scope="col"
                    className={side}
                    {...(column.getCanSort()
                      ? { 'aria-sort': at ? (at.desc ? 'descending' : 'ascending') : 'none' }
                      : {})}
                  >
                    {column.getCanSort() ? (
                      <button
                        type="button"
                        className={classes.sort}
                        onClick={() => column.toggleSorting(at ? !at.desc : undefined)}
                      >
                        {shown?.header}
                        <span aria-hidden="true" className={classes.arrow}>
                          {at ? (at.desc ? '↓' : '↑') : '↕'}
                        </span>
                      </button>
                    ) : (
                      shown?.header
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.id} scope="row" className={classes.rowHeader}>
                    {column.cell(row.original)}
                  </th>
                ) : (
                  <td key={column.id} className={column.numeric ? classes.numeric : undefined}>
                    {column.cell(row.original)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length}>{empty ?? 'Nothing to list.'}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
