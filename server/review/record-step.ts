import 'server-only';
import { type Attempt, nextRecord, type StepRefusal } from '@/domain/review';
import type { RecordAction, RecordState } from '@/domain/review/record-path';
import { type Author, accountOf } from '@/server/author';
import { append, type Tx } from '@/server/ledger';

/** One step of a record, as it is kept and entered. */
export interface Step {
  readonly action: RecordAction;
  readonly from: RecordState;
  readonly to: RecordState;
  /** What the ledger calls it. */
  readonly code: string;
  readonly reason: string | null;
}

export type Stepped =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly code: StepRefusal };

/** The step that an action makes of a state, or why it is none. */
export function stepOf(from: RecordState, action: RecordAction, attempt: Attempt): Stepped {
  const next = nextRecord(from, action, attempt);
  if (!next.ok) return next;
  const { state: to, code } = next;
  return { ok: true, step: { action, from, to, code, reason: attempt.reason } };
}

/** What the step is taken on: a record at the revision that it judges or wrote. */
interface Taken {
  readonly incident: string;
  readonly revision: number;
}

/**
 * Writes a step down, enters it and moves the record, inside the caller's transaction. What is
 * accepted is published: two people have judged it by then.
 */
export async function keepStep(
  tx: Tx,
  author: Author,
  { incident, revision }: Taken,
  { action, from, to, code, reason }: Step,
  beside: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { seq, at } = await append(tx, {
    ...{ actor: author, type: code, subject: `incident:${incident}` },
    payload: { incident, revision, action, from, to, reason, ...beside },
  });
  const actorId = accountOf(author);
  await tx.recordStep.create({
    data: { incidentId: incident, revision, action, from, to, actorId, reason, at: new Date(at) },
  });
  await tx.incident.update({
    where: { id: incident },
    data: {
      ...{ reviewState: to, ledgerSeq: seq, updatedAt: new Date(at) },
      ...(to === 'accepted' ? { published: true } : {}),
    },
  });
}
