import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import { PageHead } from '@/components/incident/page-head';

/** The same for an incident that is not there and for one the reader may not see. */
export default function IncidentNotFound() {
  return (
    <>
      <PageHead title="There is nothing here" above={<Link href="/incidents">Incidents</Link>} />
      <EmptyState
        title="No incident under this address"
        action={<Link href="/incidents">Search the incidents on record</Link>}
      >
        <p>
          The address may be mistyped, the incident may have been merged into another, or it may not
          be open to every reader. Signing in may help if you were given this address.
        </p>
      </EmptyState>
    </>
  );
}
