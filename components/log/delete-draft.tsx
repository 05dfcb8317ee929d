'use client';

import { useEffect, useState } from 'react';
import account from '@/components/account/form.module.css';
import { ask, wordAt } from './api';
import { Dialog } from './dialog';

interface Props {
  readonly title: string;
  /** The record it would have changed; null: a new one. */
  readonly incident: string | null;
  readonly onDelete: () => Promise<void>;
  readonly onClose: () => void;
}

const NEW = 'No finding rests on this draft, and nobody else has seen it.';
const CHANGE = 'The record stays as it is; only the changes in this draft go.';

/** Asks before a draft is deleted, told first what that changes: little, and nothing for good. */
export function DeleteDraft({ title, incident, onDelete, onClose }: Props) {
  const [impact, setImpact] = useState(incident === null ? NEW : CHANGE);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (incident === null) return;
    void ask('GET', `/incidents/${incident}/impact`).then((reply) => {
      if (reply.kind === 'done') setImpact(`${CHANGE} ${wordAt(reply.body, 'sentence')}`);
    });
  }, [incident]);

  async function remove() {
    if (busy) return;
    setBusy(true);
    await onDelete();
  }

  return (
    <Dialog title={`Delete ${title}?`} onClose={onClose}>
      <p role="status">
        <strong>{impact}</strong>
      </p>
      <p>It is kept under “Deleted”, and can be taken back there.</p>
      <p className={account.actions}>
        <button type="button" className={account.button} aria-disabled={busy} onClick={remove}>
          {busy ? 'Deleting …' : 'Delete it'}
        </button>
        <button type="button" className="quiet-button" onClick={onClose}>
          Keep it
        </button>
      </p>
    </Dialog>
  );
}
