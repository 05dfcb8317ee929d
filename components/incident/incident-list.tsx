'use client';

import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { useTransition } from 'react';
import { type Column, DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { countOf, formatDated, formatNumber } from '@/components/format';
import { STATE_WORDS } from '@/components/review/state-words';
import { LIST_SORTS } from '@/domain/incident-filter';
import { stateName } from '@/domain/states';
import classes from './incident-list.module.css';
import { ListFilters } from './list-filters';
import { type IncidentRow, listParsers } from './list-query';
import { Pages } from './pages';
import { RecordMarks } from './record-marks';
import { STATUS_WORDS } from './words';

const names = (codes: readonly string[]): string => codes.map(stateName).join(', ');

const COLUMNS: readonly Column<IncidentRow>[] = [
  {
    id: 'title',
    header: 'What happened',
    rowHeader: true,
    sort: ({ title }) => title,
    cell: ({ id, title, published, tlp }) => (
      <>
        <Link href={`/incidents/${id}`} className={classes.title}>
          {title}
        </Link>{' '}
        <RecordMarks published={published} tlp={tlp} />
      </>
    ),
  },
  {
    id: 'started',
    header: 'Started',
    sort: ({ started }) => started.date,
    cell: ({ started }) => <span className={classes.day}>{formatDated(started)}</span>,
  },
  {
    id: 'disclosed',
    header: 'Became public',
    sort: ({ disclosed }) => disclosed?.date ?? null,
    cell: ({ disclosed }) => <span className={classes.day}>{formatDated(disclosed)}</span>,
  },
  {
    id: 'victims',
    header: 'Affected',
    cell: ({ victims }) => (victims.length === 0 ? 'unknown' : names(victims)),
  },
  {
    id: 'accused',
    header: 'Named in claims',
    cell: ({ accused }) => (accused.length === 0 ? 'no state' : names(accused)),
  },
  {
    id: 'severity',
    header: 'Severity',
    numeric: true,
    sort: ({ severity }) => severity,
    cell: ({ severity }) => severity,
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => STATUS_WORDS[status] ?? status,
  },
  {
    id: 'review',
    header: 'Review',
    cell: ({ review }) => STATE_WORDS[review],
  },
  {
    id: 'claims',
    header: 'Claims',
    numeric: true,
    cell: ({ claims }) => formatNumber(claims),
  },
];

interface Props {
  readonly rows: readonly IncidentRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  /** Codes of the states that occur as victim or accused. */
  readonly victims: readonly string[];
  readonly accused: readonly string[];
}

/** The list of incidents: its question stands in the URL, its answer comes from the server. */
export function IncidentList({ rows, total, page, size, victims, accused }: Props) {
  const [waiting, startTransition] = useTransition();
  const [query, setQuery] = useQueryStates(listParsers, {
    shallow: false,
    startTransition,
    history: 'push',
  });
  const clear = () => setQuery(null);
  const first = total === 0 ? 0 : (page - 1) * size + 1;
  const last = Math.min(page * size, total);
  return (
    <div aria-busy={waiting}>
      <ListFilters
        query={query}
        onChange={(change) => setQuery({ ...change, page: null })}
        onClear={clear}
        victims={victims}
        accused={accused}
      />
      <p className={classes.count} role="status">
        {countOf(total, 'incident')}
        {total > size ? `, showing ${formatNumber(first)} to ${formatNumber(last)}` : ''}
        {waiting ? ' · loading' : ''}
      </p>
      {total === 0 ? (
        <EmptyState
          title="No incident on record fits this search"
          action={
            <button type="button" className="quiet-button" onClick={clear}>
              Clear search and filters
            </button>
          }
        >
          <p>
            This list holds what public sources report, with every claim about it. Try fewer words:
            each must begin a word of the title, summary, victims, actors or claimants. A state can
            stand on either side, as affected or as named in a claim.
          </p>
        </EmptyState>
      ) : (
        <div className={classes.whole}>
          <DataTable
            columns={COLUMNS}
            rows={rows}
            rowKey={({ id }) => id}
            caption="Incidents"
            captionHidden
            sortedBy={{ id: query.sort, desc: query.order === 'desc' }}
            onSort={({ id, desc }) => {
              const sort = LIST_SORTS.find((known) => known === id);
              if (sort !== undefined) setQuery({ sort, order: desc ? 'desc' : 'asc', page: null });
            }}
          />
        </div>
      )}
      <Pages query={query} page={page} size={size} total={total} />
    </div>
  );
}
