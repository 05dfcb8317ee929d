import type { Enrolment } from '@/domain/step-up';
import classes from './step-up.module.css';

/** The key of an authenticator in fours, for those who type it. */
const inFours = (key: string): string => (key.match(/.{1,4}/g) ?? []).join(' ');

/** A key as a picture to scan and as text to type: shown once. */
export function KeyToScan({ enrolment: { key, picture } }: { readonly enrolment: Enrolment }) {
  const { size, path } = picture;
  return (
    <div className={classes.enrolment}>
      <svg
        className={classes.picture}
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label="The key as a picture for an authenticator to scan; the same key stands beside it as text"
      >
        <path d={path} />
      </svg>
      <div>
        <p>
          Scan this with an authenticator on your phone, or give it this key (time-based, six
          digits):
        </p>
        <p>
          <code className={classes.key}>{inFours(key)}</code>
        </p>
        <p className="muted">
          It is shown here only, and waits a quarter of an hour for its first code. Whoever has it
          can confirm acts in your name.
        </p>
      </div>
    </div>
  );
}
