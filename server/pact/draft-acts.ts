import 'server-only';
import type { Actor } from '@/domain/actor';
import { type Change, strayChange, withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { blankDraft, forkedDraft } from '@/domain/pact-draft/draft';
import { HOUSE, type Refusal } from '@/domain/permission';
import { policyAt } from '@/domain/policy-version';
import { now } from '@/server/clock';
import { guardWithin } from '@/server/guard';
import { isDraftId } from '@/server/incident/drafts';
import { plainJson } from '@/server/json';
import { append, writing } from '@/server/ledger';
import { getPact } from '@/server/pacts';
import { listPolicies } from '@/server/policies';
import { MOST_PACT_DRAFTS, type SavedPactDraft } from './drafts';

export interface NewPactDraft {
  /** Chosen by who begins it, so that what is sent twice is begun once; absent: chosen here. */
  readonly id?: string | undefined;
  /** The pact it changes; absent: a new pact. */
  readonly pact?: string | undefined;
  /** Absent: its latest version. */
  readonly version?: number | undefined;
  /** Numbers moved, and an entry into force assumed: a variant of the lab. */
  readonly set?: readonly Change[] | undefined;
  readonly from?: string | undefined;
}

export type BeginResult =
  | { readonly ok: true; readonly draft: SavedPactDraft }
  | {
      readonly ok: false;
      readonly code: Refusal | 'too_many' | 'unknown_pact' | 'unknown_clause' | 'taken';
    };

const SAVED = { id: true, revision: true, savedAt: true } as const;

/** A pact as a variant has it; a historical one keeps its own entry into force. */
function movedAs(base: Pact, { set = [], from }: NewPactDraft): Pact {
  const pact = withChanges(base, set);
  const { assumedInForce: own } = pact;
  if (from === undefined || own === null) return pact;
  const { date, precision, reason } = own;
  const others = own.alternatives.filter((one) => one.date !== from);
  return {
    ...pact,
    assumedInForce: {
      ...{ date: from, precision: 'day', reason: 'Assumed in the lab.' },
      alternatives: [{ date, precision, reason }, ...others],
    },
  };
}

/** Begins a draft from a version of a pact, or from a blank one; once an id. */
export async function beginPactDraft(actor: Actor, wanted: NewPactDraft): Promise<BeginResult> {
  const { values } = policyAt(await listPolicies(), now());
  return writing(async (tx): Promise<BeginResult> => {
    const allowed = await guardWithin(tx, actor, 'pact.draft', HOUSE);
    if (!allowed.ok) return allowed;
    const authorId = allowed.author.id;
    const before =
      wanted.id === undefined ? null : await tx.pactDraft.findUnique({ where: { id: wanted.id } });
    if (before !== null)
      return before.authorId === authorId
        ? { ok: true, draft: before }
        : { ok: false, code: 'taken' };
    const base = wanted.pact === undefined ? null : await getPact(wanted.pact, wanted.version, tx);
    if (base === null && wanted.pact !== undefined) return { ok: false, code: 'unknown_pact' };
    if (base !== null && strayChange(base, wanted.set ?? []) !== undefined)
      return { ok: false, code: 'unknown_clause' };
    const open = { authorId, deletedAt: null, keptAs: null };
    if ((await tx.pactDraft.count({ where: open })) >= MOST_PACT_DRAFTS)
      return { ok: false, code: 'too_many' };
    const from = { pactId: base?.id ?? null, pactVersion: base?.version ?? null };
    const payload = plainJson(
      base === null ? blankDraft(values.defaultWindows) : forkedDraft(movedAs(base, wanted)),
    );
    const draft = await tx.pactDraft.create({
      data: { ...(wanted.id === undefined ? {} : { id: wanted.id }), authorId, ...from, payload },
      select: SAVED,
    });
    await append(tx, {
      ...{ actor: allowed.author, type: 'pact_draft.created', subject: `pact-draft:${draft.id}` },
      payload: { draft: draft.id, pact: from.pactId, version: from.pactVersion },
    });
    return { ok: true, draft };
  });
}

export type ShelvePactResult =
  | { readonly ok: true; readonly draft: SavedPactDraft }
  | { readonly ok: false; readonly code: Refusal | 'kept' | 'not_author' };

/** Deletes a draft of one's own or takes it back; it is held either way. Doing it twice does it once. */
export function shelvePactDraft(
  actor: Actor,
  id: string,
  deleted: boolean,
): Promise<ShelvePactResult> {
  return writing(async (tx): Promise<ShelvePactResult> => {
    const allowed = await guardWithin(tx, actor, 'pact.draft', HOUSE);
    if (!allowed.ok) return allowed;
    const held = isDraftId(id) ? await tx.pactDraft.findUnique({ where: { id } }) : null;
    if (held === null) return { ok: false, code: 'hidden' };
    if (held.authorId !== allowed.author.id) return { ok: false, code: 'not_author' };
    if (held.keptAs !== null) return { ok: false, code: 'kept' };
    const draft = { id, revision: held.revision, savedAt: held.savedAt };
    if ((held.deletedAt !== null) === deleted) return { ok: true, draft };
    const type = deleted ? 'pact_draft.deleted' : 'pact_draft.restored';
    const { at } = await append(tx, {
      ...{ actor: allowed.author, type, subject: `pact-draft:${id}` },
      payload: { draft: id },
    });
    const deletedAt = deleted ? new Date(at) : null;
    await tx.pactDraft.update({ where: { id }, data: { deletedAt } });
    return { ok: true, draft };
  });
}
