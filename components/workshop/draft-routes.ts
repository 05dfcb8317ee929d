import { ask, numberAt, part, type Reply, wordAt } from '@/components/log/api';
import type { SaveAnswer } from '@/components/log/autosave';
import type { Outgoing } from '@/components/log/draft-keeper';
import { type PactDraft, pactDraftSchema } from '@/domain/pact-draft/draft';

/** A draft of a pact as the server holds it. */
export interface StoredPactDraft {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly payload: PactDraft;
  readonly pactId: string | null;
  readonly pactVersion: number | null;
  readonly keptAs: string | null;
  readonly deletedAt: string | null;
}

export const isPactDraft = (value: unknown): value is PactDraft =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function storedPactDraft(body: unknown): StoredPactDraft | null {
  const payload = part(body, 'payload');
  const id = wordAt(body, 'id');
  if (id === '' || !isPactDraft(payload)) return null;
  return {
    ...{ id, payload, revision: numberAt(body, 'revision') ?? 1, savedAt: wordAt(body, 'savedAt') },
    ...{ pactId: wordAt(body, 'pactId') || null, pactVersion: numberAt(body, 'pactVersion') },
    ...{ keptAs: wordAt(body, 'keptAs') || null, deletedAt: wordAt(body, 'deletedAt') || null },
  };
}

/** The draft that a form holds: without what is undefined or no number. */
export function draftOf(values: unknown): PactDraft {
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, held]) => held !== undefined && !Number.isNaN(held))
        .map(([key, held]) => [key, clean(held)]),
    );
  };
  const draft = clean(values);
  return isPactDraft(draft) ? draft : {};
}

function saveAnswer(reply: Reply): SaveAnswer<PactDraft> {
  if (reply.kind === 'unreachable') return reply;
  const { body, status } = reply;
  if (reply.kind === 'done')
    return {
      kind: 'saved',
      ...{ id: wordAt(body, 'id'), savedAt: wordAt(body, 'savedAt') },
      revision: numberAt(body, 'revision') ?? 1,
    };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 429) return { kind: 'busy', seconds: numberAt(body, 'retryAfter') ?? 10 };
  const theirs = storedPactDraft(part(body, 'theirs'));
  if (status === 409 && reply.code === 'stale' && theirs !== null)
    return { kind: 'conflict', theirs };
  return { kind: 'refused', message: reply.message };
}

/** Largest body a browser still sends while a page is being left. */
const KEEPALIVE_LIMIT = 60_000;

/** Sends a revision of a draft that the server has begun. */
export async function sendDraft({
  wanted,
  basedOn,
  payload,
  leaving,
}: Outgoing<PactDraft>): Promise<SaveAnswer<PactDraft>> {
  const parsed = pactDraftSchema.safeParse(payload);
  const [issue] = parsed.success ? [] : parsed.error.issues;
  if (issue !== undefined)
    return { kind: 'refused', message: `${issue.path.join(' ')}: ${issue.message}` };
  const keepalive = leaving && JSON.stringify(payload).length < KEEPALIVE_LIMIT;
  return saveAnswer(
    await ask('PUT', `/pact-drafts/${wanted}`, { body: { basedOn, payload }, keepalive }),
  );
}

/** The draft as the server holds it now; `gone` where it is none any more, null where nobody answers. */
export async function draftNow(id: string): Promise<StoredPactDraft | 'gone' | null> {
  const reply = await ask('GET', `/pact-drafts/${id}`);
  if (reply.kind === 'done') return storedPactDraft(reply.body);
  return reply.kind === 'refused' && reply.status === 404 ? 'gone' : null;
}
