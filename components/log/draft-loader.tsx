'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { EmptyState } from '@/components/empty-state';
import { ask, sentenceOf } from './api';
import { type StoredDraft, storedDraft } from './draft-routes';

interface Props {
  /** The draft to open; null: none yet. */
  readonly id: string | null;
  readonly children: (stored: StoredDraft | null) => ReactNode;
}

type Loaded = { readonly draft: StoredDraft | null } | { readonly refusal: string };

/** Fetches a draft before its form is shown. */
export function DraftLoader({ id, children }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(id === null ? { draft: null } : null);
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    void ask('GET', `/drafts/${id}`).then((reply) => {
      if (!wanted) return;
      if (reply.kind === 'done') {
        const draft = storedDraft(reply.body);
        return setLoaded(draft === null ? { refusal: 'There is no such draft.' } : { draft });
      }
      setLoaded({ refusal: sentenceOf(reply) });
    });
    return () => {
      wanted = false;
    };
  }, [id]);
  if (loaded === null) return <p role="status">Fetching the draft …</p>;
  if ('refusal' in loaded)
    return (
      <EmptyState
        title="This draft cannot be opened"
        action={<a href="/drafts">See your drafts</a>}
      >
        <p>{loaded.refusal}</p>
      </EmptyState>
    );
  return children(loaded.draft);
}
