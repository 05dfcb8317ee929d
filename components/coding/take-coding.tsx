'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask, sentenceOf } from '@/components/log/api';
import form from '@/components/log/form.module.css';

/** Takes a coding that waits for any analyst. */
export function TakeCoding({ coding }: { readonly coding: string }) {
  const router = useRouter();
  const [error, setError] = useState<string>();
  async function take() {
    const reply = await ask('POST', `/codings/${coding}/take`, { body: {} });
    if (reply.kind === 'done') router.refresh();
    else setError(sentenceOf(reply));
  }
  return (
    <p className={form.actions}>
      <button type="button" className={form.main} onClick={take}>
        Take this coding
      </button>
      {error === undefined ? null : <span role="alert">{error}</span>}
    </p>
  );
}
