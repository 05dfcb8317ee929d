'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { countOf, formatDated, formatNumber } from '@/components/format';
import { recordHref } from '@/components/record-href';
import { ShowMore } from '@/components/show-more';
import { VerdictMark } from '@/components/verdict-mark';
import { findingsQueryOptions } from './api';
import type { Behind } from './behind';
import classes from './findings-list.module.css';
import type { FindingKey } from './open';
import { useStateName } from './state-names';

interface Props {
  readonly list: Behind;
  readonly onFinding: (finding: FindingKey) => void;
}

const STEP = 25;

/** The findings behind a mark; each leads to its trace and to its incident. */
export function FindingsList({ list, onFinding }: Props) {
  const { data, isError } = useQuery(findingsQueryOptions(list.filter));
  const [limit, setLimit] = useState(STEP);
  const state = useStateName();
  if (isError)
    return <p role="status">The findings could not be read. Close this panel and open it again.</p>;
  if (data === undefined) return <p role="status">Reading the findings…</p>;
  const rows = data.rows.filter(list.keep);
  if (rows.length === 0)
    return <p>No finding lies behind this: nothing on record counts for or against the party.</p>;
  return (
    <>
      <p className="muted">
        {countOf(rows.length, 'finding')}. Each opens why.
        {data.total > data.rows.length
          ? ` Looked for among the gravest ${formatNumber(data.rows.length)} of ${formatNumber(data.total)}; the full data has them all.`
          : ''}
      </p>
      <ul className={classes.list}>
        {rows.slice(0, limit).map((row) => (
          <li key={`${row.incident} ${row.clause} ${row.accused}`} className={classes.item}>
            <button type="button" className={classes.title} onClick={() => onFinding(row)}>
              {row.title}
            </button>
            {list.adds === undefined ? null : (
              <p className={classes.adds}>{list.adds(row, rows.length)}</p>
            )}
            <p className={classes.facts}>
              <VerdictMark verdict={row.verdict} signed={row.signed !== null} word /> ·{' '}
              {formatDated(row.started)} · {state(row.accused)} · clause {row.clause} · severity{' '}
              {row.severity} · belief {formatNumber(row.lower, 2)}–{formatNumber(row.upper, 2)}{' '}
              (threshold {formatNumber(row.threshold, 2)}) ·{' '}
              <Link href={recordHref(row.incident)}>record</Link>
              {row.signed === null ? null : (
                <>
                  {' '}
                  · <Link href={`/findings/${row.signed}`}>decision</Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      <ShowMore total={rows.length} shown={limit} step={STEP} onMore={setLimit} />
    </>
  );
}
