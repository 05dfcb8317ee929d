'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask, sentenceOf, wordAt } from '@/components/log/api';
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
    const reply = await ask('POST', '/pact-drafts', {
      body: {
        pact: pact.pact,
        ...(pact.version === null ? {} : { version: pact.version }),
        ...(set === '' ? {} : { set }),
        ...(moved.from === null ? {} : { from: moved.from }),
      },
    });
    if (reply.kind === 'done') return router.push(`/pacts/drafts/${wordAt(reply.body, 'id')}`);
    setFailed(sentenceOf(reply));
    setBusy(false);
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
