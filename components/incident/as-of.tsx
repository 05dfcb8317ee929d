'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { useId, useTransition } from 'react';
import classes from './as-of.module.css';

interface Props {
  /** Days worth looking at, with what happened on them. */
  readonly days: readonly { readonly day: string; readonly label: string }[];
  readonly today: string;
}

/** The day as of which the page is asked; it stands in the URL. */
export function AsOf({ days, today }: Props) {
  const id = useId();
  const [waiting, startTransition] = useTransition();
  const [asOf, setAsOf] = useQueryState(
    'asOf',
    parseAsString.withOptions({ shallow: false, history: 'push', startTransition }),
  );
  return (
    <div className={classes.root} aria-busy={waiting}>
      <label htmlFor={id}>As of</label>
      <input
        id={id}
        type="date"
        value={asOf ?? today}
        min="1900-01-01"
        max="2100-12-31"
        onChange={({ target }) => {
          if (target.value !== '') setAsOf(target.value === today ? null : target.value);
        }}
      />
      {asOf === null ? null : (
        <button type="button" className="quiet-button" onClick={() => setAsOf(null)}>
          Today
        </button>
      )}
      {days.map(({ day, label }) => (
        <button
          key={day}
          type="button"
          className="quiet-button"
          aria-pressed={asOf === day}
          onClick={() => setAsOf(day)}
        >
          {label}
        </button>
      ))}
      <span role="status" className="muted">
        {waiting ? 'loading' : ''}
      </span>
    </div>
  );
}
