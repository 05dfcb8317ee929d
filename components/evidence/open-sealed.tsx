'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import account from '@/components/account/form.module.css';
import { TextField } from '@/components/account/text-field';
import { wordAt } from '@/components/log/api';
import { Dialog } from '@/components/log/dialog';
import type { EvidenceItem } from './item';

interface Props {
  readonly item: EvidenceItem;
  readonly onClose: () => void;
  readonly onSaid: (words: string) => void;
}

/** Hands a file to the browser as a download. */
function saveFile(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Asks why a sealed item is opened; the reason stands in its custody list. */
export function OpenSealed({ item, onClose, onSaid }: Props) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (reason.trim() === '') return setError('Say why it has to be opened.');
    setBusy(true);
    try {
      const reply = await fetch(`/api/v1/evidence/${item.id}/open`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason }),
      });
      if (!reply.ok) {
        const body: unknown = await reply.json().catch(() => null);
        return setError(wordAt(body, 'detail') || 'It could not be opened.');
      }
      saveFile(await reply.blob(), item.name);
      onSaid('Opened; your reason is in the custody list.');
      router.refresh();
      onClose();
    } catch {
      setError('The server could not be reached. Nothing was opened.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog title={`Open “${item.name}”`} onClose={onClose}>
      <p>
        This item is sealed: what it shows can hurt people again. It is handed to you as a file, and
        your name, the time and your reason are kept.
      </p>
      <form className={account.form} onSubmit={submit} noValidate>
        <TextField
          label="Why it has to be opened"
          name="reason"
          autoComplete="off"
          value={reason}
          onValue={setReason}
          error={error}
        />
        <p className={account.actions}>
          <button type="submit" className={account.button} aria-disabled={busy}>
            {busy ? 'Opening …' : 'Open it'}
          </button>
          <button type="button" className="quiet-button" onClick={onClose}>
            Leave it sealed
          </button>
        </p>
      </form>
    </Dialog>
  );
}
