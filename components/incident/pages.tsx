import Link from 'next/link';
import type { inferParserType } from 'nuqs/server';
import { formatNumber } from '@/components/format';
import { PAGE_SIZES } from '@/domain/incident-filter';
import classes from './incident-list.module.css';
import { listHref, type listParsers } from './list-query';

interface Props {
  readonly query: inferParserType<typeof listParsers>;
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

/** The way through the pages, as links: each page has an address. */
export function Pages({ query, page, size, total }: Props) {
  const last = Math.max(1, Math.ceil(total / size));
  const to = (at: number) => listHref('/incidents', { ...query, page: at });
  if (total <= PAGE_SIZES[0]) return null;
  return (
    <nav aria-label="Pages" className={classes.pages}>
      {page > 1 ? <Link href={to(1)}>First</Link> : <span>First</span>}
      {page > 1 ? (
        <Link href={to(page - 1)} rel="prev">
          Previous
        </Link>
      ) : (
        <span>Previous</span>
      )}
      <span aria-current="page">
        Page {formatNumber(page)} of {formatNumber(last)}
      </span>
      {page < last ? (
        <Link href={to(page + 1)} rel="next">
          Next
        </Link>
      ) : (
        <span>Next</span>
      )}
      {page < last ? <Link href={to(last)}>Last</Link> : <span>Last</span>}
      <span className={classes.sizes}>
        Rows:{' '}
        {PAGE_SIZES.map((rows) => (
          <Link
            key={rows}
            href={listHref('/incidents', { ...query, page: 1, size: rows })}
            aria-current={rows === size ? 'true' : undefined}
          >
            {rows}
          </Link>
        ))}
      </span>
    </nav>
  );
}
