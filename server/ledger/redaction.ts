import 'server-only';
import type { Actor } from '@/domain/actor';
import { HOUSE, type Refusal } from '@/domain/permission';
import type { ProposalDecision } from '@/domain/proposal';
import { guardWithin } from '@/server/guard';
import { append, redact, type Tx, writing } from '@/server/ledger';

/** Why an entry's payload cannot be redacted, or not now. */
export type RedactionMisfit = 'redacted' | 'root' | 'pending' | 'not_asked';
export type RedactionResult =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly code: Refusal | RedactionMisfit };

export const ASKED = 'redaction.asked';
export const DECLINED = 'redaction.declined';
export const REDACTED = 'ledger.redacted';
export const STEPS = [ASKED, DECLINED, REDACTED];

interface Matter {
  readonly type: string;
  readonly actor: string;
  readonly redacted: boolean;
  /** The entry by which a redaction was asked for that nobody has decided on. */
  readonly asked: { readonly seq: number; readonly actor: string } | null;
}

async function matterOf(tx: Tx, seq: number): Promise<Matter | null> {
  const entry = await tx.ledgerEntry.findUnique({
    where: { seq },
    select: { type: true, actor: true, payload: { select: { redactedAt: true } } },
  });
  if (entry === null) return null;
  const last = await tx.ledgerEntry.findFirst({
    where: { subject: `ledger:${seq}`, type: { in: STEPS } },
    orderBy: { seq: 'desc' },
    select: { seq: true, type: true, actor: true },
  });
  return {
    ...{ type: entry.type, actor: entry.actor },
    redacted: (entry.payload?.redactedAt ?? null) !== null,
    asked: last?.type === ASKED ? last : null,
  };
}

/**
 * Asks that the payload of an entry be emptied; a second person decides. A daily root names nobody
 * and stays.
 */
export function askRedaction(actor: Actor, seq: number, reason: string): Promise<RedactionResult> {
  return writing(async (tx): Promise<RedactionResult> => {
    const allowed = await guardWithin(tx, actor, 'ledger.redact', HOUSE, `ledger:${seq}`);
    if (!allowed.ok) return allowed;
    const matter = await matterOf(tx, seq);
    if (matter === null) return { ok: false, code: 'hidden' };
    if (matter.redacted) return { ok: false, code: 'redacted' };
    if (matter.type === 'ledger.rooted') return { ok: false, code: 'root' };
    if (matter.asked !== null) return { ok: false, code: 'pending' };
    const subject = `ledger:${seq}`;
    const payload = { seq, reason };
    const entry = await append(tx, { actor: allowed.author, type: ASKED, subject, payload });
    return { ok: true, seq: entry.seq };
  });
}

/**
 * Confirms or declines a redaction: somebody else than who asked, and than who made the entry. The
 * payload goes with the confirmation; its hash stays, so the ledger still verifies.
 */
export function decideRedaction(
  actor: Actor,
  seq: number,
  { accept, reason }: ProposalDecision,
): Promise<RedactionResult> {
  return writing(async (tx): Promise<RedactionResult> => {
    const matter = await matterOf(tx, seq);
    const asked = {
      ...({ kind: 'proposal', published: true, tlp: 'CLEAR' } as const),
      proposedBy: matter?.asked?.actor ?? '',
      authors: matter === null ? [] : [matter.actor],
    };
    const allowed = await guardWithin(tx, actor, 'ledger.second', asked, `ledger:${seq}`);
    if (!allowed.ok) return allowed;
    if (matter === null) return { ok: false, code: 'hidden' };
    if (matter.asked === null) return { ok: false, code: 'not_asked' };
    const { author } = allowed;
    const beside = { asked: matter.asked.seq };
    const entry = accept
      ? await redact(tx, author, seq, reason, beside)
      : await append(tx, {
          ...{ actor: author, type: DECLINED, subject: `ledger:${seq}` },
          payload: { seq, reason, ...beside },
        });
    return { ok: true, seq: entry.seq };
  });
}
