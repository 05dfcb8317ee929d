import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import classes from './states.module.css';

/** Widths of the lines, the first ones tall like the sentences they stand for. */
const TALL = ['38%', '72%', '64%'];
const SHORT = ['98%', '100%', '86%'];

/** The shape of the page while the first answer is computed. */
export function StandingSkeleton({
  doing = 'Computing how each party would stand…',
}: {
  readonly doing?: string;
}) {
  return (
    <div className={classes.skeleton}>
      <p role="status" className="muted">
        {doing}
      </p>
      {[...TALL, ...SHORT].map((width) => (
        <div
          key={width}
          className={classes.line}
          style={{ width }}
          data-tall={TALL.includes(width)}
        />
      ))}
    </div>
  );
}

interface Props {
  readonly pact: string;
  readonly title?: string;
  readonly onRetry: () => void;
}

/** When the answer could not be had. */
export function StandingError({
  pact,
  title = 'The standing could not be computed',
  onRetry,
}: Props) {
  return (
    <EmptyState
      title={title}
      action={
        <p>
          <button type="button" className="link-button" onClick={onRetry}>
            Try again
          </button>{' '}
          or <Link href="/pacts">choose from the library of pacts</Link>.
        </p>
      }
    >
      Either the server did not answer, or the address asks for something that the pact “{pact}”
      does not have: a clause, a party or a date. Nothing was changed.
    </EmptyState>
  );
}
