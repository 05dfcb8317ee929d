'use client';

import { useEffect, useState } from 'react';
import { recordHref } from '@/components/record-href';
import type { IncidentDraft } from '@/domain/incident-draft';
import type { DraftKeeper, Kept } from './draft-keeper';
import { type About, draftAbout, draftNow, type StoredDraft } from './draft-routes';
import { holdOpen, keptHere, leftBehind } from './kept-here';
import { fitsQuick } from './quick-draft';

interface Options {
  readonly keeper: DraftKeeper<IncidentDraft>;
  readonly person: string;
  readonly about: About | null;
  readonly stored: StoredDraft | null;
  /** The draft that the address names. */
  readonly named: string | null;
  readonly show: (draft: IncidentDraft) => void;
}

/** The draft the server holds for this form now; `gone` where the address names one that is none. */
async function heldNow({ stored, named, about }: Options): Promise<StoredDraft | 'gone' | null> {
  const id = stored?.id ?? named ?? (about === null ? null : await draftAbout(about.incidentId));
  return id === null ? null : draftNow(id);
}

/** Where a draft is that this form cannot go on with; null: it can. The address names one for the quick log. */
function elsewhere(held: StoredDraft, named: string | null): string | null {
  const { id, deletedAt, submittedAs, incidentId, payload } = held;
  if (deletedAt !== null) return '/drafts';
  if (submittedAs !== null) return recordHref(submittedAs);
  if (named === null) return null;
  if (incidentId !== null) return `${recordHref(incidentId)}/edit`;
  return fitsQuick(payload) ? null : `/drafts/${id}`;
}

const untouched = (keeper: DraftKeeper<IncidentDraft>): boolean => {
  const { mine, sent, trouble } = keeper.snapshot();
  return mine === null && sent === null && trouble === null;
};

/**
 * Goes on from where the draft stands: first from what this device kept, else from what the server
 * holds now, which may be later than the page, as after "back". Tells whether this device had kept it.
 */
export function useResumed(options: Options): boolean {
  const { keeper, person, about, stored, named, show } = options;
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    let here = true;
    let release = holdOpen(keeper.origin().wanted);
    const resume = (kept: Kept<IncidentDraft>) => {
      release();
      release = holdOpen(kept.wanted);
      show(kept.mine);
      keeper.resume(kept);
      setRestored(true);
    };
    async function catchUp() {
      const held = await heldNow({ keeper, person, about, stored, named, show });
      if (!here || !untouched(keeper)) return;
      if (held !== null) {
        const away = held === 'gone' ? '/drafts' : elsewhere(held, named);
        if (held === 'gone' || away !== null) return window.location.replace(away ?? '/drafts');
        const { id, revision, savedAt, payload } = held;
        if (keeper.snapshot().revision === revision) return;
        show(payload);
        keeper.reopen({ id, revision, savedAt, base: payload });
      } else if (about === null && stored === null && named === null) {
        const left = await leftBehind(window.localStorage, person);
        if (here && left !== null && untouched(keeper)) resume(left);
      }
    }
    const ids = [stored?.id ?? named].filter((id) => id !== undefined && id !== null);
    const kept = keptHere(window.localStorage, person, about, ids);
    if (kept !== null && untouched(keeper)) resume(kept);
    else void catchUp();
    return () => {
      here = false;
      release();
    };
  }, [keeper, person, about, stored, named, show]);
  return restored;
}
