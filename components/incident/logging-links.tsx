import Link from 'next/link';

/** The ways to the forms, for those who log incidents. */
export function LoggingLinks() {
  return (
    <p className="no-print">
      <Link href="/incidents/new">Log an incident</Link> (<kbd>N</kbd>) ·{' '}
      <Link href="/drafts">Your drafts</Link>
    </p>
  );
}
