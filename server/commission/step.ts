import 'server-only';
import type { LedgerEntry } from '@/domain/ledger';
import { type Attempt, nextFinding } from '@/domain/review';
import { FINDING_PATH, type FindingAction, type FindingState } from '@/domain/review/finding-path';
import type { Facts } from '@/domain/review/path';
import type { Prisma } from '@/prisma/generated/client';
import { consumeStepUp } from '@/server/account/step-up';
import type { Author } from '@/server/author';
import { append, type Tx } from '@/server/ledger';
import type { Outcome } from './outcome';

const REVIEW: Author = { kind: 'program', name: 'review' };

/** A step that somebody tries to take, or that follows from the record. */
export interface Trying extends Omit<Attempt, 'facts' | 'reason'> {
  readonly action: FindingAction;
  /** Whether the code that was sent along is right is asked last. */
  readonly facts: Facts;
  readonly reason?: string | null;
  readonly stepUp?: string;
  /** What the ledger entry says beside the finding and its states. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** What the finding's row keeps of it. */
  readonly data?: (entry: LedgerEntry) => Prisma.FindingUncheckedUpdateInput;
}

export interface Taken {
  readonly entry: LedgerEntry;
  readonly state: FindingState;
}

interface About {
  readonly id: string;
  /** Null: not on the path yet. */
  readonly state: FindingState | null;
}

/** Where a step leads, with the code that it asks for accepted; nothing is written yet but that. */
export async function tryStep(tx: Tx, { state }: About, trying: Trying) {
  const { actor, action, facts, stepUp, reason = null } = trying;
  const asksCode = FINDING_PATH[action].guards.some((guard) => guard === 'stepped_up');
  const given = asksCode ? { ...facts, stepped_up: true } : facts;
  const next = nextFinding(state, action, { ...trying, facts: given, reason });
  // The finding went stale under whoever acts on it: that is what they are told.
  if (!next.ok)
    return next.code === 'wrong_state' && state === 'stale'
      ? ({ ok: false, code: 'fresh' } as const)
      : next;
  if (!asksCode || actor === 'system' || actor.kind === 'visitor') return next;
  const code = await consumeStepUp(tx, actor.id, stepUp ?? '');
  return code.ok ? next : code;
}

const authorOf = (actor: Trying['actor']): Author =>
  actor === 'system' || actor.kind === 'visitor' ? REVIEW : actor;

/** Takes one step of a finding: state, row, step and ledger entry in the caller's transaction. */
export async function takeStep(tx: Tx, about: About, trying: Trying): Promise<Outcome<Taken>> {
  const next = await tryStep(tx, about, trying);
  if (!next.ok) return next;
  if (next.awaits !== null) throw new Error(`${trying.action} takes two people`);
  const { id, state: from } = about;
  const { actor, action, reason = null, payload = {}, data } = trying;
  const entry = await append(tx, {
    ...{ actor: authorOf(actor), type: next.code, subject: `finding:${id}` },
    payload: { finding: id, from, to: next.state, ...payload },
  });
  const { seq } = entry;
  await tx.findingStep.create({
    data: {
      ...{ seq, findingId: id, action, from, to: next.state, at: new Date(entry.at) },
      // Recusals and replies keep their words in rows of their own.
      reason: action === 'revoke' ? reason : null,
      actorId: actor === 'system' || actor.kind === 'visitor' ? null : actor.id,
    },
  });
  await tx.finding.update({
    where: { id },
    data: { state: next.state, ledgerSeq: seq, ...data?.(entry) },
  });
  return { ok: true, entry, state: next.state };
}
