'use client';

import { formatPercent } from '@/components/format';
import { ScrollRegion } from '@/components/scroll-region';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { IncidentsPanel } from '@/components/trends/incidents-panel';
import { useMarks } from '@/components/trends/use-marks';
import type { Accusation, AttributionAnswer } from '@/domain/view/attribution';
import classes from './attribution.module.css';

const keyOf = ({ claimant, accused }: Accusation): string => `${claimant}~${accused}`;

/** The names that most incidents rest on, the most frequent first. */
function frequent(
  cells: readonly Accusation[],
  name: (cell: Accusation) => string,
  most: number,
): string[] {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(name(cell), (sums.get(name(cell)) ?? 0) + cell.incidents);
  return [...sums]
    .sort(([one, n], [two, m]) => m - n || (one < two ? -1 : 1))
    .slice(0, most)
    .map(([code]) => code);
}

interface MatrixProps {
  readonly cells: readonly Accusation[];
  readonly claimantName: (cell: Accusation) => string;
  readonly onCell: (key: string) => void;
}

const ROWS = 14;
const COLUMNS = 8;

function Matrix({ cells, claimantName, onCell }: MatrixProps) {
  const state = useStateName();
  const rows = frequent(cells, ({ claimant }) => claimant, ROWS);
  const columns = frequent(cells, ({ accused }) => accused, COLUMNS);
  const by = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const names = new Map(cells.map((cell) => [cell.claimant, claimantName(cell)]));
  return (
    <ScrollRegion label="Claimants by the states they name" className={classes.scroll}>
      <table className={classes.matrix}>
        <caption className="visually-hidden">
          Incidents in which a claimant names a state, and the share that rests on one evidence
          cluster
        </caption>
        <thead>
          <tr>
            <th scope="col">Claimant ↓ names →</th>
            {columns.map((code) => (
              <th key={code} scope="col">
                {state(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((claimant) => (
            <tr key={claimant}>
              <th scope="row">{names.get(claimant)}</th>
              {columns.map((accused) => {
                const cell = by.get(`${claimant}~${accused}`);
                if (cell === undefined)
                  return (
                    <td key={accused}>
                      <span className="visually-hidden">none</span>
                    </td>
                  );
                const share = cell.oneCluster / cell.incidents;
                return (
                  <td key={accused}>
                    <button
                      type="button"
                      className={classes.cell}
                      aria-label={`${names.get(claimant)} names ${state(accused)} in ${cell.incidents}, ${formatPercent(share)} on one cluster`}
                      onClick={() => onCell(keyOf(cell))}
                    >
                      {cell.incidents}
                      <span className={classes.share} aria-hidden="true">
                        <span style={{ width: `${share * 100}%` }} />
                      </span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Who attributes whom, and how much of it rests on a single cluster of evidence. */
export function AccusationsChart({ view }: { readonly view: AttributionAnswer }) {
  const state = useStateName();
  const { mark, ask, close } = useMarks('accusations');
  const { cells, said } = view.accusations;
  const claimantName = ({ kind, claimant }: Accusation) => kind ?? state(claimant);
  const rows = [
    ['claimant', 'names', 'claims', 'incidents', 'on one cluster', 'share on one cluster'],
    ...cells.map((cell) => [
      ...[claimantName(cell), state(cell.accused), cell.claims],
      ...[cell.incidents, cell.oneCluster, cell.oneCluster / cell.incidents],
    ]),
  ];
  const open = cells.find((cell) => keyOf(cell) === mark?.join('~'));
  return (
    <Chart
      id="accusations"
      title="Who attributes whom"
      note={`${said} Of every incident of the period on record, under this pact or not. The hatched bar is the share in which all that is held against the accused is one evidence cluster; the table names every pair.`}
      summary={said}
      table={
        <FigureTable
          caption="Claimants and whom they name"
          rows={rows}
          empty="Nobody accuses a state in this time."
          onRow={(at) => {
            const cell = cells[at];
            if (cell !== undefined) ask(keyOf(cell));
          }}
        />
      }
      rows={() => rows}
      panel={
        open === undefined ? null : (
          <IncidentsPanel
            title={`${claimantName(open)} names ${state(open.accused)}`}
            refs={open.refs}
            total={open.total}
            onClose={close}
          >
            <p>
              {open.oneCluster} of {open.incidents} rest on one evidence cluster.
            </p>
          </IncidentsPanel>
        )
      }
    >
      {cells.length === 0 ? (
        <p>Nobody accuses a state in this time. Widen the period.</p>
      ) : (
        <Matrix cells={cells} claimantName={claimantName} onCell={ask} />
      )}
    </Chart>
  );
}
