'use client';

import { type ReactNode, useId, useState } from 'react';
import { useFault } from '@/components/log/faults';
import form from '@/components/log/form.module.css';
import { DraftLinks } from './draft-links';
import type { Keeping } from './use-keep';
import classes from './workshop.module.css';

interface Props {
  readonly id: string;
  readonly keeping: Keeping;
  /** The address a new pact would get from its title, as it is now and as it was when the typing paused. */
  readonly proposed: string;
  readonly proposeNow: () => string;
  /** What was in force keeps its text; a change of it is another pact unless somebody says otherwise. */
  readonly historical: boolean;
  readonly onCompare: () => void;
  readonly onDelete: () => void;
  readonly children: ReactNode;
}

/** The foot of the editor: as what the draft is kept, and where it stands. */
export function KeepBar(props: Props) {
  const { id, keeping, proposed, proposeNow, historical, onCompare, onDelete, children } = props;
  const { from, busy, latest } = keeping;
  const [asNew, setAsNew] = useState(from.pactId === null || historical);
  const [typed, setTyped] = useState<string | null>(null);
  const group = useId();
  const fault = useFault('newId');
  const next = (from.pactVersion ?? 0) + 1;
  return (
    <div className={classes.bar}>
      {from.pactId === null ? null : (
        <fieldset className={classes.keepAs}>
          <legend>Keep it as</legend>
          <label>
            <input type="radio" name={group} checked={!asNew} onChange={() => setAsNew(false)} />{' '}
            version {next} of {from.pactId}
          </label>
          <label>
            <input type="radio" name={group} checked={asNew} onChange={() => setAsNew(true)} /> a
            new pact
          </label>
        </fieldset>
      )}
      {asNew ? (
        <label className={classes.newId}>
          Address of the new pact{' '}
          <input
            value={typed ?? proposed}
            data-path="newId"
            autoComplete="off"
            aria-invalid={fault !== undefined}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          {fault === undefined ? null : (
            <strong className={classes.wrong}> ✕ {fault.message}</strong>
          )}
        </label>
      ) : null}
      <div className={form.actions}>
        <button
          type="button"
          className={form.main}
          aria-disabled={busy}
          onClick={() => void keeping.keep(asNew ? (typed ?? proposeNow()).trim() : null)}
        >
          {busy ? 'Trying it …' : asNew ? 'Keep as a new pact' : `Keep as version ${next}`}
        </button>
        {latest === null ? null : (
          <button type="button" className={form.plain} onClick={onCompare}>
            Bring it up to version {latest}
          </button>
        )}
        <DraftLinks id={id} {...from} />
        <button type="button" className="quiet-button" onClick={onDelete}>
          Delete the draft
        </button>
        {children}
      </div>
    </div>
  );
}
