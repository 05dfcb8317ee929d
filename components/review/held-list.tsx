'use client';

import { useEffect, useState } from 'react';
import classes from './desk.module.css';
import { type Decision, HOLD_MS } from './held-decisions';
import type { Failed } from './use-decisions';

const DONE: Readonly<Record<Decision['action'], string>> = {
  submit: 'Submitting',
  accept: 'Accepting',
  return: 'Returning',
};

/** Whole seconds until a decision is sent; it starts when it is shown. */
function Countdown() {
  const [left, setLeft] = useState(Math.ceil(HOLD_MS / 1000));
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden="true">in {left} s</span>;
}

interface Props {
  readonly held: readonly Decision[];
  readonly sending: readonly Decision[];
  readonly failed: readonly Failed[];
  readonly onUndo: () => void;
}

/** Decisions that can still be undone, and those the server did not take. */
export function HeldList({ held, sending, failed, onUndo }: Props) {
  if (held.length + sending.length + failed.length === 0) return null;
  return (
    <ul className={classes.held}>
      {sending.map(({ key, action, title }) => (
        <li key={key} className="muted">
          {DONE[action]} “{title}” …
        </li>
      ))}
      {held.map((decision, at) => (
        <li key={decision.key}>
          {DONE[decision.action]} “{decision.title}” <Countdown />
          {at === held.length - 1 ? (
            <>
              {' '}
              <button type="button" className="link-button" data-key="u" onClick={onUndo}>
                Undo
              </button>
            </>
          ) : null}
        </li>
      ))}
      {failed.map(({ decision, why }) => (
        <li key={decision.key} role="alert">
          “{decision.title}” was not decided: {why}
        </li>
      ))}
    </ul>
  );
}
