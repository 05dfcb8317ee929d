'use client';

import { useState } from 'react';
import { ask, part, sentenceOf } from '@/components/log/api';
import { fieldLabel } from '@/components/log/field-words';
import { valueWords } from '@/components/log/value-words';
import classes from './history.module.css';

interface Props {
  readonly incident: string;
  readonly number: number;
}

interface Fields {
  readonly [field: string]: unknown;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Everything a revision said, fetched when it is opened. */
export function WholeRevision({ incident, number }: Props) {
  const [record, setRecord] = useState<Fields | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function fetchOnce(open: boolean) {
    if (!open || record !== null) return;
    const reply = await ask('GET', `/incidents/${incident}/revisions/${number}`);
    if (reply.kind !== 'done') return setRefusal(sentenceOf(reply));
    const found = part(reply.body, 'incident');
    if (isFields(found)) setRecord(found);
  }

  return (
    <details onToggle={({ currentTarget }) => fetchOnce(currentTarget.open)}>
      <summary>All of revision {number}</summary>
      {refusal === null ? null : <p role="alert">{refusal}</p>}
      {record === null ? (
        <p className="muted">Fetching …</p>
      ) : (
        <dl className={classes.changes}>
          {Object.entries(record)
            .filter(([, value]) => !Array.isArray(value) || value.length > 0)
            .map(([field, value]) => (
              <div key={field}>
                <dt>{fieldLabel(field)}</dt>
                <dd>
                  {Array.isArray(value) && value.some(isFields) ? (
                    <ul>
                      {value.map((entry, at) => (
                        <li key={`${field} ${String(part(entry, 'id') ?? at)}`}>
                          {valueWords(field, entry)}
                        </li>
                      ))}
                    </ul>
                  ) : (
                    valueWords(field, value)
                  )}
                </dd>
              </div>
            ))}
        </dl>
      )}
    </details>
  );
}
