'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import classes from './form.module.css';

/** Why something did not work, above the form it is about; it takes the focus when it appears. */
export function Refusal({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.refusal}>
      {children}
    </div>
  );
}

/** What was done, told without taking the focus. */
export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className={classes.done}>
      {children}
    </p>
  );
}
