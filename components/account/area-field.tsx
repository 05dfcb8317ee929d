'use client';

import { useId } from 'react';
import classes from './form.module.css';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error?: string | undefined;
}

/** A labelled field for sentences. */
export function AreaField({ label, name, value, onValue, error }: Props) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {error === undefined ? null : (
        <p id={`${id}-error`} className={classes.error}>
          <span aria-hidden="true">✕ </span>
          {error}
        </p>
      )}
      <textarea
        {...{ id, name, value, rows: 3, maxLength: 2000 }}
        aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
