'use client';

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import form from '@/components/log/form.module.css';
import { RETURN_REASONS } from '@/domain/review/return-reasons';
import classes from './desk.module.css';

interface Props {
  /** What was written before, where that was taken back or did not arrive. */
  readonly begun: string;
  readonly onReturn: (reason: string) => void;
  readonly onLeave: () => void;
}

/** Why a record is returned: a numbered template to begin from, or words of one's own. */
export function ReturnForm({ begun, onReturn, onLeave }: Props) {
  const [reason, setReason] = useState(begun);
  const [error, setError] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  function begin(number: number) {
    const template = RETURN_REASONS.find((each) => each.number === number);
    if (template === undefined) return;
    setReason((now) => (now.trim() === '' ? `${template.text} ` : `${now}\n${template.text} `));
    field.current?.focus();
  }

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (reason.trim() !== '') return onReturn(reason.trim());
    setError(true);
    field.current?.focus();
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      return onLeave();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return submit();
    }
    if (reason !== '' || !/^[1-9]$/.test(event.key)) return;
    event.preventDefault();
    begin(Number(event.key));
  }

  return (
    <form onSubmit={submit} className={classes.return} aria-label="Return with a reason" noValidate>
      <ol className={classes.templates}>
        {RETURN_REASONS.map(({ number, label }) => (
          <li key={number}>
            <button type="button" className="link-button" onClick={() => begin(number)}>
              <kbd>{number}</kbd> {label}
            </button>
          </li>
        ))}
      </ol>
      <label htmlFor={id}>Reason, told to whoever wrote the record</label>
      <textarea
        id={id}
        ref={field}
        rows={4}
        value={reason}
        aria-invalid={error}
        aria-describedby={`${id}-keys`}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onKeyDown={press}
      />
      {error ? <p role="alert">Give a reason.</p> : null}
      <p id={`${id}-keys`} className="muted">
        While it is empty, <kbd>1</kbd> to <kbd>9</kbd> begin it. <kbd>Ctrl</kbd> <kbd>Enter</kbd>{' '}
        returns the record, <kbd>Esc</kbd> leaves it where it is.
      </p>
      <p className={form.actions}>
        <button type="submit" className={form.main}>
          Return it
        </button>
        <button type="button" className="quiet-button" onClick={onLeave}>
          Leave it where it is
        </button>
      </p>
    </form>
  );
}
