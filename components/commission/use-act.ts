'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask, sentenceOf } from '@/components/log/api';

/** Sends one act, tells what came of it in a sentence, and shows the page anew. */
export function useAct(done: string) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  async function act(method: string, path: string, body: unknown): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setSaid('');
    const reply = await ask(method, path, { body });
    setBusy(false);
    setSaid(reply.kind === 'done' ? done : sentenceOf(reply));
    if (reply.kind === 'done') router.refresh();
    return reply.kind === 'done';
  }
  return { act, said, busy };
}
