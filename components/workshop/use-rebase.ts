'use client';

import { useState } from 'react';
import { ask, part, sentenceOf } from '@/components/log/api';
import { type Pact, pactSchema } from '@/domain/pact';
import { forkedDraft, type PactDraft } from '@/domain/pact-draft/draft';
import { draftOf } from './draft-routes';
import type { Keeping } from './use-keep';
import type { PactSaving } from './use-pact-autosave';

/** A pact that got a newer version while the draft was written: both and what they began from. */
export interface Rebase {
  readonly latest: number;
  readonly base: PactDraft;
  readonly theirs: PactDraft;
}

async function versionOf(pact: string, version: number): Promise<Pact | null> {
  const reply = await ask('GET', `/pacts/${pact}?version=${version}`);
  const parsed = pactSchema.safeParse(reply.kind === 'done' ? part(reply.body, 'pact') : null);
  return parsed.success ? parsed.data : null;
}

interface Options {
  readonly id: string;
  readonly saving: PactSaving;
  readonly keeping: Keeping;
}

/** Brings a draft up to a newer version of its pact: both and what they began from, field by field. */
export function useRebase({ id, saving: { keeper }, keeping: { from, latest, refuse } }: Options) {
  const [rebase, setRebase] = useState<Rebase | null>(null);

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
    // The page says from which version the draft goes on: it is made anew.
    keeper.done();
    window.location.reload();
  }

  return { rebase, compare, bring, close: () => setRebase(null) };
}
