'use client';

import { VerdictMark } from '@/components/verdict-mark';
import type { ConsequenceLine } from '@/domain/consequence';
import classes from './consequence.module.css';

/** A verdict as everywhere, or that a missing fact keeps the engine from one. */
export function ConsequenceMark({ verdict }: Pick<ConsequenceLine, 'verdict'>) {
  if (verdict !== 'UNDECIDABLE') return <VerdictMark verdict={verdict} word />;
  return (
    <span className={classes.open}>
      <span aria-hidden="true" className={classes.query}>
        ?
      </span>
      Undecidable
    </span>
  );
}

interface Props extends Pick<ConsequenceLine, 'missing'> {
  readonly onMissing: (path: string) => void;
}

/** What is missing, each a way to its field. */
export function Missing({ missing, onMissing }: Props) {
  if (missing.length === 0) return null;
  return (
    <p className={classes.missing}>
      Missing:{' '}
      {missing.map(({ path, label }, at) => (
        <span key={path}>
          {at === 0 ? '' : ', '}
          <button type="button" className="link-button" onClick={() => onMissing(path)}>
            {label}
          </button>
        </span>
      ))}
    </p>
  );
}
