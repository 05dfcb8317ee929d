'use client';

import { useState } from 'react';
import type { Autosave } from './autosave';
import type { DraftKeeper } from './draft-keeper';
import classes from './form.module.css';
import { MergeDialog } from './merge-dialog';
import { SaveLine } from './save-line';
import { SignInAgain } from './sign-in-again';

interface Props<P> {
  readonly saving: {
    readonly keeper: DraftKeeper<P>;
    readonly state: Autosave<P>;
    readonly restored: boolean;
  };
  readonly person: string;
  /** What both versions began from where the server is not known to have held any. */
  readonly blank: P;
  /** What a field is called where two versions differ in it; absent: as in the form of a record. */
  readonly labelOf?: (path: string) => string;
  /** Shows what a person made of two versions. */
  readonly onMerged: (draft: P) => void;
}

/** Where the draft stands, and what a person has to do where it cannot be saved as it is. */
export function Keeping<P extends object>({ saving, person, blank, labelOf, onMerged }: Props<P>) {
  const { keeper, state, restored } = saving;
  const [open, setOpen] = useState(false);
  const { trouble, mine, base } = state;
  const theirs = trouble?.kind === 'conflict' ? trouble.theirs : null;
  const asks =
    trouble?.kind === 'signed-out' ? 'Sign in again' : theirs === null ? null : 'See both versions';
  return (
    <div>
      {restored ? (
        <p className={classes.hint}>What this device had kept for you is back in the form.</p>
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
          base={base ?? blank}
          mine={mine}
          theirs={theirs.payload}
          who="The same draft, in another window,"
          {...(labelOf === undefined ? {} : { labelOf })}
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
