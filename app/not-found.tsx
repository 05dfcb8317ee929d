import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';

export default function NotFound() {
  return (
    <EmptyState
      isPage
      title="Nothing is kept at this address"
      action={
        <p>
          <Link href="/">Standing</Link>, <Link href="/incidents">incidents</Link>,{' '}
          <Link href="/pacts">pacts</Link> and <Link href="/method">the method</Link> are where they
          always are.
        </p>
      }
    >
      The record may never have existed, may have been merged into another, or may need an account
      to be read.
    </EmptyState>
  );
}
