'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { recordHref } from '@/components/record-href';
import type { IncidentDraft } from '@/domain/incident-draft';
import { ask, listAt, part, wordAt } from './api';
import classes from './form.module.css';

interface Hint {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly exact: boolean;
}

function hintOf(value: unknown): Hint | null {
  const id = wordAt(value, 'id');
  if (id === '') return null;
  return {
    id,
    title: wordAt(value, 'title') || id,
    reason: wordAt(value, 'reason'),
    exact: part(value, 'exact') === true,
  };
}

/** Shorter titles look like too many others. */
const LEAST_TITLE = 8;

interface Likeness {
  readonly hints: readonly Hint[];
  /** Why none was looked for; empty: all records were looked through. */
  readonly unsearched: string;
}
const NOT_ASKED: Likeness = { hints: [], unsearched: '' };

/** Records that may tell of the same incident, asked for after a pause in typing. */
function useLikeness(draft: IncidentDraft): Likeness {
  const [found, setFound] = useState(NOT_ASKED);
  const { title = '', sources = [], started, ended, ongoing, victimStates } = draft;
  const url = sources[0]?.url ?? '';
  const asked = JSON.stringify({ title, sources, started, ended, ongoing, victimStates });
  const worth = title.trim().length >= LEAST_TITLE || /^https?:\/\/.+\..+/.test(url);
  useEffect(() => {
    if (!worth) return setFound(NOT_ASKED);
    const control = new AbortController();
    const timer = setTimeout(async () => {
      const body = { draft: JSON.parse(asked) as unknown };
      const reply = await ask('POST', '/incidents/likeness', { body, signal: control.signal });
      if (reply.kind === 'done')
        setFound({
          hints: listAt(reply.body, 'hints').flatMap((hint) => hintOf(hint) ?? []),
          unsearched: wordAt(reply.body, 'unsearched'),
        });
    }, 400);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [asked, worth]);
  return found;
}

/** "Already recorded" for the same source, "may be the same" for what looks alike; never in the way. */
export function DuplicateHint({ draft }: { readonly draft: IncidentDraft }) {
  const { hints, unsearched } = useLikeness(draft);
  const exact = hints.filter((hint) => hint.exact);
  const shown = exact.length > 0 ? exact : hints.slice(0, 3);
  return (
    <div role="status">
      {unsearched === '' ? null : (
        <p className={classes.note}>
          Records that are like this one are not looked for. {unsearched}
        </p>
      )}
      {shown.length === 0 ? null : (
        <div className={classes.note}>
          <p>
            {exact.length > 0
              ? 'This source is already on record. Add to that record instead of logging it twice:'
              : 'This may be on record already:'}
          </p>
          <ul>
            {shown.map(({ id, title, reason }) => (
              <li key={id}>
                <Link href={recordHref(id)}>{title}</Link>
                {reason === '' ? '' : ` (${reason})`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
