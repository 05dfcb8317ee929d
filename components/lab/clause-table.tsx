'use client';

import { memo, type ReactNode, useState } from 'react';
import { ScrollRegion } from '@/components/scroll-region';
import { SelectField } from '@/components/standing/fields';
import { useStateName } from '@/components/standing/state-names';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_ORDER, VERDICT_WORDS } from '@/components/verdict-words';
import type { Figures } from '@/domain/lab/figures';
import type { Pact } from '@/domain/pact';
import { deltaWords, WIDE } from './drawn';
import classes from './lab.module.css';
import { LabChart } from './lab-frame';
import type { ClauseNumber, LabNumber } from './number-open';

interface Props {
  readonly pact: Pact;
  readonly before: Figures;
  readonly after: Figures;
  /** The parties that may be looked at alone. */
  readonly parties: readonly string[];
  /** The number whose findings are listed; null: none. */
  readonly number: LabNumber | null;
  /** They are listed here. */
  readonly panel: ReactNode;
  readonly onNumber: (number: LabNumber) => void;
}

/** Findings of a clause by verdict, against one party or all. */
function countIn({ parties, byClause }: Figures, clause: number, verdict: number, party: string) {
  let sum = 0;
  parties.forEach((code, at) => {
    if (party === '' || code === party)
      sum += byClause[(clause * parties.length + at) * WIDE + verdict] ?? 0;
  });
  return sum;
}

interface CellProps extends ClauseNumber {
  readonly was: number;
  readonly is: number;
  readonly onNumber: Props['onNumber'];
}

const Cell = memo(function Cell({ was, is, onNumber, ...number }: CellProps) {
  const delta = is - was;
  const { verdict, clause } = number;
  if (is === 0 && was === 0)
    return (
      <td data-changed={false}>
        <span className="muted">·</span>
      </td>
    );
  return (
    <td data-changed={delta !== 0}>
      <button type="button" className={classes.number} onClick={() => onNumber(number)}>
        {is}
        <span className="visually-hidden">
          , {VERDICT_WORDS[verdict].toLowerCase()} under clause {clause}: which?
        </span>
      </button>
      {delta === 0 ? null : (
        <span className={classes.delta}>
          {' '}
          <span aria-hidden="true">{delta > 0 ? '▲' : '▼'}</span> {deltaWords(delta)}
        </span>
      )}
    </td>
  );
});

const NOTE =
  'Findings of each clause, one for each incident and accused state. Arrow and number: how many more or fewer than under the text. Each number opens the findings behind it.';

/** Clause by verdict: how many the variant finds, and how many more or fewer than the text. */
export const ClauseTable = memo(function ClauseTable(props: Props) {
  const { pact, before, after, parties, number, panel, onNumber } = props;
  const state = useStateName();
  const [party, setParty] = useState(number?.place === 'clauses' ? number.party : '');
  const clauses = after.clauses.map((id, at) => ({
    id,
    reference: pact.clauses.find((one) => one.id === id)?.reference ?? '',
    cells: VERDICT_ORDER.map((verdict, place) => ({
      verdict,
      was: countIn(before, at, place, party),
      is: countIn(after, at, place, party),
    })),
  }));
  return (
    <>
      <LabChart
        id="clauses"
        title="Clause by clause"
        note={NOTE}
        rows={() => [
          ['clause', 'reference', 'accused', 'verdict', 'in the text', 'variant', 'change'],
          ...clauses.flatMap(({ id, reference, cells }) =>
            cells.map(({ verdict, was, is }) => [
              ...[id, reference, party === '' ? 'all parties' : party, verdict, was, is, is - was],
            ]),
          ),
        ]}
      >
        <SelectField
          label="Accused"
          className={classes.accused}
          value={party}
          choices={[
            { value: '', label: 'All parties' },
            ...parties.map((code) => ({ value: code, label: state(code) })),
          ]}
          onChange={setParty}
        />
        <ScrollRegion label="Findings by clause and verdict" className={classes.scroll}>
          <table className={classes.table}>
            <caption className="visually-hidden">Findings by clause and verdict</caption>
            <thead>
              <tr>
                <th scope="col">Clause</th>
                {VERDICT_ORDER.map((verdict) => (
                  <th key={verdict} scope="col">
                    <span className={classes.verdict}>
                      <span aria-hidden="true">
                        <VerdictMark verdict={verdict} size={12} />
                      </span>
                      {VERDICT_WORDS[verdict]}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {clauses.map(({ id, reference, cells }) => (
                <tr key={id}>
                  <th scope="row">
                    {id} <span className={classes.reference}>{reference}</span>
                  </th>
                  {cells.map(({ verdict, was, is }) => (
                    <Cell
                      key={verdict}
                      place="clauses"
                      clause={id}
                      {...{ was, is, verdict, party, onNumber }}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </LabChart>
      {panel}
    </>
  );
});
