'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { TextField } from '@/components/account/text-field';
import { ask, sentenceOf } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import classes from './history.module.css';

/** Where a second person accepts or declines what was proposed, and says why. */
export function Decision({ proposal }: { readonly proposal: string }) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function decide(accept: boolean) {
    if (busy) return;
    if (reason.trim() === '') return setError('Say why you decide so.');
    setBusy(true);
    const body = { accept, reason };
    const reply = await ask('POST', `/proposals/${proposal}/decision`, { body });
    setBusy(false);
    if (reply.kind !== 'done') return setError(sentenceOf(reply));
    router.refresh();
  }

  return (
    <form
      className={classes.decide}
      onSubmit={(event: FormEvent) => event.preventDefault()}
      aria-label="Decide"
      noValidate
    >
      <TextField
        label="Why you decide so"
        name="reason"
        autoComplete="off"
        value={reason}
        onValue={setReason}
        error={error}
      />
      <p className={form.actions}>
        <button type="button" className={form.main} onClick={() => decide(true)}>
          Accept
        </button>
        <button type="button" className={form.plain} onClick={() => decide(false)}>
          Decline
        </button>
      </p>
    </form>
  );
}
