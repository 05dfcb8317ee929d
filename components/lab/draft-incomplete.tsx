import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';

interface Props {
  /** The drafts that the address names. */
  readonly ids: readonly (string | null)[];
  readonly message: string;
}

/** A draft that says too little yet to be tested: what it lacks, and the way to write it. */
export function DraftIncomplete({ ids, message }: Props) {
  const drafts = [...new Set(ids.filter((id) => id !== null))];
  return (
    <EmptyState
      isPage
      title="This draft cannot be tested yet"
      action={drafts.map((id) => (
        <p key={id}>
          <Link href={`/pacts/drafts/${id}`}>Open the draft</Link>
        </p>
      ))}
    >
      {message}
    </EmptyState>
  );
}
