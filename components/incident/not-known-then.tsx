import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import { formatDay } from '@/components/format';
import { PageHead } from './page-head';

interface Props {
  readonly id: string;
  /** The day asked about. */
  readonly asOf: string;
  /** The day it was first written down. */
  readonly recordedOn: string;
}

/** In place of a record, as of a day before it was written down. */
export function NotKnownThen({ id, asOf, recordedOn }: Props) {
  return (
    <>
      <PageHead title="Not known then" above={<Link href="/incidents">Incidents</Link>} />
      <EmptyState
        title={`This incident was not on record on ${formatDay(asOf)}`}
        action={<Link href={`/incidents/${id}`}>See it as of today</Link>}
      >
        <p>It was first written down on {formatDay(recordedOn)}.</p>
      </EmptyState>
    </>
  );
}
