'use client';

import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';

export default function Failed({ retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <EmptyState
      isPage
      title="This page could not be shown"
      action={
        <p>
          <button type="button" className="link-button" onClick={() => retry()}>
            Try again
          </button>{' '}
          or go to <Link href="/">the standing page</Link>.
        </p>
      }
    >
      Something failed while it was put together. Nothing in the record was changed. The server has
      written down what happened.
    </EmptyState>
  );
}
