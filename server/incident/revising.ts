import 'server-only';
import type { Actor } from '@/domain/actor';
import { hashOf } from '@/domain/ledger';
import { may, type Refusal } from '@/domain/permission';
import type { StepRefusal } from '@/domain/review';
import { guardWithin } from '@/server/guard';
import { type Tx, writing } from '@/server/ledger';
import { blindTo } from '@/server/review/coding-state';
import { stepOf } from '@/server/review/record-step';
import { reviseOnPath } from '@/server/review/revision-step';
import { draftWithin, submitDraft } from './drafts';
import type { Submission } from './logging';
import {
  type HeldRecord,
  heldRecord,
  type KeptRevision,
  keptRevision,
  NOWHERE,
  subjectOf,
} from './record';

export type ReviseResult =
  | { readonly ok: true; readonly revision: number }
  | {
      readonly ok: false;
      /**
       * `renamed`: another id. `unchanged`: nothing differs. `retraction`: takes two people.
       * `unknown_revision`: no revision it could be based on. `draft`: no open draft of this person.
       */
      readonly code:
        | Refusal
        | StepRefusal
        | 'renamed'
        | 'unchanged'
        | 'retraction'
        | 'unknown_revision'
        | 'draft';
    }
  /** Merged: another record stands for it. */
  | { readonly ok: false; readonly code: 'retired'; readonly into: string }
  /** Somebody revised it meanwhile; `base` is null where this reader may not see it any more. */
  | {
      readonly ok: false;
      readonly code: 'stale';
      readonly base: KeptRevision | null;
      readonly theirs: KeptRevision;
    };

async function stale(
  tx: Tx,
  actor: Actor,
  held: HeldRecord,
  basedOn: number,
  theirs: KeptRevision,
): Promise<ReviseResult> {
  const base = await keptRevision(held.id, basedOn, tx);
  if (base === null) return { ok: false, code: 'unknown_revision' };
  const then = { ...subjectOf(held), tlp: base.incident.tlp };
  const readable = may(actor, 'record.read', then).allowed;
  return { ok: false, code: 'stale', base: readable ? base : null, theirs };
}

/** Why this document cannot follow the current one, whoever sends it. */
function misfit(current: KeptRevision, { incident }: Submission) {
  if (incident.id !== current.incident.id) return 'renamed';
  if (hashOf(incident) === current.payloadHash) return 'unchanged';
  const statuses = [incident.status, current.incident.status];
  return statuses[0] !== statuses[1] && statuses.includes('retracted') ? 'retraction' : null;
}

/**
 * Adds a revision to a record on the revision its author read. If that is no longer the current one
 * nothing is written, and the answer holds both, for a merge field by field.
 */
export function reviseRecord(
  actor: Actor,
  id: string,
  basedOn: number,
  submission: Submission,
): Promise<ReviseResult> {
  return writing(async (tx): Promise<ReviseResult> => {
    const held = await heldRecord(id, tx);
    const subject = held === null || held.withdrawn ? NOWHERE : subjectOf(held);
    const allowed = await guardWithin(tx, actor, 'incident.revise', subject);
    if (!allowed.ok) return allowed;
    if (held === null || held.withdrawn) return { ok: false, code: 'hidden' };
    if (held.retiredInto !== null) return { ok: false, code: 'retired', into: held.retiredInto };
    const { author } = allowed;
    if ((await blindTo(author, tx)).has(id)) return { ok: false, code: 'blind' };
    const current = await keptRevision(id, held.revision, tx);
    if (current === null) throw new Error(`${id} has no revision ${held.revision}`);
    if (basedOn !== held.revision) return stale(tx, author, held, basedOn, current);
    const code = misfit(current, submission);
    if (code !== null) return { ok: false, code };
    const { incident, reason, draft: draftId } = submission;
    const draft = draftId === undefined ? null : await draftWithin(tx, author.id, draftId);
    if (draftId !== undefined && (draft === null || draft.submittedAs !== null))
      return { ok: false, code: 'draft' };
    const attempt = { actor: author, subject, facts: {}, reason };
    const moved = stepOf(held.state, 'revise', attempt);
    if (!moved.ok) return moved;
    const beside = draft === null ? {} : { draft: draft.id };
    const what = { actor: author, incident, reason, beside };
    const done = await reviseOnPath(tx, basedOn, what, { step: moved.step, by: author });
    if (draft !== null) await submitDraft(tx, draft.id, id);
    return done;
  });
}
