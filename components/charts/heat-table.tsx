'use client';

import { memo } from 'react';
import { ScrollRegion } from '@/components/scroll-region';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_ORDER, VERDICT_WORDS } from '@/components/verdict-words';
import type { HeatCell, StandingView } from '@/domain/standing-view';
import classes from './heat-table.module.css';

interface Props {
  readonly heat: StandingView['heat'];
  readonly clauses: StandingView['pact']['clauses'];
  readonly signed: boolean;
  readonly onCell: (clause: string, year: number) => void;
}

/** Verdicts a cell draws, the gravest first; what no clause covers stays out. */
const held = ({ counts }: HeatCell) =>
  VERDICT_ORDER.filter((verdict) => verdict !== 'NOT_COVERED' && counts[verdict] > 0);

const inWords = (cell: HeatCell): string =>
  held(cell)
    .map((verdict) => `${cell.counts[verdict]} ${VERDICT_WORDS[verdict].toLowerCase()}`)
    .join(', ');

/** Clause by year as a table of marks and numbers; every filled cell opens what lies in it. */
export const HeatTable = memo(function HeatTable({ heat, clauses, signed, onCell }: Props) {
  const cells = new Map(heat.cells.map((cell) => [`${cell.clause} ${cell.year}`, cell]));
  const filled = heat.years.filter((year) =>
    heat.clauses.some((clause) => {
      const cell = cells.get(`${clause} ${year}`);
      return cell !== undefined && held(cell).length > 0;
    }),
  );
  const years = heat.years.length > 16 ? filled : heat.years;
  return (
    <ScrollRegion label="Findings by clause and year of onset" className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">Findings by clause and year of onset</caption>
        <thead>
          <tr>
            <th scope="col">Clause</th>
            {years.map((year) => (
              <th key={year} scope="col" className={classes.year}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.clauses.map((clause) => (
            <tr key={clause}>
              <th scope="row" className={classes.clause}>
                {clause}
                <span className={classes.reference}>
                  {clauses.find(({ id }) => id === clause)?.reference}
                </span>
              </th>
              {years.map((year) => {
                const cell = cells.get(`${clause} ${year}`);
                return (
                  <td key={year}>
                    {cell === undefined || held(cell).length === 0 ? (
                      <span className={classes.none}>
                        <span aria-hidden="true">·</span>
                        <span className="visually-hidden">none</span>
                      </span>
                    ) : (
                      <button
                        type="button"
                        className={classes.cell}
                        aria-label={`Clause ${clause}, ${year}: ${inWords(cell)}`}
                        onClick={() => onCell(clause, year)}
                      >
                        {held(cell).map((verdict) => (
                          <span key={verdict} className={classes.pair} aria-hidden="true">
                            <VerdictMark verdict={verdict} signed={signed} size={12} />
                            {cell.counts[verdict]}
                          </span>
                        ))}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {years.length < heat.years.length ? (
        <p className="muted small">
          {heat.years.length - years.length} years without a finding are left out.
        </p>
      ) : null}
    </ScrollRegion>
  );
});

/** The cells as a CSV file. */
export function heatCsv({ cells }: StandingView['heat']): (string | number | null)[][] {
  return [
    ['clause', 'year', ...VERDICT_ORDER, 'gravest'],
    ...cells.map(({ clause, year, counts, gravest }) => [
      clause,
      year,
      ...VERDICT_ORDER.map((verdict) => counts[verdict]),
      gravest,
    ]),
  ];
}
