import 'server-only';
import { z } from 'zod';
import type { Actor, Person } from '@/domain/actor';
import { publishedWord } from '@/domain/review/publication';
import { stepUpSchema } from '@/domain/step-up';
import { text } from '@/domain/text';
import type { FindingProposal } from '@/prisma/generated/client';
import { guardWithin } from '@/server/guard';
import { append, type Tx, writing } from '@/server/ledger';
import { onFinding } from './act';
import { type HeldFinding, heldFinding, proposalSubject, subjectOf } from './finding';
import { type Outcome, refused } from './outcome';
import { settled } from './settling';
import { isFresh } from './signing';
import { type Trying, takeStep, tryStep } from './step';

const reason = text(2000);

/** What a chair asks for: a publication with a one-time code, a revocation with a reason. */
export const findingProposalSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publish'), stepUp: stepUpSchema }),
  z.strictObject({ kind: z.literal('revoke'), reason }),
]);
export type NewFindingProposal = z.infer<typeof findingProposalSchema>;

/** What the second person says; a publication is confirmed with a one-time code. */
export const secondingSchema = z.discriminatedUnion('accept', [
  z.strictObject({ accept: z.literal(true), stepUp: stepUpSchema.optional() }),
  z.strictObject({ accept: z.literal(false), reason }),
]);
export type Seconding = z.infer<typeof secondingSchema>;

/** The chair asks for a publication or revocation; nothing moves until a second person confirms it. */
export function proposeFor(
  actor: Actor,
  id: string,
  wanted: NewFindingProposal,
): Promise<Outcome<{ id: string }>> {
  return onFinding(actor, id, wanted.kind, async ({ tx, author, held, fresh }) => {
    const waiting = await tx.findingProposal.findFirst({
      where: { findingId: id, decidedAt: null },
      select: { id: true },
    });
    if (waiting !== null) return refused('pending');
    const { kind } = wanted;
    const because = kind === 'revoke' ? wanted.reason : null;
    const next = await tryStep(tx, held, {
      ...{ actor: author, action: kind, subject: subjectOf(held), facts: { fresh } },
      ...{ reason: because, ...(kind === 'publish' ? { stepUp: wanted.stepUp } : {}) },
    });
    if (!next.ok) return next;
    const contentHash = held.row.contentHash ?? '';
    const made = await tx.findingProposal.create({
      data: {
        ...{ findingId: id, kind, reason: because, contentHash, proposedById: author.id },
        proposedAt: new Date(),
      },
      select: { id: true },
    });
    await append(tx, {
      ...{ actor: author, type: 'finding.proposed', subject: `finding:${id}` },
      payload: { finding: id, proposal: made.id, kind, reason: because, content: contentHash },
    });
    return { ok: true, id: made.id };
  });
}

/** What a publication writes beside the step. */
function publication({ content, reckoning }: HeldFinding, proposal: FindingProposal) {
  if (content === null || reckoning === null) throw new Error('published without a decision');
  const { verdict, robustness } = content;
  const word = publishedWord({ verdict, robustness, decision: reckoning.decision });
  const { id, proposedById, contentHash } = proposal;
  return {
    payload: {
      ...{ proposal: id, proposedBy: proposedById, content: contentHash },
      ...{ verdict, word, outcome: reckoning.decision.outcome },
    },
    data: ({ at }: { at: string }) => ({ publishedWord: word, publishedAt: new Date(at) }),
  } satisfies Partial<Trying>;
}

const revocation = ({ id, proposedById }: FindingProposal): Partial<Trying> => ({
  payload: { proposal: id, proposedBy: proposedById },
  data: ({ at }) => ({ revokedAt: new Date(at) }),
});

interface Matter {
  readonly tx: Tx;
  readonly author: Person;
  readonly held: HeldFinding;
  readonly proposal: FindingProposal;
}

async function settle(
  { tx, author, proposal }: Matter,
  accepted: boolean,
  decisionReason: string | null,
): Promise<void> {
  await tx.findingProposal.update({
    where: { id: proposal.id },
    data: { decidedById: author.id, decidedAt: new Date(), accepted, decisionReason },
  });
}

async function confirm(matter: Matter, fresh: boolean, stepUp: string): Promise<Outcome> {
  const { tx, author, held, proposal } = matter;
  const kind = proposal.kind === 'publish' ? 'publish' : 'revoke';
  const taken = await takeStep(tx, held, {
    ...{ actor: author, action: kind, subject: subjectOf(held), facts: { fresh }, stepUp },
    ...{ reason: proposal.reason, proposal: proposalSubject(held, proposal) },
    ...(kind === 'revoke'
      ? revocation(proposal)
      : held.reckoning === null
        ? {}
        : publication(held, proposal)),
  });
  if (!taken.ok) return taken;
  await settle(matter, true, null);
  return { ok: true };
}

async function decline(matter: Matter, because: string): Promise<Outcome> {
  const { tx, author, held, proposal } = matter;
  await append(tx, {
    ...{ actor: author, type: 'finding.declined', subject: `finding:${held.id}` },
    payload: { finding: held.id, proposal: proposal.id, kind: proposal.kind, reason: because },
  });
  await settle(matter, false, because);
  return { ok: true };
}

/** A second person, another chair or a reviewer, confirms or declines what the chair asked for. */
export function second(
  actor: Actor,
  { finding, proposal: id }: { readonly finding: string; readonly proposal: string },
  said: Seconding,
): Promise<Outcome> {
  return writing(async (tx): Promise<Outcome> => {
    const found = await heldFinding(finding, tx);
    const proposal =
      found === null || !/^[0-9a-f-]{36}$/.test(id)
        ? null
        : await tx.findingProposal.findFirst({ where: { id, findingId: finding } });
    if (found === null || proposal === null) return refused('hidden');
    const subject = proposalSubject(found, proposal);
    const allowed = await guardWithin(tx, actor, 'finding.second', subject, `finding:${finding}`);
    if (!allowed.ok) return allowed;
    const { author } = allowed;
    if (proposal.decidedAt !== null) return refused('decided');
    const { held, signing } = await settled(tx, found);
    const matter = { tx, author, held, proposal };
    return said.accept
      ? confirm(matter, isFresh(held, signing), said.stepUp ?? '')
      : decline(matter, said.reason);
  });
}
