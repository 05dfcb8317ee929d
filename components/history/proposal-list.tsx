'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { TextField } from '@/components/account/text-field';
import { ask, sentenceOf } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import { momentWords } from '@/components/log/moment-words';
import classes from './history.module.css';

export interface ProposalRow {
  readonly id: string;
  readonly kind: string;
  readonly into: string | null;
  readonly reason: string;
  readonly impact: { readonly sentence: string };
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly accepted: boolean | null;
  readonly decisionReason: string | null;
  readonly mayDecide: boolean;
}

const KINDS: Readonly<Record<string, string>> = {
  retract: 'Retract this record',
  restore: 'Restore this record',
  merge: 'Merge this record',
};

function Decision({ proposal }: { readonly proposal: ProposalRow }) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function decide(accept: boolean) {
    if (busy) return;
    if (reason.trim() === '') return setError('Say why you decide so.');
    setBusy(true);
    const body = { accept, reason };
    const reply = await ask('POST', `/proposals/${proposal.id}/decision`, { body });
    setBusy(false);
    if (reply.kind !== 'done') return setError(sentenceOf(reply));
    router.refresh();
  }

  return (
    <form
      className={classes.decide}
      onSubmit={(event: FormEvent) => event.preventDefault()}
      aria-label="Decide"
      noValidate
    >
      <TextField
        label="Why you decide so"
        name="reason"
        autoComplete="off"
        value={reason}
        onValue={setReason}
        error={error}
      />
      <p className={form.actions}>
        <button type="button" className={form.main} onClick={() => decide(true)}>
          Accept
        </button>
        <button type="button" className={form.plain} onClick={() => decide(false)}>
          Decline
        </button>
      </p>
    </form>
  );
}

/** What was proposed for a record, and what a second person decided or still has to. */
export function ProposalList({ proposals }: { readonly proposals: readonly ProposalRow[] }) {
  if (proposals.length === 0) return <p className="muted">Nothing was proposed for this record.</p>;
  return (
    <ul className={classes.list}>
      {proposals.map((proposal) => (
        <li key={proposal.id} className={classes.revision}>
          <h3 className={classes.title}>
            {KINDS[proposal.kind] ?? proposal.kind}
            {proposal.into === null ? '' : ` into ${proposal.into}`}
            <span className="muted">
              {' '}
              {proposal.proposedBy}, {momentWords(proposal.proposedAt)}
            </span>
          </h3>
          <p className={classes.impact}>{proposal.impact.sentence}</p>
          <p className={classes.reason}>“{proposal.reason}”</p>
          {proposal.decidedAt === null ? (
            <p>{proposal.mayDecide ? 'Waits for you.' : 'Waits for a second person.'}</p>
          ) : (
            <p>
              {proposal.accepted === true ? 'Accepted' : 'Declined'} by {proposal.decidedBy},{' '}
              {momentWords(proposal.decidedAt)}: “{proposal.decisionReason}”
            </p>
          )}
          {proposal.mayDecide ? <Decision proposal={proposal} /> : null}
        </li>
      ))}
    </ul>
  );
}
