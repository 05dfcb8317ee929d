'use client';

import { useState } from 'react';
import form from '@/components/log/form.module.css';
import { MergeDialog } from '@/components/log/merge-dialog';
import { SaveLine } from '@/components/log/save-line';
import { SignInAgain } from '@/components/log/sign-in-again';
import type { PactDraft } from '@/domain/pact-draft/draft';
import { pactFieldName } from './field-names';
import type { PactSaving } from './use-pact-autosave';

interface Props {
  readonly saving: PactSaving;
  readonly person: string;
  /** Shows what a person made of two versions. */
  readonly onMerged: (draft: PactDraft) => void;
}

/** Where the draft stands, and what a person has to do where it cannot be saved as it is. */
export function PactKeeping({ saving, person, onMerged }: Props) {
  const { keeper, state, restored } = saving;
  const [open, setOpen] = useState(false);
  const { trouble, mine, base } = state;
  const theirs = trouble?.kind === 'conflict' ? trouble.theirs : null;
  const asks =
    trouble?.kind === 'signed-out' ? 'Sign in again' : theirs === null ? null : 'See both versions';
  return (
    <div>
      {restored ? (
        <p className={form.hint}>What this device had kept for you is back in the form.</p>
      ) : null}
      <SaveLine state={state}>
        {asks === null ? null : (
          <>
            {' '}
            <button type="button" className="link-button" onClick={() => setOpen(true)}>
              {asks}
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
          labelOf={pactFieldName}
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
