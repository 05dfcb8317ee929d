'use client';

import { useState } from 'react';
import type { IncidentDraft } from '@/domain/incident-draft';
import classes from './form.module.css';
import { MergeDialog } from './merge-dialog';
import { SaveLine } from './save-line';
import { SignInAgain } from './sign-in-again';
import type { useAutosave } from './use-autosave';

interface Props {
  readonly saving: ReturnType<typeof useAutosave>;
  readonly person: string;
  /** Shows what a person made of two versions. */
  readonly onMerged: (draft: IncidentDraft) => void;
}

/** Where the draft stands, and what a person has to do where it cannot be saved as it is. */
export function Keeping({ saving, person, onMerged }: Props) {
  const { keeper, state, restored } = saving;
  const [open, setOpen] = useState(false);
  const { trouble, mine, base } = state;
  const theirs = trouble?.kind === 'conflict' ? trouble.theirs : null;
  return (
    <div>
      {restored ? (
        <p className={classes.hint}>What this device had kept for you is back in the form.</p>
      ) : null}
      <SaveLine state={state}>
        {trouble?.kind === 'signed-out' ? (
          <>
            {' '}
            <button type="button" className="link-button" onClick={() => setOpen(true)}>
              Sign in again
            </button>
          </>
        ) : null}
        {theirs === null ? null : (
          <>
            {' '}
            <button type="button" className="link-button" onClick={() => setOpen(true)}>
              See both versions
            </button>
          </>
        )}
      </SaveLine>
      {open && trouble?.kind === 'signed-out' ? (
        <SignInAgain
          person={person}
          onSignedIn={() => {
            setOpen(false);
            keeper.signedIn();
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
      {open && theirs !== null && mine !== null ? (
        <MergeDialog
          base={base ?? {}}
          mine={mine}
          theirs={theirs.payload}
          who="The same draft, in another window,"
          onMerged={(merged) => {
            setOpen(false);
            onMerged(merged);
            keeper.merged(merged);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
