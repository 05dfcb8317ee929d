'use client';

import { useState } from 'react';
import {
  ask,
  type FieldFault,
  isSignedOut,
  numberAt,
  part,
  sentenceOf,
  wordAt,
} from '@/components/log/api';
import { type Pact, pactSchema } from '@/domain/pact';
import { forkedDraft, type PactDraft } from '@/domain/pact-draft/draft';
import { draftOf } from './draft-routes';
import type { PactSaving } from './use-pact-autosave';

export interface Origin {
  readonly pactId: string | null;
  readonly pactVersion: number | null;
}

/** A pact that got a newer version while the draft was written: both and what they began from. */
export interface Rebase {
  readonly latest: number;
  readonly base: PactDraft;
  readonly theirs: PactDraft;
}

interface Options {
  readonly id: string;
  readonly origin: Origin;
  readonly saving: PactSaving;
  readonly show: (draft: PactDraft) => void;
}

async function versionOf(pact: string, version: number): Promise<Pact | null> {
  const reply = await ask('GET', `/pacts/${pact}?version=${version}`);
  const parsed = pactSchema.safeParse(reply.kind === 'done' ? part(reply.body, 'pact') : null);
  return parsed.success ? parsed.data : null;
}

/** Keeps the draft as a version, and brings it up to a newer one where it has to be. */
export function useKeep({ id, origin, saving, show }: Options) {
  const { keeper } = saving;
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [from, setFrom] = useState(origin);
  const [latest, setLatest] = useState<number | null>(null);
  const [rebase, setRebase] = useState<Rebase | null>(null);

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
    const { mine, revision, trouble } = await keeper.settled();
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

  async function compare() {
    const { pactId, pactVersion } = from;
    if (pactId === null || pactVersion === null || latest === null) return;
    const [base, theirs] = await Promise.all([
      versionOf(pactId, pactVersion),
      versionOf(pactId, latest),
    ]);
    if (base === null || theirs === null) return refuse('The two versions could not be read.');
    setRebase({ latest, base: forkedDraft(base), theirs: forkedDraft(theirs) });
  }

  async function bring(merged: PactDraft, to: number) {
    setRebase(null);
    keeper.flush();
    const { revision } = await keeper.settled();
    const payload = draftOf(merged);
    const body = { basedOn: revision, payload, rebasedTo: to };
    const reply = await ask('PUT', `/pact-drafts/${id}`, { body });
    if (reply.kind !== 'done') return refuse(sentenceOf(reply));
    show(merged);
    keeper.reopen({
      ...{ id, base: payload, savedAt: wordAt(reply.body, 'savedAt') },
      revision: numberAt(reply.body, 'revision') ?? 1,
    });
    setFrom({ ...from, pactVersion: to });
    setLatest(null);
    setAttempt(0);
    refuse(`The draft is up to version ${to} now. Read it once more, then keep it.`);
  }

  return {
    ...{ attempt, busy, sentence, faults, from, latest, rebase, keep, compare, bring, refuse },
    closeRebase: () => setRebase(null),
  };
}
export type Keeping = ReturnType<typeof useKeep>;
