'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { TextField } from '@/components/account/text-field';
import { ask, sentenceOf, wordAt } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import classes from './history.module.css';

interface Props {
  /** The proposal by which the merge was made. */
  readonly proposal: string;
  /** The record that was merged, and would stand for itself again. */
  readonly incident: string;
}

/** Asks for a merge to be undone: first what rests on the merged record, then why; a second person decides. */
export function UndoMerge({ proposal, incident }: Props) {
  const router = useRouter();
  const [impact, setImpact] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

  async function open() {
    setSaid('');
    const reply = await ask('GET', `/incidents/${incident}/impact`);
    if (reply.kind === 'done') setImpact(wordAt(reply.body, 'sentence'));
    else setSaid(sentenceOf(reply));
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (reason.trim() === '') return setError('Say why.');
    setBusy(true);
    const reply = await ask('POST', `/proposals/${proposal}/undo`, { body: { reason } });
    setBusy(false);
    if (reply.kind !== 'done') return setError(sentenceOf(reply));
    setImpact(null);
    setSaid('Proposed. A second person decides.');
    router.refresh();
  }

  return (
    <div className={classes.propose}>
      <p role="status">{said}</p>
      {impact === null ? (
        <button type="button" className={`${form.plain} ${form.small}`} onClick={open}>
          Propose to undo this merge …
        </button>
      ) : (
        <form className={classes.decide} onSubmit={submit} noValidate aria-label="Undo the merge">
          <p className={classes.impact}>{impact}</p>
          <p className="muted">
            {incident} would stand for itself again, with its history; a second person decides.
          </p>
          <TextField
            label="Why it is undone"
            name="reason"
            autoComplete="off"
            value={reason}
            onValue={setReason}
            error={error}
          />
          <p className={form.actions}>
            <button type="submit" className={form.main} aria-disabled={busy}>
              {busy ? 'Proposing …' : 'Propose it'}
            </button>
            <button type="button" className="quiet-button" onClick={() => setImpact(null)}>
              Leave it as it is
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
