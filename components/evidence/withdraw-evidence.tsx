'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import account from '@/components/account/form.module.css';
import { TextField } from '@/components/account/text-field';
import { ask, sentenceOf, wordAt } from '@/components/log/api';
import { Dialog } from '@/components/log/dialog';
import type { EvidenceItem } from './item';

interface Props {
  readonly item: EvidenceItem;
  readonly onClose: () => void;
  readonly onSaid: (words: string) => void;
}

const WITHDRAW = {
  ...{ title: 'Withdraw', route: 'withdraw', act: 'Withdraw it', stay: 'Leave it as it is' },
  ...{ busy: 'Withdrawing …', why: 'Why it is withdrawn', said: 'Withdrawn.' },
  note: 'Nothing is lost: the file, its hash and its custody list are kept, those who handle evidence still see that it was there, and it can be brought back.',
};
const RETURN = {
  ...{ title: 'Bring back', route: 'restore', act: 'Bring it back', stay: 'Leave it withdrawn' },
  ...{ busy: 'Bringing back …', why: 'Why it is brought back', said: 'Brought back.' },
  note: 'It is shown to every reader again who may see it.',
};

/** Withdraws a piece of evidence or brings it back: first what that changes, then why. */
export function WithdrawEvidence({ item, onClose, onSaid }: Props) {
  const router = useRouter();
  const words = item.withdrawnAt === null ? WITHDRAW : RETURN;
  const [impact, setImpact] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void ask('GET', `/evidence/${item.id}/impact`).then((reply) =>
      reply.kind === 'done'
        ? setImpact(wordAt(reply.body, 'sentence'))
        : setError(sentenceOf(reply)),
    );
  }, [item.id]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || impact === null) return;
    if (reason.trim() === '') return setError('Say why.');
    setBusy(true);
    const reply = await ask('POST', `/evidence/${item.id}/${words.route}`, { body: { reason } });
    setBusy(false);
    if (reply.kind !== 'done') return setError(sentenceOf(reply));
    onSaid(words.said);
    router.refresh();
    onClose();
  }

  return (
    <Dialog title={`${words.title} “${item.name}”`} onClose={onClose}>
      <p role="status">
        <strong>{impact ?? 'Looking up what this changes …'}</strong>
      </p>
      <p>{words.note}</p>
      <form className={account.form} onSubmit={submit} noValidate>
        <TextField
          label={words.why}
          name="reason"
          autoComplete="off"
          value={reason}
          onValue={setReason}
          error={error}
        />
        <p className={account.actions}>
          <button type="submit" className={account.button} aria-disabled={busy || impact === null}>
            {busy ? words.busy : words.act}
          </button>
          <button type="button" className="quiet-button" onClick={onClose}>
            {words.stay}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
