'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './side-panel.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** Shown above the title: a way back to the list this came from. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A panel beside what was asked about. It takes the focus when it opens or changes and gives it back
 * to where it came from; Escape closes it.
 */
export function SidePanel({ title, onClose, back, children }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (!(opener instanceof HTMLElement && opener.isConnected)) return;
      opener.focus({ preventScroll: true });
      // No further than it takes to see it: a panel below may have led away from it.
      opener.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
  }, []);
  useEffect(() => {
    // Asked again for each title: a list and a trace opened from it are two things to read.
    if (title !== '') heading.current?.focus({ preventScroll: false });
  }, [title]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null)
        close.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <aside className={classes.root} aria-labelledby={id}>
      <div className={classes.bar}>
        <div>{back}</div>
        <button type="button" className="quiet-button" onClick={onClose}>
          Close
        </button>
      </div>
      <h2 id={id} ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h2>
      {children}
    </aside>
  );
}
