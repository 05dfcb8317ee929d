import 'server-only';
import { z } from 'zod';
import type { Person } from '@/domain/actor';
import type { NoticeKind } from '@/domain/notice/kinds';
import { may } from '@/domain/permission';
import { codingSubject } from '@/domain/review/coding';
import type { Role } from '@/domain/role';
import { PERSON_ROW, personIn } from '@/server/account/people';
import type { Happening, Tx } from '@/server/ledger/chain';
import { type Matter, partsOf } from './matters';

const aboutProposal = z.object({ proposal: z.string() });
const assignment = z.object({ to: z.string() });
const presence = z.object({ present: z.array(z.string()) });

/** Who asked for what was decided: of a record, a finding or the policy. */
async function proposerOf(tx: Tx, payload: unknown): Promise<string[]> {
  const told = aboutProposal.safeParse(payload);
  if (!told.success) return [];
  const one = { where: { id: told.data.proposal }, select: { proposedById: true } };
  const proposal =
    (await tx.proposal.findUnique(one)) ??
    (await tx.findingProposal.findUnique(one)) ??
    (await tx.policyProposal.findUnique(one));
  return proposal === null ? [] : [proposal.proposedById];
}

/** Who signed a finding: voted, forwarded it, closed the vote, asked for its publication or confirmed it. */
async function signersOf(tx: Tx, subject: string): Promise<string[]> {
  const finding = await tx.finding.findUnique({
    where: { id: partsOf(subject)[1] },
    select: {
      ...{ forwardedById: true, decidedById: true },
      votes: { select: { voterId: true }, distinct: ['voterId'] },
      proposals: { select: { proposedById: true, decidedById: true } },
    },
  });
  if (finding === null) return [];
  const { forwardedById, decidedById, votes, proposals } = finding;
  return [
    ...[forwardedById, decidedById, ...votes.map(({ voterId }) => voterId)],
    ...proposals.flatMap((proposal) => [proposal.proposedById, proposal.decidedById]),
  ].filter((id) => id !== null);
}

const liveCoding = (tx: Tx, subject: string) =>
  tx.coding.findFirst({
    where: { incidentId: partsOf(subject)[1], supersededAt: null },
    select: { firstCoderId: true, secondCoderId: true, handedInAt: true, settledRevision: true },
  });

/** Whose coding is wanted: whom it was given to, or where nobody has it, whoever may take it. */
async function wantedOf(tx: Tx, { subject, payload }: Happening, { authors }: Matter) {
  const given = assignment.safeParse(payload);
  if (given.success) return [given.data.to];
  const coding = await liveCoding(tx, subject);
  if (coding === null || coding.secondCoderId !== null) return [];
  const about = codingSubject({
    ...{ authors: [...authors, coding.firstCoderId], assigned: [], handedIn: [] },
  });
  const analysts = await everybodyFor(tx, { roles: ['analyst'], named: [] });
  return analysts
    .filter((person) => may(person, 'coding.blind', about).allowed)
    .map(({ id }) => id);
}

/** The two whose codings are in and differ. */
async function differing(tx: Tx, { subject }: Happening): Promise<string[]> {
  const coding = await liveCoding(tx, subject);
  if (coding?.handedInAt == null || coding.settledRevision !== null) return [];
  return [coding.firstCoderId, coding.secondCoderId].filter((id) => id !== null);
}

/** Who came to a sitting of a session that has a finding to vote on. */
async function calledToVote(tx: Tx, { subject, payload }: Happening): Promise<string[]> {
  const sitting = presence.safeParse(payload);
  if (!sitting.success) return [];
  const open = await tx.agendaItem.findFirst({
    where: { sessionId: partsOf(subject)[1], finding: { state: 'before_commission' } },
    select: { findingId: true },
  });
  return open === null ? [] : sitting.data.present;
}

/** The people an entry concerns by name: who wrote what was judged, asked for what was decided. */
export async function namedIn(
  tx: Tx,
  kind: NoticeKind,
  happening: Happening,
  matter: Matter,
): Promise<readonly string[]> {
  switch (kind) {
    case 'record_returned':
    case 'record_accepted':
      return [...matter.authors, ...matter.coders];
    case 'coding_wanted':
      return wantedOf(tx, happening, matter);
    case 'codings_differ':
      return differing(tx, happening);
    case 'vote_called':
      return calledToVote(tx, happening);
    case 'finding_nominated':
      return matter.authors;
    case 'finding_stale':
      return signersOf(tx, happening.subject);
    case 'finding_published':
    case 'finding_revoked':
      return [...matter.authors, ...(await signersOf(tx, happening.subject))];
    case 'proposal_decided':
      return proposerOf(tx, happening.payload);
    default:
      return [];
  }
}

/** Those named and those who hold one of the roles, as they stand now. */
export async function everybodyFor(
  tx: Tx,
  { roles, named }: { readonly roles: readonly Role[]; readonly named: readonly string[] },
): Promise<Person[]> {
  const users = await tx.user.findMany({
    where: {
      disabledAt: null,
      OR: [
        { id: { in: [...named] } },
        { roles: { some: { revokedAt: null, role: { in: [...roles] } } } },
      ],
    },
    select: PERSON_ROW,
  });
  return users.map(personIn);
}
