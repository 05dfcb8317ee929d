import 'server-only';
import type { SubjectOf } from '@/domain/permission';
import type { DeskItem } from '@/domain/review/desk';
import type { RecordState } from '@/domain/review/record-path';
import { markingOf } from '@/domain/tlp';
import type { Prisma } from '@/prisma/generated/client';
import { database } from '@/server/database';
import { stateIn } from '@/server/incident/record';

/** Most records of a kind that a desk is told of at once; how many more wait is counted. */
export const MOST_ITEMS = 500;

/** Records that stand for themselves. */
export const STANDING: Prisma.IncidentWhereInput = { withdrawnAt: null, retiredInto: null };

export const ABOUT = {
  ...{ id: true, title: true, revision: true, published: true, tlp: true, reviewState: true },
  createdAt: true,
  revisions: { select: { authorId: true }, distinct: ['authorId'] },
  codings: {
    select: {
      ...{ revision: true, firstCoderId: true, secondCoderId: true, handedInAt: true },
      ...{ settledRevision: true, supersededAt: true, reconciledById: true },
    },
  },
  steps: { orderBy: { id: 'desc' }, take: 1, select: { at: true } },
} as const satisfies Prisma.IncidentSelect;
export type RecordRow = Prisma.IncidentGetPayload<{ select: typeof ABOUT }>;

/** Everybody who wrote or coded a record, or settled two codings of it. */
export function handsOn({ revisions, codings }: RecordRow): string[] {
  const written = revisions.map(({ authorId }) => authorId);
  const coded = codings.flatMap((each) => [
    ...[each.firstCoderId, each.secondCoderId, each.reconciledById],
  ]);
  return [...new Set([...written, ...coded])].filter((id) => id !== null);
}

/** What the privilege table asks of a record that is judged. */
export function subjectIn(row: RecordRow): SubjectOf<'incident.accept'> {
  const { published, tlp } = row;
  return { kind: 'record', published, tlp: markingOf(tlp), authors: handsOn(row) };
}

/** A record as something that waits. */
export function recordItem(row: RecordRow): DeskItem & { readonly kind: 'record' } {
  const { id, title, revision, codings, steps, createdAt } = row;
  const live = codings.find(({ supersededAt }) => supersededAt === null);
  const settled = live?.settledRevision ?? null;
  const covers = live !== undefined && (settled !== null || live.revision === revision);
  return {
    ...{ kind: 'record', key: `record:${id}`, title, state: stateIn(row.reviewState) },
    ...{ since: (steps[0]?.at ?? createdAt).getTime(), deadline: null, subject: subjectIn(row) },
    facts: {
      second_coding: covers && live.handedInAt !== null,
      reconciled: covers && settled !== null,
    },
  };
}

/** The records in some states, those that have waited longest first, and how many there are. */
export async function recordItems(states: readonly RecordState[]) {
  if (states.length === 0) return { items: [], total: 0 };
  const where = { ...STANDING, reviewState: { in: [...states] } };
  const total = await database().incident.count({ where });
  const rows = await database().incident.findMany({
    ...{ where, select: ABOUT, take: MOST_ITEMS },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
  });
  return { items: rows.map(recordItem), total };
}
