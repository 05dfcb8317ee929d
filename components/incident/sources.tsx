import { formatDated } from '@/components/format';
import type { Source } from '@/domain/incident';
import classes from './sources.module.css';

const host = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

const PRECISIONS: Readonly<Record<number, string>> = { 4: 'year', 7: 'month' };

function dayOf(date: string | null): string {
  if (date === null) return 'date unknown';
  return formatDated({ date, precision: PRECISIONS[date.length] ?? 'day' });
}

/** Where each statement on a page comes from; an address nobody has stays empty. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ol className={classes.root}>
      {sources.map(({ id, title, publisher, date, url }) => (
        <li key={id} id={`sources-${id}`} className={classes.source}>
          <span className={classes.id}>{id}</span>
          <span>
            {url === null ? (
              title
            ) : (
              <a href={url} rel="noopener noreferrer external" target="_blank">
                {title}
              </a>
            )}
            <span className={classes.from}>
              {publisher}, {dayOf(date)}
              {url === null ? ' · no address on record' : ` · ${host(url)}, opens in a new tab`}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
