'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { ShiftButtons, shiftKeys } from '@/components/dossier-editor/shift';
import { recordPath, useFaultCount } from '@/components/log/faults';
import { AreaField, TextField } from '@/components/log/fields';
import { ClauseTestWords } from '@/components/pact/clauses';
import type { DueDiligence } from '@/domain/pact';
import { AlternativesPanel } from './alternatives-panel';
import { CaughtPanel } from './caught-panel';
import { Forbidden, Measured } from './clause-fields';
import { Responsible } from './duty-fields';
import { Limits } from './limit-fields';
import { useClauseCaught, useTrial } from './use-caught';
import classes from './workshop.module.css';

function Beside({ id, name }: { readonly id: string; readonly name: string }) {
  const { tested } = useTrial();
  const clause = tested.ok ? tested.value.clauses.find((one) => one.id === id) : undefined;
  return (
    <div className={classes.beside}>
      <AlternativesPanel name={name} />
      <CaughtPanel clause={id} />
      {clause === undefined ? null : (
        <details open>
          <summary>What is tested, in words</summary>
          <ClauseTestWords clause={clause} referenceOnly={false} />
        </details>
      )}
    </div>
  );
}

function Fields({ name, windows }: { readonly name: string; readonly windows: DueDiligence }) {
  return (
    <div className={classes.clauseFields}>
      <AreaField
        name={`${name}.text`}
        label="Text"
        rows={4}
        hint="Alternatives stand in brackets: [shall / should], [30 / 60 days]. A bracket that is meant as one is written twice."
      />
      <TextField
        name={`${name}.reference`}
        label="Reference"
        hint="Where it stands or comes from, such as Article II(1)"
      />
      <h3 className={classes.panelTitle}>The same as a test</h3>
      <Forbidden name={name} />
      <Responsible name={name} windows={windows} />
      <Measured name={name} />
      <Limits name={name} />
    </div>
  );
}

interface Props {
  readonly name: string;
  readonly id: string;
  readonly windows: DueDiligence;
  readonly open: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly only: boolean;
  readonly onShift: (by: 1 | -1) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

/** One clause: folded a line, open its words and test, with what it would have caught beside. */
export function ClauseEntry(props: Props) {
  const { name, id, windows, open, first, last, only, onShift, onDuplicate, onRemove } = props;
  const [startsOpen] = useState(open);
  const [shown, setShown] = useState(open);
  const text: unknown = useWatch({ name: `${name}.text` });
  const own = useClauseCaught(id);
  const faults = useFaultCount([name]);

  return (
    <li data-entry="" className={classes.entry} onKeyDown={shiftKeys(onShift)}>
      <details
        open={startsOpen}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) setShown(true);
        }}
      >
        <summary data-path={recordPath(name)} data-act="line" className={classes.line}>
          <span className={classes.name}>Clause {id}</span>{' '}
          <span className={classes.start}>
            {typeof text === 'string' && text.trim() !== '' ? text : 'without a text yet'}
          </span>
          {own === null ? null : (
            <span className={classes.about}>
              {' '}
              {own.tested === 0
                ? 'untested on record'
                : `${own.violated} of ${own.tested} tested violated`}
            </span>
          )}
          {faults === 0 ? null : (
            <strong className={classes.wrong}>
              {' '}
              ✕ {faults === 1 ? '1 field' : `${faults} fields`}
            </strong>
          )}
        </summary>
        {shown ? (
          <div className={classes.clause}>
            <Fields name={name} windows={windows} />
            <Beside id={id} name={name} />
          </div>
        ) : null}
      </details>
      <div className={classes.tools}>
        <ShiftButtons label={`clause ${id}`} first={first} last={last} onShift={onShift} />
        <button
          type="button"
          className="quiet-button"
          aria-label={`Duplicate clause ${id}`}
          onClick={onDuplicate}
        >
          Duplicate
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-disabled={only}
          aria-label={`Remove clause ${id}`}
          onClick={onRemove}
        >
          Remove
        </button>
      </div>
    </li>
  );
}
