import { AskRedaction } from '@/components/ledger/ask-redaction';
import { WaitingRedactions } from '@/components/ledger/waiting-redactions';
import type { Actor } from '@/domain/actor';
import { may, REFUSALS } from '@/domain/permission';
import { type WaitingRedaction, waitingRedactions } from '@/server/ledger/reading';

interface Props {
  readonly actor: Actor;
  /** Whether the reader may ask for one. */
  readonly asks: boolean;
}

/** What waits for a second person, and the form to ask for a redaction. */
export async function Redactions({ actor, asks }: Props) {
  const waiting = await waitingRedactions();
  const decide = ({ askedById, madeById }: WaitingRedaction) => {
    const decision = may(actor, 'ledger.second', {
      ...{ kind: 'proposal', published: true, tlp: 'CLEAR' },
      ...{ proposedBy: askedById, authors: [madeById] },
    });
    return decision.allowed ? decision : { allowed: false as const, why: REFUSALS[decision.code] };
  };
  return (
    <>
      <WaitingRedactions
        rows={waiting.map((row) => {
          const { seq, type, subject, at, reason, askedBy } = row;
          return { seq, type, subject, at, reason, askedBy, decide: decide(row) };
        })}
      />
      {asks ? <AskRedaction /> : null}
    </>
  );
}
