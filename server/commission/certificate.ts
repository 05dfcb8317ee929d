import 'server-only';
import type { Actor } from '@/domain/actor';
import type { LedgerRecord } from '@/domain/ledger';
import { hexOf } from '@/domain/merkle';
import { type Certificate, certificateOf } from '@/domain/review/certificate';
import type { Roll } from '@/domain/review/roll';
import type { Tlp } from '@/domain/tlp';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { recordsLike } from '@/server/ledger/records';
import { ledgerTree } from '@/server/ledger/tree';
import { namesOf } from './brief';
import { type HeldFinding, verdictIn } from './finding';
import { readableFinding } from './finding-page';
import { type Outcome, refused } from './outcome';
import { votesIn } from './roll';

/** More entries than any finding or session has. */
const MOST = 10_000;

/** Entries that say how a finding was decided; what was refused on the way is nobody else's business. */
async function entriesOf({ id, row }: HeldFinding): Promise<LedgerRecord[]> {
  const subjects = [`finding:${id}`, ...row.agenda.map(({ sessionId }) => `session:${sessionId}`)];
  const lists = await Promise.all(subjects.map((subject) => recordsLike({ subject, size: MOST })));
  return lists
    .flat()
    .filter(({ type }) => type !== 'finding.refused')
    .sort((one, other) => one.seq - other.seq);
}

async function provenEntries(held: HeldFinding): Promise<Certificate['ledger']> {
  const records = await entriesOf(held);
  const tree = await ledgerTree();
  const treeSize = tree.size;
  return {
    ...{ treeSize, root: hexOf(tree.rootAt(treeSize)) },
    entries: records
      .filter(({ seq }) => seq <= treeSize)
      .map(({ seq, at, actor, type, subject, payloadHash, payload, salt }) => ({
        ...{ seq, at, actor, type, subject, payloadHash, salt },
        payload: JSON.parse(JSON.stringify(payload)),
        path: tree.inclusion(seq - 1, treeSize).map(hexOf),
      })),
  };
}

type Part = readonly [id: string, role: string];

/** Who took part, and as what. */
async function peopleIn(parts: readonly Part[]): Promise<Certificate['people']> {
  const named = await namesOf(parts.map(([id]) => id));
  const ids = [...new Set(parts.map(([id]) => id))];
  return ids.map((id) => ({
    ...named(id),
    roles: [...new Set(parts.filter(([each]) => each === id).map(([, role]) => role))],
  }));
}

function sitting({ delegates, sides, convocations }: Roll): Part[] {
  const parties = [...sides.accused, ...sides.complainant];
  return [
    ...delegates
      .filter(({ party }) => parties.includes(party))
      .map(({ id, party }): Part => [id, `delegate of ${party}`]),
    ...convocations.flatMap(({ chair }): Part[] => (chair === null ? [] : [[chair, 'chair']])),
  ];
}

/** How it was published: by whom it was asked for and confirmed. */
async function publicationOf({ id, row }: HeldFinding): Promise<Certificate['publication'] | null> {
  const step = await database().findingStep.findFirst({
    where: { findingId: id, action: 'publish' },
  });
  const proposal = await database().findingProposal.findFirst({
    where: { findingId: id, kind: 'publish', accepted: true },
  });
  const word = verdictIn(row.publishedWord);
  const confirmedBy = step?.actorId ?? null;
  if (row.publishedAt === null || word === null || confirmedBy === null || proposal === null)
    return null;
  const proposedBy = proposal.proposedById;
  return { word, at: row.publishedAt.toISOString(), proposedBy, confirmedBy };
}

async function statementsOn(held: HeldFinding, session: string) {
  const votes = await votesIn(held.id, session);
  const replies = await database().reply.findMany({
    where: { findingId: held.id },
    orderBy: { seq: 'asc' },
  });
  return {
    votes: votes.map((vote) => ({ ...vote, at: vote.at.toISOString() })),
    replies: replies.map(({ seq, delegateId: by, text, textHash, at }) => ({
      ...{ seq, by, text, textHash, at: at.toISOString() },
    })),
  };
}

async function whole(held: HeldFinding): Promise<Certificate | null> {
  const { row, content, reckoning, authors } = held;
  const publication = await publicationOf(held);
  const { contentHash, forwardedById, decidedById, decidedAt } = row;
  if (content === null || contentHash === null || reckoning === null || publication === null)
    return null;
  if (forwardedById === null || decidedById === null || decidedAt === null) return null;
  const { roll, session } = reckoning;
  const people = await peopleIn([
    ...authors.map((id): Part => [id, 'recorded, coded or nominated it']),
    [row.nominatedById, 'nominated it'],
    [forwardedById, 'forwarded it to the commission'],
    ...sitting(roll),
    [decidedById, 'closed the vote'],
    [publication.proposedBy, 'asked for its publication'],
    [publication.confirmedBy, 'confirmed its publication'],
  ]);
  return certificateOf({
    issuedAt: new Date(now()).toISOString(),
    finding: {
      ...{ id: held.id, version: row.version, supersedes: row.supersedesId, state: held.state },
      ...{ nominatedBy: row.nominatedById, forwardedBy: forwardedById },
    },
    ...{ content, contentHash, publication, people },
    inputs: JSON.parse(JSON.stringify(row.inputs)),
    ...(await statementsOn(held, session)),
    decision: { by: decidedById, at: decidedAt.toISOString(), reckoning },
    ledger: await provenEntries(held),
  });
}

/** The certificate of a published finding, for whoever may read it, with the marking of its record. */
export async function certificateFor(
  actor: Actor,
  id: string,
): Promise<Outcome<{ certificate: Certificate; tlp: Tlp }>> {
  const read = await readableFinding(actor, id);
  if (!read.ok) return read;
  const certificate = await whole(read.held);
  return certificate === null
    ? refused('not_published')
    : { ok: true, certificate, tlp: read.held.tlp };
}
