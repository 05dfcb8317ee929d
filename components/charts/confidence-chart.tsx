'use client';

import { memo, useMemo, useState } from 'react';
import { formatDated, formatNumber } from '@/components/format';
import { useStateName } from '@/components/standing/state-names';
import { VerdictMark } from '@/components/verdict-mark';
import type { FindingRow } from '@/domain/standing-view';
import classes from './charts.module.css';
import { ORDERS, type Order, ordered } from './confidence-order';
import { Interval } from './interval';

interface Props {
  readonly rows: readonly FindingRow[];
  readonly onRow: (row: FindingRow) => void;
}

/** Drawn at first; the others on request, so that no redraw is long. */
const FIRST = 20;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** One interval of belief for each finding, as a list whose titles open the finding. */
export const ConfidenceChart = memo(function ConfidenceChart({ rows, onRow }: Props) {
  const [order, setOrder] = useState<Order>('belief');
  const shown = useMemo(() => ordered(rows, order), [rows, order]);
  const [all, setAll] = useState(false);
  const state = useStateName();
  return (
    <div className={classes.list}>
      <fieldset className={classes.sorter}>
        <legend className="visually-hidden">Order</legend>
        <span className="muted" aria-hidden="true">
          Order by
        </span>
        {(Object.keys(ORDERS) as Order[]).map((one) => (
          <button
            key={one}
            type="button"
            className="quiet-button"
            aria-pressed={order === one}
            onClick={() => setOrder(one)}
          >
            {ORDERS[one]}
          </button>
        ))}
      </fieldset>
      <div className={classes.row} aria-hidden="true">
        <span />
        <div className={classes.axis}>
          {TICKS.map((tick) => (
            <span key={tick} style={{ left: `${tick * 100}%` }}>
              {tick}
            </span>
          ))}
        </div>
        <span />
      </div>
      <ol className={classes.rows}>
        {(all ? shown : shown.slice(0, FIRST)).map((row) => (
          <li key={`${row.incident} ${row.clause} ${row.accused}`} className={classes.row}>
            <span className={classes.rowTitle}>
              <VerdictMark verdict={row.verdict} signed={row.signed !== null} />
              <button
                type="button"
                className="link-button"
                title={row.title}
                onClick={() => onRow(row)}
              >
                {row.title}
              </button>
            </span>
            <Interval row={row} />
            <span className={classes.figures}>
              {state(row.accused)} · {formatDated(row.started).slice(-4)} ·{' '}
              {formatNumber(row.lower, 2)}–{formatNumber(row.upper, 2)}
            </span>
          </li>
        ))}
      </ol>
      {shown.length > FIRST ? (
        <button type="button" className="quiet-button" onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST}` : `Show all ${shown.length}`}
        </button>
      ) : null}
    </div>
  );
});
