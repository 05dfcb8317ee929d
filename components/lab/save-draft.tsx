'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
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
  const [said, setSaid] = useState<'' | 'busy' | 'failed'>('');
  const save = async () => {
    setSaid('busy');
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
      if (!reply.ok) throw new Error(`${reply.status}`);
      const { id }: { id: string } = await reply.json();
      router.push(`/pacts/drafts/${id}`);
    } catch {
      setSaid('failed');
    }
  };
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        disabled={said === 'busy'}
        onClick={() => void save()}
      >
        Save as a draft
      </button>
      {said === 'failed' ? <span role="alert">No draft could be made. Try again.</span> : null}
    </>
  );
}
