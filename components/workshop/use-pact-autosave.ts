'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type Autosave, NOT_SAVED } from '@/components/log/autosave';
import { DraftKeeper, readKept } from '@/components/log/draft-keeper';
import { NO_STORAGE, useTyped } from '@/components/log/use-typed';
import type { PactDraft } from '@/domain/pact-draft/draft';
import { draftNow, draftOf, isPactDraft, type StoredPactDraft, sendDraft } from './draft-routes';

interface Options {
  readonly form: UseFormReturn<PactDraft>;
  /** Who writes; what this device keeps is theirs alone. */
  readonly person: string;
  readonly stored: StoredPactDraft;
  readonly show: (draft: PactDraft) => void;
}

const keyOf = (person: string, id: string): string => `servanda.pact-draft:${person}:${id}`;

function startOf({ id, revision, savedAt, payload }: StoredPactDraft): Autosave<PactDraft> {
  return { ...NOT_SAVED, id, revision, savedAt, base: payload };
}

/** Goes on from what this device kept, else from what the server holds now, which may be later than the page. */
function useResumed(keeper: DraftKeeper<PactDraft>, { person, stored, show }: Options): boolean {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    let here = true;
    const kept = readKept(window.localStorage, keyOf(person, stored.id), isPactDraft);
    if (kept !== null) {
      show(kept.mine);
      keeper.resume(kept);
      setRestored(true);
      return;
    }
    void draftNow(stored.id).then((held) => {
      const { mine, sent, revision } = keeper.snapshot();
      if (!here || held === null || mine !== null || sent !== null) return;
      if (held === 'gone' || held.deletedAt !== null)
        return window.location.replace('/pacts/drafts');
      if (held.keptAs !== null) return window.location.reload();
      if (held.revision === revision) return;
      show(held.payload);
      keeper.reopen({ ...held, base: held.payload });
    });
    return () => {
      here = false;
    };
  }, [keeper, person, stored.id, show]);
  return restored;
}

/** Keeps what is typed: on this device at once, on the server after a pause. */
export function usePactAutosave(options: Options) {
  const { form, person, stored } = options;
  const [start] = useState(() => startOf(stored));
  const [keeper] = useState(
    () =>
      new DraftKeeper<PactDraft>({
        send: sendDraft,
        storage: typeof window === 'undefined' ? NO_STORAGE : window.localStorage,
        keyOf: () => keyOf(person, stored.id),
        origin: { wanted: stored.id, on: null },
        start,
      }),
  );
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot, () => start);
  const restored = useResumed(keeper, options);

  useTyped(form, keeper, draftOf);
  return { keeper, state, restored };
}
export type PactSaving = ReturnType<typeof usePactAutosave>;
