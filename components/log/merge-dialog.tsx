'use client';

import { useState } from 'react';
import { diff } from '@/domain/revision-diff';
import { type Conflict, merge, type Side } from '@/domain/revision-merge';
import { Dialog } from './dialog';
import { fieldLabel } from './field-words';
import classes from './form.module.css';
import own from './merge-dialog.module.css';
import { valueWords } from './value-words';

interface Props<T> {
  /** What both began from. */
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
  /** Who wrote the other version, and when: "Anna Analyst at 12:03". */
  readonly who: string;
  /** What a field is called; those of a record where nothing else is said. */
  readonly labelOf?: (path: string) => string;
  readonly onMerged: (merged: T) => void;
  readonly onClose: () => void;
}

interface SideProps {
  readonly conflict: Conflict;
  readonly side: Side;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function SideChoice({ conflict, side, chosen, onChoose }: SideProps) {
  const { path } = conflict;
  const value = conflict[side];
  return (
    <label className={own.side} data-chosen={chosen}>
      <span>
        <input type="radio" name={path} checked={chosen} onChange={onChoose} />{' '}
        {side === 'mine' ? 'Yours' : 'Theirs'}
      </span>
      <span className={own.value}>
        {value === undefined ? 'taken out' : valueWords(path, value)}
      </span>
    </label>
  );
}

/**
 * Two people changed the same record: what only one of them changed is taken as it is, what both
 * changed is settled here field by field. Nothing is overwritten before that.
 */
export function MergeDialog<T>(props: Props<T>) {
  const { base, mine, theirs, who, labelOf = fieldLabel, onMerged, onClose } = props;
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const choose = (path: string): Side | undefined => sides[path];
  const { merged, conflicts } = merge(base, mine, theirs, choose);
  const contested = new Set(conflicts.map(({ path }) => path));
  const taken = diff(mine, merged).filter(({ path }) => !contested.has(path));
  const open = conflicts.filter(({ path }) => sides[path] === undefined).length;
  return (
    <Dialog title="Somebody else changed this meanwhile" wide onClose={onClose}>
      <p className={classes.hint}>
        {who} saved another version while you were writing. Nothing of either is lost: choose for
        each field that you both changed; everything else is put together as it is.
      </p>
      {conflicts.map((conflict) => (
        <fieldset key={conflict.path} className={classes.group}>
          <legend>{labelOf(conflict.path)}</legend>
          <p className={classes.hint}>Before: {valueWords(conflict.path, conflict.base)}</p>
          <div className={own.sides}>
            {(['mine', 'theirs'] as const).map((side) => (
              <SideChoice
                key={side}
                conflict={conflict}
                side={side}
                chosen={sides[conflict.path] === side}
                onChoose={() => setSides({ ...sides, [conflict.path]: side })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {taken.length === 0 ? null : (
        <details open={conflicts.length === 0}>
          <summary>
            Taken from their version without a clash: {taken.length}{' '}
            {taken.length === 1 ? 'field' : 'fields'}
          </summary>
          <ul>
            {taken.map(({ path, after }) => (
              <li key={path}>
                {labelOf(path)}: {after === undefined ? 'taken out' : valueWords(path, after)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={classes.actions}>
        <button
          type="button"
          className={classes.main}
          aria-disabled={open > 0}
          onClick={() => {
            if (open === 0) onMerged(merged);
          }}
        >
          Put together
        </button>
        <button type="button" className="quiet-button" onClick={onClose}>
          Not now
        </button>
        <span role="status" className={classes.status}>
          {open === 0 ? '' : `${open} ${open === 1 ? 'field is' : 'fields are'} still open`}
        </span>
      </p>
    </Dialog>
  );
}
