import 'server-only';
import type { Person } from '@/domain/actor';
import { mayEver } from '@/domain/permission';
import { type DeskItem, deskOf } from '@/domain/review/desk';
import {
  FINDING_ACTIONS,
  FINDING_PATH,
  type FindingAction,
  type FindingState,
} from '@/domain/review/finding-path';
import { database } from '@/server/database';
import { heldRecord, NOWHERE, subjectOf as recordSubject } from '@/server/incident/record';
import { getPact } from '@/server/pacts';
import { policyInForce } from '@/server/policy-in-force';
import { blindTo } from '@/server/review/coding-state';
import { anyOpenSession, factsFor } from './facts';
import { type HeldFinding, heldFindings, proposalSubject, subjectOf } from './finding';
import { delegatesFor, openSessionOf, rollFrom, sittingsOf } from './roll';

/** The most findings that a desk is told of at once, those that moved longest ago first. */
const MOST_OPEN = 200;

/** Something of the commission's that waits, with the page on which it is done. */
export interface OpenItem {
  readonly item: DeskItem;
  readonly href: string;
}

const OUTCOMES = ['agreed', 'split', 'unilateral', 'procedural'] as const;
/** The states in which a finding waits for whoever may take one of these steps. */
const WAITS: readonly (readonly [FindingAction, readonly FindingState[]])[] = [
  ['forward', ['coded']],
  ['table', ['reviewed', 'procedural']],
  ['vote', ['before_commission']],
  ['decide', ['before_commission']],
  ['publish', OUTCOMES],
  ['supersede', ['stale']],
];

function statesFor(person: Person): FindingState[] {
  const mine = WAITS.filter(([action]) => {
    const { by } = FINDING_PATH[action];
    return by !== 'system' && mayEver(person, by).allowed;
  });
  return [...new Set(mine.flatMap(([, states]) => states))];
}

/** Whether somebody is ever told of findings that wait. */
export const hasFindings = (person: Person): boolean =>
  statesFor(person).length > 0 || mayEver(person, 'finding.second').allowed;

/** Since when it has stood where it stands. */
function since({ row, state }: HeldFinding): Date {
  const last = row.agenda.map(({ tabledAt }) => tabledAt.getTime());
  const moved: { readonly [S in FindingState]?: Date | null } = {
    ...{ coded: row.nominatedAt, reviewed: row.forwardedAt, stale: row.staleAt },
    ...(last.length === 0 ? {} : { before_commission: new Date(Math.max(...last)) }),
  };
  return moved[state] ?? row.decidedAt ?? row.nominatedAt;
}

const titleOf = ({ row }: HeldFinding): string =>
  `${row.incident.title} (${row.accused}, ${row.clauseId} of ${row.pactId})`;

/** What each reader of a list needs of the world, read once for all findings in it. */
async function worldFor(findings: readonly HeldFinding[]) {
  const within = database();
  const pactIds = [...new Set(findings.map(({ row }) => row.pactId))];
  const delegates = new Map<string, Awaited<ReturnType<typeof delegatesFor>>>();
  const versions = new Map<string, number | undefined>();
  for (const id of pactIds) {
    delegates.set(id, await delegatesFor(within, id));
    versions.set(id, (await getPact(id))?.version);
  }
  const ids = findings.map(({ id }) => id);
  return {
    ...{ delegates, versions, sittings: await sittingsOf(within, findings) },
    ...{ policy: (await policyInForce()).version, anySession: await anyOpenSession() },
    votes: await within.vote.findMany({
      where: { findingId: { in: ids } },
      select: { findingId: true, sessionId: true, voterId: true },
    }),
    proposals: await within.findingProposal.findMany({
      where: { findingId: { in: ids }, decidedAt: null },
    }),
  };
}
type World = Awaited<ReturnType<typeof worldFor>>;

/** Whether it still rests on the revision, pact and policy of now; the act itself compares all it rests on. */
function looksFresh({ content, row }: HeldFinding, { versions, policy }: World): boolean {
  if (content === null) return true;
  const same = content.record.revision === row.incident.revision && content.policy === policy;
  return same && content.pact.version === versions.get(row.pactId);
}

async function itemOf(person: Person, held: HeldFinding, world: World): Promise<OpenItem> {
  const { id, row, state } = held;
  const roll = rollFrom(held, world.sittings, world.delegates.get(row.pactId) ?? []);
  const session = openSessionOf(held);
  const record = state === 'stale' ? await heldRecord(row.incidentId) : null;
  const asked = world.proposals.filter(({ findingId }) => findingId === id);
  return {
    item: {
      ...{ kind: 'finding', key: `finding:${id}`, title: titleOf(held), state },
      ...{ since: since(held).getTime(), deadline: null, subject: subjectOf(held) },
      record: record === null ? NOWHERE : recordSubject(record),
      facts: factsFor(person, held, {
        ...{ roll, fresh: looksFresh(held, world), anySession: world.anySession },
      }),
      voted: world.votes
        .filter((vote) => vote.findingId === id && vote.sessionId === session)
        .map(({ voterId }) => voterId),
      proposed: FINDING_ACTIONS.filter((action) => asked.some(({ kind }) => kind === action)),
    },
    href: `/findings/${id}`,
  };
}

/** Publications and revocations that wait for their second person. */
async function secondings(): Promise<OpenItem[]> {
  const rows = await database().findingProposal.findMany({
    where: { decidedAt: null },
    orderBy: { proposedAt: 'asc' },
    take: MOST_OPEN,
  });
  const findings = await heldFindings({ id: { in: rows.map(({ findingId }) => findingId) } });
  return rows.flatMap((row): OpenItem[] => {
    const held = findings.find(({ id }) => id === row.findingId);
    if (held === undefined) return [];
    return [
      {
        item: {
          ...{ kind: 'proposal', key: `seconding:${row.id}`, state: 'open', deadline: null },
          ...{ title: `${row.kind}: ${titleOf(held)}`, since: row.proposedAt.getTime() },
          ...{ by: 'finding.second', subject: proposalSubject(held, row) },
        },
        href: `/findings/${held.id}`,
      },
    ];
  });
}

/**
 * Findings that wait for somebody: to be forwarded, put before a session, voted on, closed, published,
 * confirmed or nominated anew. Whoever still has to code the incident is told of none of it.
 */
export async function openFindings(person: Person): Promise<OpenItem[]> {
  const states = statesFor(person);
  const rows = await database().finding.findMany({
    where: { state: { in: states } },
    orderBy: { ledgerSeq: 'asc' },
    take: MOST_OPEN,
    select: { id: true },
  });
  const blind = await blindTo(person);
  const held = (await heldFindings({ id: { in: rows.map(({ id }) => id) } })).filter(
    ({ row }) => !blind.has(row.incidentId),
  );
  const world = held.length === 0 ? null : await worldFor(held);
  const items: OpenItem[] = [];
  if (world !== null) for (const each of held) items.push(await itemOf(person, each, world));
  return mayEver(person, 'finding.second').allowed ? [...items, ...(await secondings())] : items;
}

/** How many findings wait for somebody who may do something about them now. */
export async function countOpenFindings(person: Person): Promise<number> {
  const items = await openFindings(person);
  const rows = deskOf(
    person,
    items.map(({ item }) => item),
  );
  return rows.filter(({ actions }) => actions.some(({ allowed }) => allowed)).length;
}
