import 'server-only';
import type { Person } from '@/domain/actor';
import { mayEver } from '@/domain/permission';
import { type DeskItem, type DeskRow, deskOf } from '@/domain/review/desk';
import type { RecordState } from '@/domain/review/record-path';
import { hasFindings, openFindings } from '@/server/commission/open-findings';
import { database } from '@/server/database';
import { proposalSubject } from '@/server/incident/decision';
import { heldRecord } from '@/server/incident/record';
import { blindTo } from './coding-state';
import { subjectOfCoding } from './coding-task';
import { MOST_ITEMS, recordItems } from './record-items';

/** A row of a desk with the way to what it is about. */
export interface ShownRow extends DeskRow {
  readonly href: string;
  /** The record that is judged on the desk itself; null where it is done on a page of its own. */
  readonly incident: string | null;
}

export interface Desk {
  readonly rows: readonly ShownRow[];
  /** Records beyond those listed that wait in the same states. */
  readonly more: number;
}

const waiting = (person: Person): RecordState[] => [
  ...(mayEver(person, 'incident.submit').allowed ? (['draft', 'revised'] as const) : []),
  ...(mayEver(person, 'incident.accept').allowed ? (['submitted', 'in_review'] as const) : []),
  ...(mayEver(person, 'incident.revise').allowed ? (['returned'] as const) : []),
];

type Placed = { readonly item: DeskItem } & Pick<ShownRow, 'href' | 'incident'>;

/** Codings that somebody has to make, or to reconcile. */
async function codingItems(): Promise<Placed[]> {
  const rows = await database().coding.findMany({
    where: {
      ...{ supersededAt: null, settledRevision: null },
      incident: { withdrawnAt: null, retiredInto: null },
    },
    orderBy: { requestedAt: 'asc' },
    take: MOST_ITEMS,
    include: { incident: { select: { title: true, revision: true } } },
  });
  const placed: Placed[] = [];
  for (const { incident, ...coding } of rows) {
    const held = incident.revision === coding.revision ? await heldRecord(coding.incidentId) : null;
    if (held === null) continue;
    const { id, handedInAt, secondCoderId, requestedAt } = coding;
    placed.push({
      item: {
        ...{ kind: 'coding', key: `coding:${id}`, title: incident.title, deadline: null },
        since: (handedInAt ?? coding.assignedAt ?? requestedAt).getTime(),
        state: handedInAt === null ? 'wanted' : 'differs',
        subject: subjectOfCoding(held, coding),
        assigned: secondCoderId === null ? [] : [secondCoderId],
      },
      ...{ href: `/codings/${id}`, incident: null },
    });
  }
  return placed;
}

/** What was proposed for records and waits for a second person. */
async function proposalItems(): Promise<Placed[]> {
  const rows = await database().proposal.findMany({
    where: { decidedAt: null },
    orderBy: { proposedAt: 'asc' },
    take: MOST_ITEMS,
    include: { incident: { select: { title: true } } },
  });
  const placed: Placed[] = [];
  for (const { incident, ...proposal } of rows) {
    const held = await heldRecord(proposal.incidentId);
    if (held === null || held.withdrawn) continue;
    placed.push({
      item: {
        ...{ kind: 'proposal', key: `proposal:${proposal.id}`, state: 'open', deadline: null },
        title: `${proposal.kind}: ${incident.title}`,
        ...{ since: proposal.proposedAt.getTime(), by: 'record.second' },
        subject: await proposalSubject(database(), { proposal, held }),
      },
      ...{ href: `/incidents/${held.id}/history#proposals`, incident: null },
    });
  }
  return placed;
}

/** What waits for one person: by deadline, then by age. Records they still have to code are not judged by them. */
export async function deskFor(person: Person): Promise<Desk> {
  const records = await recordItems(waiting(person));
  const blind = await blindTo(person);
  const placed: Placed[] = records.items.flatMap((item) => {
    const incident = item.key.slice('record:'.length);
    return blind.has(incident) ? [] : [{ item, href: `/incidents/${incident}`, incident }];
  });
  if (mayEver(person, 'coding.blind').allowed) placed.push(...(await codingItems()));
  if (mayEver(person, 'record.second').allowed) placed.push(...(await proposalItems()));
  for (const { item, href } of await openFindings(person))
    placed.push({ item, href, incident: null });
  const byKey = new Map(placed.map(({ item, ...where }) => [item.key, where]));
  const rows = deskOf(
    person,
    placed.map(({ item }) => item),
  );
  return {
    rows: rows.flatMap((row) => {
      const where = byKey.get(row.key);
      return where === undefined ? [] : [{ ...row, ...where }];
    }),
    more: Math.max(0, records.total - records.items.length),
  };
}

/** Whether somebody has anything to do with review. */
export const hasDesk = (person: Person): boolean =>
  waiting(person).length > 0 || hasFindings(person);
