import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import { PageHead } from '@/components/incident/page-head';

export default function PactNotFound() {
  return (
    <>
      <PageHead title="There is nothing here" above={<Link href="/pacts">Pacts</Link>} />
      <EmptyState
        title="No pact under this address"
        action={<Link href="/pacts">Open the library of pacts</Link>}
      >
        <p>The address may be mistyped, or the pact was never kept here.</p>
      </EmptyState>
    </>
  );
}
