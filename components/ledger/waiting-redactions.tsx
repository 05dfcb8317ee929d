'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { TextField } from '@/components/account/text-field';
import { ask, sentenceOf } from '@/components/log/api';
import buttons from '@/components/log/form.module.css';
import { instantInWords } from './instant';
import classes from './ledger.module.css';

export interface WaitingRow {
  readonly seq: number;
  readonly type: string;
  readonly subject: string;
  readonly at: string;
  readonly reason: string;
  readonly askedBy: string;
  /** Whether the reader may decide on it, or why not. */
  readonly decide: { readonly allowed: true } | { readonly allowed: false; readonly why: string };
}

function Decision({ seq }: { readonly seq: number }) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function decide(accept: boolean) {
    if (busy) return;
    if (reason.trim() === '') return setFault('Say why you decide so.');
    setFault(undefined);
    setBusy(true);
    const body = { accept, reason };
    const reply = await ask('POST', `/ledger/${seq}/redaction/decision`, { body });
    setBusy(false);
    if (reply.kind === 'done') router.refresh();
    else setFault(sentenceOf(reply));
  }

  return (
    <div className={classes.form}>
      <TextField
        label="Why you decide so"
        name={`reason-${seq}`}
        autoComplete="off"
        value={reason}
        onValue={setReason}
        error={fault}
      />
      <p className={buttons.actions}>
        <button
          type="button"
          className={buttons.main}
          aria-disabled={busy}
          onClick={() => decide(true)}
        >
          Empty the payload for good
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-disabled={busy}
          onClick={() => decide(false)}
        >
          Leave it
        </button>
      </p>
    </div>
  );
}

/** Redactions that were asked for and wait for a second person. */
export function WaitingRedactions({ rows }: { readonly rows: readonly WaitingRow[] }) {
  if (rows.length === 0) return <p>No redaction waits for a decision.</p>;
  return (
    <ul className={classes.waiting}>
      {rows.map(({ seq, type, subject, at, reason, askedBy, decide }) => (
        <li key={seq}>
          <p>
            <strong>Entry {seq}</strong>, {type}, about {subject}, of {instantInWords(at)}. Asked
            for by {askedBy}: “{reason}”
          </p>
          {decide.allowed ? <Decision seq={seq} /> : <p className="muted">{decide.why}</p>}
        </li>
      ))}
    </ul>
  );
}
