import 'server-only';
import type { Actor } from '@/domain/actor';
import type { Pact } from '@/domain/pact';
import { actsOn } from '@/domain/review/acts';
import type { FindingBrief, Named, VoteView } from '@/domain/review/finding-view';
import { countsAsSigned, publishedWord } from '@/domain/review/publication';
import { absentSide, quorumOf, type Roll, seatsOf } from '@/domain/review/roll';
import { contentOf, type SignedContent, type Signing } from '@/domain/review/signature';
import type { Vote } from '@/domain/review/vote';
import { database } from '@/server/database';
import { heldRecord, NOWHERE, subjectOf as recordSubject } from '@/server/incident/record';
import { getPact } from '@/server/pacts';
import { anyOpenSession, factsFor } from './facts';
import { type HeldFinding, proposalSubject, subjectOf } from './finding';
import { openSessionOf, rollOf, votesIn } from './roll';
import { isFresh, signingOf } from './signing';

/** Names by id, for whoever is shown. */
export async function namesOf(ids: readonly string[]): Promise<(id: string) => Named> {
  const users = await database().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? 'unknown' });
}

/** A finding with what its views are made from. */
export interface Looked {
  readonly held: HeldFinding;
  readonly signing: Signing | null;
  readonly pact: Pact | null;
  readonly roll: Roll;
  /** The session it is before, else the one that decided on it, else the last. */
  readonly session: string | null;
  readonly votes: readonly (Vote & { readonly at: Date })[];
  readonly named: (id: string) => Named;
}

export async function lookAt(held: HeldFinding): Promise<Looked> {
  const { row, reckoning } = held;
  const [signing, pact, roll] = await Promise.all([
    signingOf(held),
    getPact(row.pactId, row.pactVersion),
    rollOf(database(), held),
  ]);
  const decided = held.state === 'before_commission' ? null : (reckoning?.session ?? null);
  const session = openSessionOf(held) ?? decided ?? row.agenda.at(-1)?.sessionId ?? null;
  const votes = session === null ? [] : await votesIn(held.id, session);
  const shownRoll = decided === session && reckoning !== null ? reckoning.roll : roll;
  const named = await namesOf([
    ...shownRoll.delegates.map(({ id }) => id),
    ...votes.map(({ by }) => by),
  ]);
  return { held, signing, pact, roll: shownRoll, session, votes, named };
}

/** What its signers see, or what would be fixed now. */
export const contentNow = ({ held, signing }: Looked): SignedContent | null =>
  held.content ?? (signing === null ? null : contentOf(signing));

/** Positions are told once the commission has decided (`open`); before, each delegate sees their own alone. */
export function votesShown(
  { votes, named }: Pick<Looked, 'votes' | 'named'>,
  actor: Actor,
  open: boolean,
): VoteView[] {
  const last = new Map(votes.map(({ by, seq }) => [by, seq]));
  return votes.map(({ seq, by, at, position, text, textHash }) => {
    const told = open || (actor.kind === 'person' && actor.id === by);
    return {
      ...{ seq, by: named(by), at: at.toISOString(), superseded: last.get(by) !== seq },
      ...(told ? { position, text, textHash } : { position: null, text: null, textHash: null }),
    };
  });
}

async function sessionOf(id: string | null): Promise<FindingBrief['session']> {
  const found =
    id === null ? null : await database().commissionSession.findUnique({ where: { id } });
  return found === null
    ? null
    : { id: found.id, title: found.title, open: found.closedAt === null };
}

async function waitingFor(held: HeldFinding) {
  return database().findingProposal.findFirst({
    where: { findingId: held.id, decidedAt: null },
    include: { proposedBy: { select: { id: true, name: true } } },
  });
}

/** A finding without its reasoning, as one reader sees it. */
export async function briefOf(actor: Actor, looked: Looked): Promise<FindingBrief> {
  const { held, pact, roll, session, votes, named, signing } = looked;
  const { row, state, coordinates, reckoning } = held;
  const content = contentNow(looked);
  const clause = pact?.clauses.find(({ id }) => id === row.clauseId);
  const decision = state === 'before_commission' ? null : (reckoning?.decision ?? null);
  const record = await heldRecord(row.incidentId);
  const waiting = await waitingFor(held);
  const world = { roll, fresh: isFresh(held, signing), anySession: await anyOpenSession() };
  const proposal =
    waiting === null ? null : { kind: waiting.kind, subject: proposalSubject(held, waiting) };
  const voters = new Set(votes.map(({ by }) => by));
  return {
    ...{ id: held.id, version: row.version, state, accused: row.accused, asOf: coordinates.asOf },
    incident: { id: row.incidentId, title: row.incident.title },
    pact: {
      ...{ id: row.pactId, version: row.pactVersion, title: pact?.title ?? row.pactId },
      hypothetical: pact?.kind === 'hypothetical',
    },
    clause: {
      ...{ id: row.clauseId, reference: clause?.reference ?? '', text: clause?.text ?? '' },
    },
    sides: held.sides,
    computed:
      content === null
        ? null
        : {
            ...{ verdict: content.verdict, robustness: content.robustness },
            sentence: content.sentence,
          },
    contentHash: row.contentHash,
    decision,
    word:
      content === null || decision === null
        ? null
        : publishedWord({ verdict: content.verdict, robustness: content.robustness, decision }),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    signed: world.fresh && countsAsSigned(state, decision?.outcome ?? null),
    session: await sessionOf(session),
    quorum: session === null ? null : quorumOf(roll),
    absent: session === null ? null : absentSide(roll),
    seats: seatsOf(roll).map((seat) => ({
      ...{ ...seat, name: named(seat.id).name, voted: voters.has(seat.id) },
    })),
    votes: votesShown(
      looked,
      actor,
      state !== 'before_commission' && reckoning?.session === session,
    ),
    proposal:
      waiting === null
        ? null
        : {
            ...{ id: waiting.id, kind: waiting.kind, reason: waiting.reason },
            ...{ by: waiting.proposedBy, at: waiting.proposedAt.toISOString() },
          },
    acts: actsOn(actor, {
      ...{ state, subject: subjectOf(held), facts: factsFor(actor, held, world), proposal },
      record: record === null ? NOWHERE : recordSubject(record),
    }),
  };
}
