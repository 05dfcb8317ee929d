'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { TextField } from '@/components/account/text-field';
import { ask, type FieldFault, sentenceOf } from '@/components/log/api';
import buttons from '@/components/log/form.module.css';
import classes from './ledger.module.css';

const MISSING: Readonly<Record<string, string>> = {
  seq: 'Give the number of an entry, such as 18.',
  reason: 'Say why.',
};

/** Asks that the payload of one entry be emptied; a second person decides. */
export function AskRedaction() {
  const router = useRouter();
  const [values, setValues] = useState({ seq: '', reason: '' });
  const [faults, setFaults] = useState<readonly Pick<FieldFault, 'path' | 'message'>[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const errorOf = (field: string) => faults.find(({ path }) => path === field)?.message;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setSaid('');
    const wrong = [
      ...(/^[1-9]\d*$/.test(values.seq.trim()) ? [] : ['seq']),
      ...(values.reason.trim() === '' ? ['reason'] : []),
    ];
    setFaults(wrong.map((path) => ({ path, message: MISSING[path] ?? '' })));
    if (wrong.length > 0) return;
    setBusy(true);
    const reply = await ask('POST', `/ledger/${values.seq.trim()}/redaction`, {
      body: { reason: values.reason },
    });
    setBusy(false);
    if (reply.kind !== 'done') {
      const missing = reply.kind === 'refused' && reply.status === 404;
      setFaults(
        missing
          ? [{ path: 'seq', message: 'The ledger has no such entry.' }]
          : reply.kind === 'refused'
            ? reply.faults
            : [],
      );
      if (!missing) setSaid(sentenceOf(reply));
      return;
    }
    setValues({ seq: '', reason: '' });
    setSaid('Asked. A second person decides.');
    router.refresh();
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label="Ask for a redaction">
      <p role="status">{said}</p>
      <TextField
        label="Number of the entry"
        name="seq"
        inputMode="numeric"
        autoComplete="off"
        value={values.seq}
        onValue={(seq) => setValues({ ...values, seq })}
        error={errorOf('seq')}
      />
      <TextField
        label="Why its payload has to go"
        name="reason"
        autoComplete="off"
        hint="The reason is entered in the ledger: do not repeat what is to be removed."
        value={values.reason}
        onValue={(reason) => setValues({ ...values, reason })}
        error={errorOf('reason')}
      />
      <p className={buttons.actions}>
        <button type="submit" className={buttons.main} aria-disabled={busy}>
          {busy ? 'Asking …' : 'Ask for it'}
        </button>
      </p>
    </form>
  );
}
