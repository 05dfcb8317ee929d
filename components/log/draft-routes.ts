import { type IncidentDraft, incidentDraftSchema } from '@/domain/incident-draft';
import { ask, listAt, numberAt, part, type Reply, wordAt } from './api';
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
    const [id, savedAt] = [wordAt(body, 'theirs', 'id'), wordAt(body, 'theirs', 'savedAt')];
    const revision = numberAt(body, 'theirs', 'revision') ?? 1;
    return { kind: 'conflict', theirs: { id, revision, payload, savedAt } };
  }
  return { kind: 'refused', message: reply.message };
}

/** One's draft as the server holds it now; `gone` where it is none any more, null where nobody answers. */
export async function draftNow(id: string): Promise<StoredDraft | 'gone' | null> {
  const reply = await ask('GET', `/drafts/${id}`);
  if (reply.kind === 'done') return storedDraft(reply.body);
  return reply.kind === 'refused' && reply.status === 404 ? 'gone' : null;
}

/** One's open draft of a change to a record, by its id; null where there is none, or nobody answers. */
export async function draftAbout(incidentId: string): Promise<string | null> {
  const reply = await ask('GET', '/drafts');
  if (reply.kind !== 'done') return null;
  const found = listAt(reply.body, 'drafts').find(
    (draft) => wordAt(draft, 'incidentId') === incidentId,
  );
  return wordAt(found, 'id') || null;
}

/** Largest body a browser still sends while a page is being left. */
const KEEPALIVE_LIMIT = 60_000;

/** Sends a draft of a new record, or of a change to one. */
export function draftSender(about: About | null) {
  return async (draft: Outgoing<IncidentDraft>): Promise<SaveAnswer<IncidentDraft>> => {
    const { id, wanted, on, basedOn, payload, leaving } = draft;
    // What the draft's format refuses is told here in words that name the field.
    const parsed = incidentDraftSchema.safeParse(payload);
    const [issue] = parsed.success ? [] : parsed.error.issues;
    if (issue !== undefined)
      return { kind: 'refused', message: `${issue.path.join(' ')}: ${issue.message}` };
    const keepalive = leaving && JSON.stringify(payload).length < KEEPALIVE_LIMIT;
    const record = about === null ? {} : { ...about, basedOn: on ?? about.basedOn };
    return saveAnswer(
      id === null
        ? await ask('POST', '/drafts', { body: { id: wanted, payload, ...record }, keepalive })
        : await ask('PUT', `/drafts/${id}`, { body: { basedOn, payload }, keepalive }),
    );
  };
}
