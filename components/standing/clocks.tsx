'use client';

import { memo } from 'react';
import { countOf, formatDay, formatNumber } from '@/components/format';
import type { ClockRow, StandingView } from '@/domain/standing-view';
import classes from './clocks.module.css';
import type { FindingKey } from './open';
import { useStateName } from './state-names';

interface Props {
  readonly clocks: StandingView['clocks'];
  readonly onFinding: (finding: FindingKey) => void;
}

const DUTIES: Readonly<Record<ClockRow['kind'], string>> = {
  act: 'to act',
  notify: 'to be notified',
  verify: 'to be verified',
};

function whenWords({ state, days, deadline }: ClockRow): string {
  const day = formatDay(deadline);
  if (state === 'met') return `met by ${day}`;
  if (state === 'lapsed') return `lapsed ${day}`;
  return days === 0 ? `due today, ${day}` : `due in ${countOf(days, 'day')}, ${day}`;
}

function List({
  rows,
  onFinding,
}: { readonly rows: readonly ClockRow[] } & Pick<Props, 'onFinding'>) {
  const state = useStateName();
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <li key={`${row.incident} ${row.clause} ${row.accused} ${row.kind}`} data-state={row.state}>
          <span className={classes.when}>{whenWords(row)}</span>
          <span>
            <button type="button" className="link-button" onClick={() => onFinding(row)}>
              {row.title}
            </button>{' '}
            <span className="muted">
              {state(row.accused)} {DUTIES[row.kind]}, clause {row.clause}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const NEAREST = 12;

/** Deadlines of due diligence: those running first, then those that lapsed, then those met. */
export const Clocks = memo(function Clocks({ clocks, onFinding }: Props) {
  const of = (state: ClockRow['state']) => clocks.rows.filter((row) => row.state === state);
  const open = of('open').sort((one, two) => one.days - two.days);
  const lapsed = of('lapsed').sort((one, two) => two.days - one.days);
  const met = of('met').sort((one, two) => two.days - one.days);
  const groups = [
    { word: 'lapsed', total: clocks.lapsed, rows: lapsed },
    { word: 'met', total: clocks.met, rows: met },
  ];
  return (
    <>
      <p className={classes.counts}>
        {formatNumber(clocks.open)} due · {formatNumber(clocks.lapsed)} lapsed ·{' '}
        {formatNumber(clocks.met)} met
      </p>
      {open.length === 0 ? (
        <p className="muted">No clock is running on the day shown.</p>
      ) : (
        <List rows={open.slice(0, NEAREST)} onFinding={onFinding} />
      )}
      {groups.map(({ word, total, rows }) =>
        rows.length === 0 ? null : (
          <details key={word} open={word === 'lapsed' && rows.length <= 6}>
            <summary>
              {formatNumber(total)} {word}
              {rows.length < total ? `, the latest ${rows.length} listed` : ''}
            </summary>
            <List rows={rows} onFinding={onFinding} />
          </details>
        ),
      )}
    </>
  );
});

/** The clocks as a CSV file. */
export function clocksCsv({ rows }: StandingView['clocks']): (string | number | null)[][] {
  return [
    ['incident', 'title', 'clause', 'accused', 'kind', 'state', 'deadline', 'days'],
    ...rows.map((row) => [
      ...[row.incident, row.title, row.clause, row.accused],
      ...[row.kind, row.state, row.deadline, row.days],
    ]),
  ];
}
