import type { ViewHead } from '@/domain/standing-view';
import type { FullData } from './frame/download-menu';
import type { Taking } from './section';
import { sourcesOf } from './sources';
import { filterQuery } from './standing/params';

/** What a picture or file taken of a chart says of itself, and every finding behind it. */
export function takingOf(head: ViewHead, note: string, full: readonly FullData[] = []): Taking {
  const { pact, filter } = head;
  const query = filterQuery(filter);
  const every = (format: string): string =>
    `/api/v1/findings/export?${query === '' ? '' : `${query}&`}format=${format}`;
  return {
    pact: pact.title,
    stamp: pact.kind === 'hypothetical' ? 'HYPOTHETICAL' : null,
    ...{ sources: sourcesOf(head), note },
    ...(head.corpus.tlp === undefined ? {} : { marking: head.corpus.tlp }),
    full: [
      { label: 'Every finding under this filter (CSV)', href: every('csv') },
      { label: 'Every finding under this filter (JSON)', href: every('json') },
      ...full,
    ],
  };
}
