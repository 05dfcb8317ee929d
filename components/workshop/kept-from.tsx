'use client';

import { useEffect, useRef } from 'react';
import type { FieldFault } from '@/components/log/api';
import { focusField } from '@/components/log/faults';
import form from '@/components/log/form.module.css';
import { pactFieldName } from './field-names';

interface Props {
  readonly sentence: string | null;
  readonly faults: readonly FieldFault[];
  /** Counted up each time somebody tried: the summary then takes the focus. */
  readonly attempt: number;
}

/** What keeps the draft from being a version, each line a way to its field. */
export function KeptFrom({ sentence, faults, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const told = sentence !== null || faults.length > 0;
  useEffect(() => {
    if (attempt > 0 && told) box.current?.focus();
  }, [attempt, told]);
  if (!told) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={form.summary}>
      <h2 className={form.summaryTitle}>
        {faults.length === 0
          ? 'Not kept as a version'
          : faults.length === 1
            ? 'One thing keeps this from being a version'
            : `${faults.length} things keep this from being a version`}
      </h2>
      {faults.length === 0 ? <p>{sentence}</p> : null}
      <ul>
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button type="button" className="link-button" onClick={() => focusField(path)}>
              {pactFieldName(path)}
            </button>
            : {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
