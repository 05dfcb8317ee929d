'use client';

import { type ComponentProps, useId } from 'react';
import classes from './form.module.css';

interface Props extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What is expected, told before anything is wrong. */
  readonly hint?: string;
  /** What is wrong with the value, or nothing. */
  readonly error?: string | undefined;
}

/** A labelled field; its hint and its error belong to it for those who hear the page as well. */
export function TextField({ label, value, onValue, hint, error, ...input }: Props) {
  const id = useId();
  const about = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
  const described = about.filter((word) => word !== '').join(' ');
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} className={classes.error}>
          <span aria-hidden="true">✕ </span>
          {error}
        </p>
      )}
      <input
        {...input}
        id={id}
        value={value}
        aria-invalid={error !== undefined}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
