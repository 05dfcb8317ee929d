'use client';

import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { recordHref } from '@/components/record-href';
import { ask, sentenceOf, wordAt } from './api';
import classes from './form.module.css';

export interface LoggedRecord {
  readonly id: string;
  readonly title: string;
  readonly warnings: readonly string[];
}

interface Props {
  readonly record: LoggedRecord;
  /** Taken back: the id of the draft that holds what was written. */
  readonly onUndone: (draft: string) => void;
  readonly onSimilar: () => void;
  readonly onAnother: () => void;
}

/** How long taking back is offered here, seconds; the server allows it a little longer. */
const UNDO_SECONDS = 10;

/** What was logged, and what one may want next: take it back, log one like it, go on with it. */
export function Logged({ record, onUndone, onSimilar, onAnother }: Props) {
  const [left, setLeft] = useState(UNDO_SECONDS);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (left <= 0 || busy) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, busy]);

  async function undo() {
    if (busy) return;
    setBusy(true);
    const reply = await ask('POST', `/incidents/${record.id}/undo`);
    setBusy(false);
    if (reply.kind === 'done') return onUndone(wordAt(reply.body, 'draft'));
    setRefusal(sentenceOf(reply));
  }

  return (
    <section className={classes.form} aria-labelledby="logged">
      <h2 id="logged" ref={heading} tabIndex={-1} className={classes.heading}>
        Logged
      </h2>
      <p className="prose">
        “{record.title}” is on record as <Link href={recordHref(record.id)}>{record.id}</Link>,
        revision 1.
      </p>
      {record.warnings.length === 0 ? null : (
        <div className={classes.note}>
          <p>To look at again:</p>
          <ul>
            {record.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      {refusal === null ? null : (
        <p role="alert" className={classes.status} data-trouble="true">
          {refusal}
        </p>
      )}
      <p className={classes.actions}>
        {left > 0 ? (
          <button type="button" className={classes.plain} onClick={undo} aria-disabled={busy}>
            Undo <span aria-hidden="true">&nbsp;({left} s)</span>
          </button>
        ) : null}
        <button type="button" className={classes.plain} onClick={onSimilar}>
          Log a similar one
        </button>
        <button type="button" className={classes.plain} onClick={onAnother}>
          Log another
        </button>
        <Link href={`${recordHref(record.id)}/edit`}>Build the full dossier</Link>
      </p>
    </section>
  );
}
