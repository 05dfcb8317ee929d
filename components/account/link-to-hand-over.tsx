'use client';

import { useEffect, useId, useRef } from 'react';
import classes from './form.module.css';
import own from './user-admin.module.css';

export interface SetUpLinkShown {
  readonly who: string;
  readonly address: string;
}

/** A one-time link, shown once: it is kept nowhere. */
export function LinkToHandOver({ who, address }: SetUpLinkShown) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <div className={own.link}>
      <label htmlFor={id}>Link for {who}</label>
      <p id={`${id}-hint`} className={classes.hint}>
        Hand it over by a way you trust. It works once, for 24 hours, and is not shown again.
      </p>
      <input ref={field} id={id} aria-describedby={`${id}-hint`} value={address} readOnly />
    </div>
  );
}
