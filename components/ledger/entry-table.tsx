'use client';

import { type Column, DataTable } from '@/components/data-table';
import { formatNumber } from '@/components/format';
import { instantInWords } from './instant';
import classes from './ledger.module.css';

/** An entry as the list shows it. */
export interface EntryRow {
  readonly seq: number;
  readonly at: string;
  /** The name of whoever made it, or the word of a program. */
  readonly by: string;
  readonly type: string;
  readonly subject: string;
  /** The payload as indented JSON; null where it was redacted. */
  readonly payload: string | null;
  readonly payloadHash: string;
  readonly chainHash: string;
}

function Payload({ seq, payload, payloadHash, chainHash }: EntryRow) {
  return (
    <details className={classes.payload}>
      <summary>
        {payload === null ? <span className={classes.redacted}>redacted</span> : 'show'}
        <span className="visually-hidden"> payload of entry {seq}</span>
      </summary>
      {payload === null ? <p>The payload was redacted; its hash stays.</p> : <pre>{payload}</pre>}
      <p className={classes.hash}>
        payload {payloadHash}
        <br />
        chain {chainHash}
      </p>
    </details>
  );
}

const COLUMNS: readonly Column<EntryRow>[] = [
  {
    ...{ id: 'seq', header: 'Entry', rowHeader: true },
    cell: ({ seq }) => formatNumber(seq),
  },
  {
    ...{ id: 'at', header: 'When' },
    cell: ({ at }) => <span className={classes.when}>{instantInWords(at)}</span>,
  },
  { ...{ id: 'by', header: 'Who' }, cell: ({ by }) => by },
  { ...{ id: 'type', header: 'What happened' }, cell: ({ type }) => type },
  { ...{ id: 'subject', header: 'To what' }, cell: ({ subject }) => subject },
  { ...{ id: 'payload', header: 'Payload' }, cell: (row) => <Payload {...row} /> },
  {
    ...{ id: 'proof', header: 'Proof' },
    cell: ({ seq }) => (
      <a href={`/api/v1/ledger/proofs?entry=${seq}`} download aria-label={`Proof of entry ${seq}`}>
        Download
      </a>
    ),
  },
];

/** Entries of the ledger, newest first, with what each held and a proof that it is there. */
export function EntryTable({ rows }: { readonly rows: readonly EntryRow[] }) {
  return (
    <DataTable
      columns={COLUMNS}
      rows={rows}
      rowKey={({ seq }) => `${seq}`}
      caption="Entries of the ledger, newest first"
      captionHidden
      empty="No entry fits."
    />
  );
}
