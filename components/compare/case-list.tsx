'use client';

import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { countOf, formatDated, formatNumber } from '@/components/format';
import { recordHref } from '@/components/record-href';
import { ShowMore } from '@/components/show-more';
import classes from '@/components/standing/findings-list.module.css';
import { VerdictMark } from '@/components/verdict-mark';
import { type CaseFlip, type FoundBySide, foundWords } from '@/domain/lab/case-flip';
import type { NumberCases } from '@/domain/lab/number-cases';

const STEP = 25;

interface FoundProps {
  readonly by: string;
  readonly found: FoundBySide;
  /** The clause under which it is found; null: one that the list is of. */
  readonly clause: string | null;
}

function Found({ by, found, clause }: FoundProps) {
  return (
    <p className={classes.adds}>
      {by}: {found.verdict === null ? null : <VerdictMark verdict={found.verdict} word />}{' '}
      <span className="muted">
        {clause === null ? '' : `clause ${clause}, `}
        {foundWords(found)}
      </span>
    </p>
  );
}

interface Props {
  readonly cases: NumberCases;
  /** What the two sides are called. */
  readonly sides: readonly [string, string];
  /** Where they count, each by the gravest of its clauses, as "under A"; absent: under a clause of either side. */
  readonly counted?: string;
  /** The name of a state. */
  readonly state: (code: string) => string;
  /** The title of a case, which opens why. */
  readonly heading: (one: CaseFlip) => ReactNode;
}

/** The findings behind a number, with what either side finds; each opens both ways of judging it. */
export function CaseList({ cases: { rows, total }, sides, counted, state, heading }: Props) {
  const [limit, setLimit] = useState(STEP);
  if (total === 0)
    return <p>No finding that you may see lies behind this: the record has changed since.</p>;
  return (
    <>
      <p className="muted">
        {countOf(total, 'finding')}, {counted ?? 'under either side'}. Each opens why.
        {total > rows.length ? ` The ${formatNumber(rows.length)} gravest are listed.` : ''}
      </p>
      <ul className={classes.list}>
        {rows.slice(0, limit).map((one) => (
          <li key={`${one.incident} ${one.clauseA} ${one.accused}`} className={classes.item}>
            {heading(one)}
            <Found
              by={sides[0]}
              found={one.a}
              clause={counted === undefined ? null : one.clauseA}
            />
            <Found
              by={sides[1]}
              found={one.b}
              clause={counted === undefined ? null : one.clauseB}
            />
            <p className={classes.facts}>
              {formatDated(one.started)} · {state(one.accused)} ·{' '}
              <Link href={recordHref(one.incident)} prefetch={false}>
                record
              </Link>
            </p>
          </li>
        ))}
      </ul>
      <ShowMore total={rows.length} shown={limit} step={STEP} onMore={setLimit} />
    </>
  );
}
