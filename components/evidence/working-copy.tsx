'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import account from '@/components/account/form.module.css';
import { TextField } from '@/components/account/text-field';
import { ask, sentenceOf } from '@/components/log/api';
import { Dialog } from '@/components/log/dialog';
import { fileRefusal } from '@/domain/evidence';
import { fileHash } from './file-hash';
import type { EvidenceItem } from './item';
import { typedFile } from './pending';

interface Props {
  readonly item: EvidenceItem;
  readonly onClose: () => void;
  readonly onSaid: (words: string) => void;
}

/** Adds a redacted working copy, which readers see in the place of a sealed original. */
export function WorkingCopy({ item, onClose, onSaid }: Props) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (file === null) return setRefusal('Choose the redacted file.');
    const unfit = fileRefusal({ mediaType: file.type, bytes: file.size });
    if (unfit !== null) return setRefusal(unfit);
    if (reason.trim() === '') return setRefusal('Say what was blacked out, and why.');
    setBusy(true);
    const body = new FormData();
    body.set('file', file);
    body.set('meta', JSON.stringify({ sha256: await fileHash(file), reason }));
    const reply = await ask('POST', `/evidence/${item.id}/redacted`, { body });
    setBusy(false);
    if (reply.kind !== 'done') return setRefusal(sentenceOf(reply));
    onSaid('The working copy is kept.');
    router.refresh();
    onClose();
  }

  return (
    <Dialog title={`A working copy of “${item.name}”`} onClose={onClose}>
      <form className={account.form} onSubmit={submit} noValidate>
        {refusal === null ? null : (
          <p role="alert" className={account.error}>
            ✕ {refusal}
          </p>
        )}
        <div className={account.field}>
          <label htmlFor={id}>Redacted file</label>
          <input
            id={id}
            type="file"
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              setFile(chosen === undefined ? null : typedFile(chosen));
            }}
          />
        </div>
        <TextField
          label="What was blacked out, and why"
          name="reason"
          autoComplete="off"
          value={reason}
          onValue={setReason}
        />
        <p className={account.actions}>
          <button type="submit" className={account.button} aria-disabled={busy}>
            {busy ? 'Sending …' : 'Keep the working copy'}
          </button>
          <button type="button" className="quiet-button" onClick={onClose}>
            Not now
          </button>
        </p>
      </form>
    </Dialog>
  );
}
