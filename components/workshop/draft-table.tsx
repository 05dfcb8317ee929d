'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Column, DataTable } from '@/components/data-table';
import { ask, sentenceOf } from '@/components/log/api';
import { momentWords } from '@/components/log/moment-words';

export interface PactDraftRow {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly mine: boolean;
  readonly pactId: string | null;
  readonly pactVersion: number | null;
  readonly revision: number;
  readonly savedAt: string;
}

interface Props {
  readonly drafts: readonly PactDraftRow[];
  readonly deleted: boolean;
  readonly caption: string;
}

/** Drafts of pacts: to open, to delete, or to take back. */
export function DraftTable({ drafts, deleted, caption }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState('');

  async function shelve({ id, title }: PactDraftRow) {
    const reply = deleted
      ? await ask('POST', `/pact-drafts/${id}/restore`)
      : await ask('DELETE', `/pact-drafts/${id}`);
    const name = title === '' ? 'The draft' : `“${title}”`;
    setSaid(
      reply.kind === 'done'
        ? `${name} ${deleted ? 'is back' : 'is deleted, and can be taken back below'}.`
        : sentenceOf(reply),
    );
    if (reply.kind === 'done') router.refresh();
  }

  const columns: readonly Column<PactDraftRow>[] = [
    {
      ...{ id: 'title', header: 'Title', rowHeader: true, sort: ({ title }) => title },
      cell: ({ id, title }) =>
        deleted ? (
          title || 'Without a title'
        ) : (
          <Link href={`/pacts/drafts/${id}`}>{title || 'Without a title'}</Link>
        ),
    },
    { id: 'author', header: 'By', sort: ({ author }) => author, cell: ({ author }) => author },
    {
      ...{ id: 'from', header: 'Forked from' },
      cell: ({ pactId, pactVersion }) =>
        pactId === null ? (
          'a new pact'
        ) : (
          <Link href={`/pacts/${pactId}?version=${pactVersion}`}>
            {pactId}, version {pactVersion}
          </Link>
        ),
    },
    {
      ...{ id: 'saved', header: 'Saved', sort: ({ savedAt }) => savedAt },
      cell: ({ savedAt, revision }) => `${momentWords(savedAt)}, revision ${revision}`,
    },
    {
      ...{ id: 'act', header: deleted ? 'Take back' : 'Delete' },
      cell: (draft) =>
        draft.mine ? (
          <button type="button" className="quiet-button" onClick={() => void shelve(draft)}>
            {deleted ? 'Take back' : 'Delete'}
            <span className="visually-hidden"> {draft.title || draft.id}</span>
          </button>
        ) : (
          <span className="muted">its author’s</span>
        ),
    },
  ];

  return (
    <>
      <p role="status">{said}</p>
      <DataTable
        columns={columns}
        rows={drafts}
        rowKey={({ id }) => id}
        caption={caption}
        captionHidden
      />
    </>
  );
}
