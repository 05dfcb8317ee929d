'use client';

import Link from 'next/link';
import { memo, useEffect } from 'react';
import { formatDay } from '@/components/format';
import { changeWords } from '@/domain/lab/change-words';
import type { Pact } from '@/domain/pact';
import { compareAddress, type LabPact, labQuery } from './api';
import classes from './lab.module.css';
import { LabLink } from './lab-link';
import type { Moved } from './params';
import { SaveDraft } from './save-draft';

interface Props {
  readonly base: Pact;
  readonly pact: LabPact;
  readonly moved: Moved;
  readonly unsaved: boolean;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly onReset: () => void;
  /** Who drafts may make a draft of the variant. */
  readonly mayDraft: boolean;
}

const movedWords = (base: Pact, { changes, from }: Moved): string[] => [
  ...changes.map((change) => changeWords(base, change)),
  ...(from === null ? [] : [`Assumed in force from ${formatDay(from)}`]),
];

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'range'));

/** Ctrl+Z takes the last step back, Ctrl+Shift+Z or Ctrl+Y takes it again; not while somebody types. */
function useUndoKeys({ undo, redo }: Pick<Props, 'undo' | 'redo'>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event.target)) return;
      const key = event.key.toLowerCase();
      const again = key === 'y' || (key === 'z' && event.shiftKey);
      if (!again && key !== 'z') return;
      event.preventDefault();
      (again ? redo : undo)?.();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [undo, redo]);
}

/** What is moved, that nobody can sign it, and what can be done with it. */
export const VariantBar = memo(function VariantBar(props: Props) {
  const { base, pact, moved, unsaved, undo, redo, onReset, mayDraft } = props;
  useUndoKeys({ undo, redo });
  return (
    <section aria-label="The variant" className={classes.bar}>
      <p className={classes.state} data-unsaved={unsaved}>
        {unsaved ? (
          <>
            <strong>Unsaved variant: it cannot be signed.</strong>{' '}
            {movedWords(base, moved).join('; ')}
          </>
        ) : (
          'The pact as in its text. Move a slider to see what would turn.'
        )}
      </p>
      <div className={classes.acts}>
        <button
          type="button"
          className="quiet-button"
          disabled={undo === null}
          onClick={() => undo?.()}
        >
          Undo
        </button>
        <button
          type="button"
          className="quiet-button"
          disabled={redo === null}
          onClick={() => redo?.()}
        >
          Redo
        </button>
        <button
          type="button"
          className="quiet-button"
          disabled={!unsaved && moved.asOf === null}
          onClick={onReset}
        >
          Reset all
        </button>
        <span data-keys="">
          <LabLink />
        </span>
        {mayDraft && unsaved && pact.draft === null ? (
          <SaveDraft pact={pact} moved={moved} />
        ) : null}
        <Link href={compareAddress(pact, moved)} prefetch={false}>
          Compare with the text
        </Link>
        <Link href={`/lab/smallest?${labQuery(pact, moved)}`} prefetch={false}>
          Smallest change
        </Link>
      </div>
    </section>
  );
});
