import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import type { Incident } from '@/domain/incident';
import { hashOf } from '@/domain/ledger';
import { HOUSE, type Refusal } from '@/domain/permission';
import { guardWithin } from '@/server/guard';
import { logWithin, reviseWithin } from '@/server/incidents';
import { type Tx, writing } from '@/server/ledger';
import { draftWithin, type HeldDraft, submitDraft } from './drafts';
import { type HeldRecord, heldRecord, keptRevision } from './record';

/** What a recorder sends: the incident, why, and the draft it was written in. */
export interface Submission {
  readonly incident: Incident;
  readonly reason: string;
  readonly draft?: string | undefined;
}

export interface LogRefused {
  readonly ok: false;
  /** `draft`: no draft of this person; `submitted`: it became another record already. */
  readonly code: Refusal | 'exists' | 'draft' | 'submitted';
}
export type LogResult = { readonly ok: true; readonly revision: number } | LogRefused;

/** A record that this person withdrew right after logging it may be logged again under its id. */
const isOwnWithdrawn = (held: HeldRecord, author: Person): boolean =>
  held.withdrawn && held.authors.every((id) => id === author.id);

/** The answer to a submission that arrives a second time, because its first answer was lost. */
async function repeated(
  tx: Tx,
  held: HeldRecord | null,
  incident: Incident,
): Promise<LogResult | null> {
  if (held === null || held.withdrawn) return null;
  const current = await keptRevision(held.id, held.revision, tx);
  const same = current !== null && current.payloadHash === hashOf(incident);
  return same ? { ok: true, revision: held.revision } : null;
}

async function logOnce(
  tx: Tx,
  author: Person,
  { incident, reason }: Submission,
  draft: HeldDraft | null,
): Promise<LogResult> {
  const held = await heldRecord(incident.id, tx);
  if (draft !== null && draft.submittedAs !== null) {
    const again = draft.submittedAs === incident.id ? await repeated(tx, held, incident) : null;
    return again ?? { ok: false, code: 'submitted' };
  }
  const beside = draft === null ? {} : { draft: draft.id };
  const what = { actor: author, incident, reason, beside };
  if (held === null) return logWithin(tx, what);
  if (!isOwnWithdrawn(held, author)) return { ok: false, code: 'exists' };
  return reviseWithin(tx, held.revision, what, 'incident.logged');
}

/**
 * Logs an incident, with the draft it came from, which ends there. Guards are asked inside; the same
 * submission sent twice answers twice and is logged once.
 */
export function logRecord(actor: Actor, submission: Submission): Promise<LogResult> {
  return writing(async (tx): Promise<LogResult> => {
    const allowed = await guardWithin(tx, actor, 'incident.log', HOUSE);
    if (!allowed.ok) return allowed;
    const { author } = allowed;
    const { draft: id } = submission;
    const draft = id === undefined ? null : await draftWithin(tx, author.id, id);
    if (id !== undefined && draft === null) return { ok: false, code: 'draft' };
    const logged = await logOnce(tx, author, submission, draft);
    if (logged.ok && draft !== null && draft.submittedAs === null)
      await submitDraft(tx, draft.id, submission.incident.id);
    return logged;
  });
}
