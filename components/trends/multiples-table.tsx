import { STACKED } from '@/components/charts/findings-series';
import { type Column, DataTable } from '@/components/data-table';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { Over } from '@/domain/view/over';
import type { SmallBin } from './small-stacks';

/** A bin of one of the charts. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly bin: SmallBin;
}

type Ask = (key: string, bin: string, verdict: string) => void;

/** The figures of all small charts; each opens the findings behind it. */
export function MultiplesTable({
  rows,
  over,
  ask,
}: {
  rows: readonly Row[];
  over: Over;
  ask: Ask;
}) {
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: over === 'party' ? 'Party' : 'Clause',
      rowHeader: true,
      sort: ({ name }) => name,
      cell: ({ name }) => name,
    },
    {
      id: 'period',
      header: 'Period',
      sort: ({ bin }) => bin.from,
      cell: ({ bin }) => bin.label,
    },
    ...STACKED.map(
      (verdict): Column<Row> => ({
        id: verdict,
        header: VERDICT_WORDS[verdict],
        numeric: true,
        sort: ({ bin }) => bin.counts[verdict],
        cell: ({ key, name, bin }) =>
          bin.counts[verdict] === 0 ? (
            0
          ) : (
            <button
              type="button"
              className="link-button"
              aria-label={`${bin.counts[verdict]}: ${VERDICT_WORDS[verdict]}, ${name}, ${bin.label}`}
              onClick={() => ask(key, bin.key, verdict)}
            >
              {bin.counts[verdict]}
            </button>
          ),
      }),
    ),
  ];
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowKey={({ key, bin }) => `${key} ${bin.key}`}
      caption={`Findings by ${over} and period; periods without any are left out`}
    />
  );
}
