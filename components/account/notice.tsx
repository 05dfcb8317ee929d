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

/**
 * What was done, told without taking the focus, unless the button that was pressed is gone with what
 * it changed: then the focus lands here and not at the top of the page.
 */
export function Done({ children }: { readonly children: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (children !== '' && document.activeElement === document.body) line.current?.focus();
  }, [children]);
  return (
    <p ref={line} role="status" tabIndex={-1} className={classes.done}>
      {children}
    </p>
  );
}
