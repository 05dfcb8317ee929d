'use client';

import { useState } from 'react';
import { ask, isSignedOut, sentenceOf, wordAt } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import { newDraftId } from '@/components/log/kept-here';

interface Props {
  /** The version it is forked from; null: a new pact. */
  readonly from: { readonly pact: string; readonly version: number } | null;
  readonly children: string;
}

/** Begins a draft and opens it; pressed twice, it is begun once. */
export function BeginDraft({ from, children }: Props) {
  const [id] = useState(newDraftId);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function begin() {
    if (busy) return;
    setBusy(true);
    const reply = await ask('POST', '/pact-drafts', { body: { id, ...from } });
    if (reply.kind === 'done')
      return window.location.assign(`/pacts/drafts/${wordAt(reply.body, 'id')}`);
    setBusy(false);
    setSaid(isSignedOut(reply) ? 'Your session has ended: sign in again.' : sentenceOf(reply));
  }

  return (
    <span className="no-print">
      <button
        type="button"
        className={`${form.plain} ${form.small}`}
        aria-disabled={busy}
        onClick={() => void begin()}
      >
        {children}
      </button>{' '}
      <span role="status">{said}</span>
    </span>
  );
}
