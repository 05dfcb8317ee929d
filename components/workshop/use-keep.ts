'use client';

import { useState } from 'react';
import {
  ask,
  type FieldFault,
  isSignedOut,
  numberAt,
  sentenceOf,
  wordAt,
} from '@/components/log/api';
import type { PactSaving } from './use-pact-autosave';

export interface Origin {
  readonly pactId: string | null;
  readonly pactVersion: number | null;
}

interface Options {
  readonly id: string;
  readonly origin: Origin;
  readonly saving: PactSaving;
}

/** Keeps the draft as a version; `latest`: the pact has a newer one, up to which it has to be brought first. */
export function useKeep({ id, origin, saving }: Options) {
  const { keeper } = saving;
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [latest, setLatest] = useState<number | null>(null);

  const refuse = (words: string, more: readonly FieldFault[] = []) => {
    setBusy(false);
    setSentence(words);
    setFaults(more);
  };

  async function keep(newId: string | null) {
    if (busy) return;
    setAttempt(attempt + 1);
    setBusy(true);
    keeper.flush();
    let { mine, revision, trouble } = await keeper.settled();
    if (mine !== null && trouble === null) {
      keeper.flush(); // Typed while the save before was on its way.
      ({ mine, revision, trouble } = await keeper.settled());
    }
    if (mine !== null || revision === null)
      return refuse(
        trouble?.kind === 'refused'
          ? trouble.message
          : 'Not everything you wrote is saved yet. Keep it once the line below says so.',
      );
    const reply = await ask('POST', `/pact-drafts/${id}/keep`, {
      body: { basedOn: revision, newId },
    });
    if (reply.kind === 'done') {
      keeper.done();
      const [pact, version] = [wordAt(reply.body, 'pact'), numberAt(reply.body, 'version')];
      window.location.assign(`/pacts/${pact}?version=${version ?? 1}`);
      return;
    }
    if (reply.kind === 'refused' && reply.code === 'newer_version')
      setLatest(numberAt(reply.body, 'latest'));
    refuse(
      isSignedOut(reply)
        ? 'Your session has ended: sign in again below; what you wrote is kept.'
        : sentenceOf(reply),
      reply.kind === 'refused' ? reply.faults : [],
    );
  }

  return { attempt, busy, sentence, faults, latest, from: origin, keep, refuse };
}
export type Keeping = ReturnType<typeof useKeep>;
