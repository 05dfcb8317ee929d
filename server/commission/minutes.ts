import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/domain/actor';
import type { Minutes, MinutesItem } from '@/domain/review/minutes';
import { commissionDecisionSchema } from '@/domain/review/reckoning';
import { seatsOf } from '@/domain/review/roll';
import { highestTlp } from '@/domain/tlp';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { recordsLike } from '@/server/ledger/records';
import { briefOf, lookAt, namesOf, votesShown } from './brief';
import { type HeldFinding, heldFindings } from './finding';
import { votesIn } from './roll';
import { sessionPage } from './session-page';

/** More entries than any finding or session has. */
const MOST = 10_000;

const decidedSchema = z.object({
  session: z.string(),
  reckoning: z.string(),
  ...commissionDecisionSchema.shape,
});

/** What a session decided on a finding, as the ledger has it; a later session may have decided anew. */
async function decidedIn(finding: string, session: string): Promise<MinutesItem['decided']> {
  const records = await recordsLike({
    ...{ subject: `finding:${finding}`, type: 'finding.decided', size: MOST },
  });
  for (const { seq, at, actor, payload } of records) {
    const { data } = decidedSchema.safeParse(payload);
    if (data?.session !== session) continue;
    const { outcome, ground, positions, reckoning } = data;
    const by = (await namesOf([actor]))(actor);
    return { decision: { outcome, ground, positions }, at, by, seq, reckoning };
  }
  return null;
}

async function seatsAt(
  { reckoning }: HeldFinding,
  session: string,
  voted: ReadonlySet<string>,
): Promise<MinutesItem['seats']> {
  if (reckoning?.session !== session) return [];
  const seats = seatsOf(reckoning.roll);
  const named = await namesOf(seats.map(({ id }) => id));
  return seats.map((seat) => ({ ...seat, name: named(seat.id).name, voted: voted.has(seat.id) }));
}

async function itemOf(
  actor: Actor,
  held: HeldFinding,
  { session, tabledAt }: { readonly session: string; readonly tabledAt: Date },
): Promise<MinutesItem> {
  const brief = await briefOf(actor, await lookAt(held));
  const { id, version, incident, pact, clause, accused, asOf, sides, computed, contentHash } =
    brief;
  const votes = await votesIn(held.id, session);
  const named = await namesOf(votes.map(({ by }) => by));
  const decided = await decidedIn(held.id, session);
  return {
    ...{ id, version, incident, pact, clause, accused, asOf, sides, computed, contentHash },
    ...{ tabledAt: tabledAt.toISOString(), decided },
    seats: await seatsAt(held, session, new Set(votes.map(({ by }) => by))),
    votes: votesShown({ votes, named }, actor, decided !== null),
  };
}

async function entriesOf(session: string): Promise<Minutes['entries']> {
  const records = await recordsLike({ subject: `session:${session}`, size: MOST });
  return records
    .map(({ seq, at, type, payloadHash }) => ({ seq, at, type, payloadHash }))
    .sort((one, other) => one.seq - other.seq);
}

/** The minutes of a session as one reader may see them; null where there is none. */
export async function minutesOf(actor: Actor, id: string): Promise<Minutes | null> {
  const page = await sessionPage(actor, id);
  if (page === null) return null;
  const agenda = await database().agendaItem.findMany({
    where: { sessionId: id },
    orderBy: { tabledAt: 'asc' },
  });
  const readable = page.agenda.map((finding) => finding.id);
  const held = new Map(
    (await heldFindings({ id: { in: readable } })).map((each) => [each.id, each]),
  );
  const items: MinutesItem[] = [];
  for (const { findingId, tabledAt } of agenda) {
    const each = held.get(findingId);
    if (each !== undefined) items.push(await itemOf(actor, each, { session: id, tabledAt }));
  }
  const { title, convenedAt, convenedBy, closedAt, closedBy, sittings } = page;
  return {
    ...{ id, title, convenedAt, convenedBy, closedAt, closedBy, sittings, items },
    tlp: highestTlp([...held.values()].map(({ tlp }) => tlp)),
    ...{ issuedAt: new Date(now()).toISOString(), withheld: agenda.length - items.length },
    entries: await entriesOf(id),
  };
}
