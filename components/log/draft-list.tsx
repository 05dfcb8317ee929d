'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Column, DataTable } from '@/components/data-table';
import { recordHref } from '@/components/record-href';
import { ask, sentenceOf } from './api';
import { DeleteDraft } from './delete-draft';
import { momentWords } from './moment-words';

export interface DraftRow {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly incidentId: string | null;
}

interface Props {
  readonly drafts: readonly DraftRow[];
  readonly deleted: boolean;
}

const hrefOf = ({ id, incidentId }: DraftRow): string =>
  incidentId === null ? `/drafts/${id}` : `${recordHref(incidentId)}/edit`;

/** One's drafts, to open, to delete, or to take back. */
export function DraftList({ drafts, deleted }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<DraftRow | null>(null);

  async function shelve({ id, title }: DraftRow) {
    const reply = deleted
      ? await ask('POST', `/drafts/${id}/restore`)
      : await ask('DELETE', `/drafts/${id}`);
    const name = title === '' ? 'The draft' : `“${title}”`;
    setSaid(
      reply.kind === 'done'
        ? `${name} ${deleted ? 'is back' : 'is deleted, and can be taken back below'}.`
        : sentenceOf(reply),
    );
    setAsked(null);
    if (reply.kind === 'done') router.refresh();
  }

  const columns: readonly Column<DraftRow>[] = [
    {
      id: 'title',
      header: 'Title',
      rowHeader: true,
      sort: ({ title }) => title,
      cell: (draft) =>
        deleted ? (
          draft.title || 'Without a title'
        ) : (
          <Link href={hrefOf(draft)}>{draft.title || 'Without a title'}</Link>
        ),
    },
    {
      id: 'about',
      header: 'For',
      cell: ({ incidentId }) =>
        incidentId === null ? (
          'a new record'
        ) : (
          <Link href={recordHref(incidentId)}>a change to {incidentId}</Link>
        ),
    },
    {
      id: 'saved',
      header: 'Saved',
      sort: ({ savedAt }) => savedAt,
      cell: ({ savedAt, revision }) => `${momentWords(savedAt)}, revision ${revision}`,
    },
    {
      id: 'act',
      header: deleted ? 'Take back' : 'Delete',
      cell: (draft) => (
        <button
          type="button"
          className="quiet-button"
          onClick={() => (deleted ? void shelve(draft) : setAsked(draft))}
        >
          {deleted ? 'Take back' : 'Delete …'}
          <span className="visually-hidden"> {draft.title || draft.id}</span>
        </button>
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
        caption={deleted ? 'Deleted drafts' : 'Open drafts'}
        captionHidden
      />
      {asked === null ? null : (
        <DeleteDraft
          title={asked.title === '' ? 'the draft' : `“${asked.title}”`}
          incident={asked.incidentId}
          onDelete={() => shelve(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
