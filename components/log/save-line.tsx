'use client';

import type { ReactNode } from 'react';
import type { Autosave } from './autosave';
import classes from './form.module.css';

/** `12:03:04` of an instant, on the reader's clock. */
function clockOf(savedAt: string): string {
  const at = new Date(savedAt);
  return Number.isNaN(at.getTime()) ? savedAt : at.toLocaleTimeString('en-GB', { hour12: false });
}

/** Where the draft stands, in one line; "saved" only ever repeats what the server answered. */
export function saveWords<P>({ revision, savedAt, mine, sent, trouble }: Autosave<P>): string {
  const saved =
    revision === null || savedAt === null
      ? null
      : `Saved ${clockOf(savedAt)}, revision ${revision}`;
  switch (trouble?.kind) {
    case 'offline':
      return 'Not connected: kept on this device';
    case 'signed-out':
      return 'Signed out: kept on this device';
    case 'busy':
      return 'Kept on this device: the server asked for a pause';
    case 'refused':
      return `Not saved: ${trouble.message}`;
    case 'conflict':
      return 'Not saved: this draft was changed elsewhere';
    default:
      if (sent !== null) return saved === null ? 'Saving …' : `${saved}. Saving …`;
      if (mine !== null) return saved === null ? 'Not saved yet' : `${saved}. Changes wait`;
      return saved ?? 'Saved as you type';
  }
}

interface Props<P> {
  readonly state: Autosave<P>;
  readonly children?: ReactNode;
}

/** The line that says where the draft stands; changes are told to screen readers only where they matter. */
export function SaveLine<P>({ state, children }: Props<P>) {
  const trouble = state.trouble !== null;
  return (
    <p className={classes.status} data-trouble={trouble} data-testid="save-line">
      <span {...(trouble ? { role: 'status' } : {})}>{saveWords(state)}</span>
      {children}
    </p>
  );
}
