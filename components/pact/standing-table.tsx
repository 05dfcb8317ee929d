'use client';

import Link from 'next/link';
import { type Column, DataTable } from '@/components/data-table';
import { formatNumber } from '@/components/format';
import { FINDING_WORDS } from '@/components/standing/finding-words';
import { standingFigure } from '@/components/standing/headline';
import { filterQuery, untouched } from '@/components/standing/params';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_ORDER } from '@/components/verdict-words';
import type { StandingLine } from '@/domain/standing-view';
import { stateName } from '@/domain/states';
import classes from './standing.module.css';

const SHOWN = VERDICT_ORDER.filter((verdict) => verdict !== 'NOT_COVERED');

interface Props {
  readonly pact: string;
  readonly lines: readonly StandingLine[];
  readonly caption: string;
}

/** How parties stand under a pact, each leading to the standing page. */
export function StandingTable({ pact, lines, caption }: Props) {
  const columns: Column<StandingLine>[] = [
    {
      id: 'party',
      header: 'State',
      rowHeader: true,
      sort: ({ party }) => stateName(party),
      cell: ({ party }) => (
        <Link href={`/?${filterQuery({ ...untouched(pact), party })}`}>{stateName(party)}</Link>
      ),
    },
    {
      id: 'word',
      header: 'Finding',
      sort: ({ word }) => FINDING_WORDS[word].word,
      cell: ({ word }) => FINDING_WORDS[word].word,
    },
    {
      id: 'figure',
      header: 'Index and band',
      numeric: true,
      sort: ({ high }) => high,
      cell: (line) => <span className={classes.figure}>{standingFigure(line) ?? 'unknown'}</span>,
    },
    {
      id: 'counts',
      header: 'Incidents by verdict',
      cell: ({ counts }) => {
        const own = SHOWN.filter((verdict) => counts[verdict] > 0);
        return own.length === 0 ? (
          'none'
        ) : (
          <span className={classes.counts}>
            {own.map((verdict) => (
              <span key={verdict}>
                <VerdictMark verdict={verdict} /> {formatNumber(counts[verdict])}
              </span>
            ))}
          </span>
        );
      },
    },
  ];
  return (
    <DataTable columns={columns} rows={lines} rowKey={({ party }) => party} caption={caption} />
  );
}
