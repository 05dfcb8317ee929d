import type { StandingFilter } from '@/domain/standing-view';
import { filterQuery } from './standing/params';

/** Address of the report of a pact under a filter. */
export function reportHref(filter: StandingFilter): string {
  const query = new URLSearchParams(filterQuery(filter));
  query.delete('pact');
  const asked = query.toString();
  return `/api/v1/pacts/${filter.pact}/report${asked === '' ? '' : `?${asked}`}`;
}

/** Takes the standing under a filter away as a report to print and file. */
export function ReportLink({ filter }: { readonly filter: StandingFilter }) {
  return (
    <a href={reportHref(filter)} className="quiet-button" download="" data-unpictured="">
      Report (PDF)
    </a>
  );
}
