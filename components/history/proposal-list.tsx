import Link from 'next/link';
import { momentWords } from '@/components/log/moment-words';
import { recordHref } from '@/components/record-href';
import { Decision } from './decision';
import classes from './history.module.css';
import { UndoMerge } from './undo-merge';

export interface ProposalRow {
  readonly id: string;
  readonly kind: string;
  readonly incidentId: string;
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
  readonly merge: 'stands' | 'undoing' | 'undone' | null;
  /** A merge that stands, which this reader may ask to be undone. */
  readonly mayUndo: boolean;
}

/** What is asked for, told on the page of a record that is retracted, restored, merged, or merged into. */
function Asked({ proposal, about }: { readonly proposal: ProposalRow; readonly about: string }) {
  const { kind, incidentId, into } = proposal;
  const record = (id: string) =>
    id === about ? 'this record' : <Link href={`${recordHref(id)}/history`}>{id}</Link>;
  if (kind !== 'merge' || into === null)
    return (
      <>
        {kind === 'restore' ? 'Restore' : 'Retract'} {record(incidentId)}
      </>
    );
  return (
    <>
      Merge {record(incidentId)} into {record(into)}
    </>
  );
}

interface Props {
  readonly proposals: readonly ProposalRow[];
  /** The record whose page this is. */
  readonly about: string;
}

/** What was proposed for a record, and what a second person decided or still has to. */
export function ProposalList({ proposals, about }: Props) {
  if (proposals.length === 0) return <p className="muted">Nothing was proposed for this record.</p>;
  return (
    <ul className={classes.list}>
      {proposals.map((proposal) => (
        <li key={proposal.id} className={classes.revision}>
          <h3 className={classes.title}>
            <Asked proposal={proposal} about={about} />
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
          {proposal.merge === 'undoing' ? (
            <p>It is proposed to undo this; that waits for a second person.</p>
          ) : null}
          {proposal.merge === 'undone' ? <p>Undone since.</p> : null}
          {proposal.mayDecide ? <Decision proposal={proposal.id} /> : null}
          {proposal.mayUndo ? (
            <UndoMerge proposal={proposal.id} incident={proposal.incidentId} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
