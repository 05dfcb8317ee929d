'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { refusalIn, refusalWords } from '@/components/standing/api';
import { changesText } from '@/domain/lab/variant';
import type { LabPact } from './api';
import type { Moved } from './params';

interface Props {
  readonly pact: LabPact;
  readonly moved: Moved;
}

/** Makes the variant a draft of a pact, for those who draft: from then on it is edited in the workshop. */
export function SaveDraft({ pact, moved }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState('');
  const save = async () => {
    setBusy(true);
    setFailed('');
    const set = changesText(moved.changes);
    try {
      const reply = await fetch('/api/v1/pact-drafts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          pact: pact.pact,
          ...(pact.version === null ? {} : { version: pact.version }),
          ...(set === '' ? {} : { set }),
          ...(moved.from === null ? {} : { from: moved.from }),
        }),
      });
      if (!reply.ok) throw await refusalIn(reply);
      const { id }: { id: string } = await reply.json();
      router.push(`/pacts/drafts/${id}`);
    } catch (error) {
      setFailed(refusalWords(error));
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="quiet-button" disabled={busy} onClick={() => void save()}>
        Save as a draft
      </button>
      {failed === '' ? null : <span role="alert">No draft could be made. {failed}</span>}
    </>
  );
}
