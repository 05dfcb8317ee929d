import { read } from '@/components/standing/api';
import { filterQuery } from '@/components/standing/params';
import type { StandingFilter } from '@/domain/standing-view';
import type { ViewAnswers, ViewName } from '@/domain/view/views';

/** Parameters of one view beside those of the filter, as they stand in the address; defaults are left out. */
export type Own = Readonly<Record<string, string>>;

/** The query string of a view, without the question mark: the key of its data and its address. */
export function viewQuery(filter: StandingFilter, own: Own = {}): string {
  const parameters = new URLSearchParams(filterQuery(filter));
  for (const name of Object.keys(own).sort()) parameters.set(name, own[name] ?? '');
  return parameters.toString();
}

/** Everything a view shows, for a filter; first paint fills the same key on the server. */
export function viewQueryOptions<Name extends ViewName>(
  name: Name,
  filter: StandingFilter,
  own: Own = {},
) {
  const query = viewQuery(filter, own);
  return {
    queryKey: ['trends', name, query],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read<ViewAnswers[Name]>(`/api/v1/trends/${name}${query === '' ? '' : `?${query}`}`, signal),
  };
}
