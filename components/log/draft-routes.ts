import { type IncidentDraft, incidentDraftSchema } from '@/domain/incident-draft';
import { ask, numberAt, part, type Reply, wordAt } from './api';
import type { SaveAnswer } from './autosave';
import type { Outgoing } from './draft-keeper';

export const isDraft = (value: unknown): value is IncidentDraft =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record a draft changes, and the revision its author read. */
export interface About {
  readonly incidentId: string;
  readonly basedOn: number;
}

/** A draft as the server holds it. */
export interface StoredDraft {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly payload: IncidentDraft;
  readonly incidentId: string | null;
  readonly basedOn: number | null;
  readonly deletedAt: string | null;
  readonly submittedAs: string | null;
}

export function storedDraft(body: unknown): StoredDraft | null {
  const payload = part(body, 'payload');
  const id = wordAt(body, 'id');
  if (id === '' || !isDraft(payload)) return null;
  return {
    id,
    payload,
    revision: numberAt(body, 'revision') ?? 1,
    savedAt: wordAt(body, 'savedAt'),
    incidentId: wordAt(body, 'incidentId') || null,
    basedOn: numberAt(body, 'basedOn'),
    deletedAt: wordAt(body, 'deletedAt') || null,
    submittedAs: wordAt(body, 'submittedAs') || null,
  };
}

/** Null in a field that the draft's format has no null for says nothing: it is left out. */
export function tidy(draft: unknown): IncidentDraft {
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(
          ([key, held]) =>
            held !== undefined && !Number.isNaN(held) && (held !== null || key === 'accused'),
        )
        .map(([key, held]) => [key, clean(held)]),
    );
  };
  const tidied = clean(draft);
  return isDraft(tidied) ? tidied : {};
}

function saveAnswer(reply: Reply): SaveAnswer<IncidentDraft> {
  if (reply.kind === 'unreachable') return reply;
  const { body, status } = reply;
  if (reply.kind === 'done')
    return {
      kind: 'saved',
      id: wordAt(body, 'id'),
      revision: numberAt(body, 'revision') ?? 1,
      savedAt: wordAt(body, 'savedAt'),
    };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 429)
    return {
      kind: 'busy',
      seconds: numberAt(body, 'error', 'retryAfter') ?? numberAt(body, 'retryAfter') ?? 10,
    };
  const payload = part(body, 'theirs', 'payload');
  if (status === 409 && reply.code === 'stale' && isDraft(payload)) {
    const revision = numberAt(body, 'theirs', 'revision') ?? 1;
    return {
      kind: 'conflict',
      theirs: { revision, payload, savedAt: wordAt(body, 'theirs', 'savedAt') },
    };
  }
  return { kind: 'refused', message: reply.message };
}

/** Largest body a browser still sends while a page is being left. */
const KEEPALIVE_LIMIT = 60_000;

/** Sends a draft of a new record, or of a change to one. */
export function draftSender(about: About | null) {
  return async ({ id, basedOn, payload, leaving }: Outgoing<IncidentDraft>) => {
    // What the draft's format refuses is told here in words that name the field.
    const parsed = incidentDraftSchema.safeParse(payload);
    const [issue] = parsed.success ? [] : parsed.error.issues;
    if (issue !== undefined)
      return { kind: 'refused' as const, message: `${issue.path.join(' ')}: ${issue.message}` };
    const keepalive = leaving && JSON.stringify(payload).length < KEEPALIVE_LIMIT;
    return saveAnswer(
      id === null
        ? await ask('POST', '/drafts', { body: { payload, ...about }, keepalive })
        : await ask('PUT', `/drafts/${id}`, { body: { basedOn, payload }, keepalive }),
    );
  };
}
