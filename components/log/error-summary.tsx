'use client';

import { useEffect, useRef } from 'react';
import type { FieldFault } from './api';
import { focusField } from './faults';
import { fieldLabel } from './field-words';
import classes from './form.module.css';

interface Props {
  /** Why it was not logged, where no single field is to blame. */
  readonly sentence?: string | null;
  readonly faults: readonly FieldFault[];
  /** Counted up each time somebody tried: the summary then takes the focus. */
  readonly attempt: number;
}

/** What keeps the record from being logged, each line a way to its field. */
export function ErrorSummary({ sentence = null, faults, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  const refused = faults.filter(({ level }) => level === 'refused');
  if (attempt === 0 || (refused.length === 0 && sentence === null)) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.summary}>
      <h2 className={classes.summaryTitle}>
        {refused.length === 0
          ? 'Not logged yet'
          : refused.length === 1
            ? 'One field keeps this from being logged'
            : `${refused.length} fields keep this from being logged`}
      </h2>
      {sentence === null ? null : <p>{sentence}</p>}
      <ul>
        {refused.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button type="button" className="link-button" onClick={() => focusField(path)}>
              {fieldLabel(path)}
            </button>
            : {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
