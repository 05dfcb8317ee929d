import type { CaseAddress } from '@/domain/claim-weight';

/** What a page of an incident is asked beside the incident itself. */
export interface PageQuestion {
  readonly asOf: string | null;
  readonly from: string | null;
}

/** Address of a finding on the page of its incident; days of the question are kept where they still apply. */
export function caseHref(
  incident: string,
  { pact, clause, accused }: Partial<CaseAddress>,
  { asOf, from }: PageQuestion,
  part = 'why',
): string {
  const parameters = new URLSearchParams();
  if (pact !== undefined) parameters.set('pact', pact);
  if (clause !== undefined) parameters.set('clause', clause);
  if (accused !== undefined && accused !== null) parameters.set('accused', accused);
  if (from !== null) parameters.set('from', from);
  if (asOf !== null) parameters.set('asOf', asOf);
  const query = parameters.toString();
  return `/incidents/${encodeURIComponent(incident)}${query === '' ? '' : `?${query}`}#${part}`;
}
