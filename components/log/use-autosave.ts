'use client';

import { useState, useSyncExternalStore } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { IncidentDraft } from '@/domain/incident-draft';
import { type Autosave, NOT_SAVED } from './autosave';
import { DraftKeeper } from './draft-keeper';
import { type About, draftSender, type StoredDraft } from './draft-routes';
import { isDraftId, keptKey, newDraftId } from './kept-here';
import { useResumed } from './use-resumed';
import { NO_STORAGE, useTyped } from './use-typed';

interface Options<T extends FieldValues> {
  readonly form: UseFormReturn<T>;
  /** Who writes; what this device keeps is theirs alone. */
  readonly person: string;
  readonly about: About | null;
  /** The draft the page was opened with. */
  readonly stored: StoredDraft | null;
  readonly draftOf: (values: T) => IncidentDraft;
  /** Shows a draft that this device had kept, or that the server holds in a later revision. */
  readonly show: (draft: IncidentDraft) => void;
}

function startOf(stored: StoredDraft | null): Autosave<IncidentDraft> {
  if (stored === null) return NOT_SAVED;
  const { id, revision, savedAt, payload } = stored;
  return { ...NOT_SAVED, id, revision, savedAt, base: payload };
}

/** The draft that the address of a form of a new record names; null: none. */
function addressed(about: About | null): string | null {
  if (typeof window === 'undefined' || about !== null) return null;
  const id = new URLSearchParams(window.location.search).get('draft');
  return isDraftId(id) ? id : null;
}

/** Keeps what is typed: on this device at once, on the server after a pause. */
export function useAutosave<T extends FieldValues>(options: Options<T>) {
  const { form, person, about, stored, draftOf, show } = options;
  const [start] = useState(() => startOf(stored));
  const [named] = useState(() => addressed(about));
  const [keeper] = useState(
    () =>
      new DraftKeeper<IncidentDraft>({
        send: draftSender(about),
        storage: typeof window === 'undefined' ? NO_STORAGE : window.localStorage,
        keyOf: keptKey(person, about),
        origin: {
          wanted: stored?.id ?? named ?? newDraftId(),
          on: stored?.basedOn ?? about?.basedOn ?? null,
        },
        start,
      }),
  );
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot, () => start);
  const restored = useResumed({ keeper, person, about, stored, named, show });

  useTyped(form, keeper, draftOf);
  return { keeper, state, restored };
}
