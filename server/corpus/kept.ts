import 'server-only';
import type { Instant } from '@/domain/dates';
import { withoutSuspended } from '@/domain/evidence-mismatch';
import { type KnownEvidence, suspendedAt } from '@/domain/evidence-standing';
import { type Incident, incidentSchema } from '@/domain/incident';
import { markingOf, type Tlp } from '@/domain/tlp';
import { Prisma } from '@/prisma/generated/client';
import { database } from '@/server/database';
import { knownEvidence } from '@/server/evidence/item';

/** A stretch of time in which another record stood for this one; null: it still does. */
interface Merge {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** An incident as it is held in memory: its current revision, and what rewinding has to know. */
export interface KeptIncident {
  /** As it is scored: without claims that are suspended today. */
  readonly incident: Incident;
  readonly revision: number;
  /** SHA-256 of that revision's document. */
  readonly payloadHash: string;
  readonly published: boolean;
  /** Today's marking, whatever the revision shown says. */
  readonly marking: Tlp;
  /** As it was written down. */
  readonly written: Incident;
  readonly recordedAt: Instant;
  /** Its first revision was history when it came in. */
  readonly imported: boolean;
  readonly merges: readonly Merge[];
  /** Its evidence, where any of it is in doubt or withdrawn. */
  readonly evidence: readonly KnownEvidence[];
}

interface Row {
  id: string;
  revision: number;
  published: boolean;
  withdrawn: boolean;
  imported: boolean;
  tlp: string;
  recordedAt: Date;
  payload: unknown;
  payloadHash: string;
}

const PAGE = 2000;

/** The incident without the claims that were suspended at an instant for the sake of their evidence. */
export const scoredAt = (
  incident: Incident,
  evidence: readonly KnownEvidence[],
  at: Instant,
): Incident =>
  evidence.length === 0
    ? incident
    : withoutSuspended(incident, suspendedAt(incident, evidence, at));

/** Whether another record stood for it at an instant. */
export const mergedAt = ({ merges }: KeptIncident, at: Instant): boolean =>
  merges.some(({ from, to }) => from <= at && (to === null || to > at));

function grouped<T extends { incidentId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.incidentId, [...(groups.get(row.incidentId) ?? []), row]);
  return groups;
}

/** What is kept beside the revisions: merges, and evidence in doubt or withdrawn. Both are few. */
async function circumstances() {
  const [merges, evidence] = await Promise.all([
    database().retiredIncident.findMany(),
    knownEvidence(null),
  ]);
  return { merges: grouped(merges), evidence: grouped(evidence) };
}

function keptOf(row: Row, about: Awaited<ReturnType<typeof circumstances>>): KeptIncident {
  const { id, revision, payloadHash, published, imported, tlp, payload } = row;
  const written = incidentSchema.parse(payload);
  const evidence = about.evidence.get(id) ?? [];
  return {
    ...{ incident: scoredAt(written, evidence, Infinity), written, evidence },
    ...{ revision, payloadHash, published, imported, marking: markingOf(tlp) },
    recordedAt: row.recordedAt.getTime(),
    merges: (about.merges.get(id) ?? []).map(({ at, undoneAt }) => ({
      from: at.getTime(),
      to: undoneAt?.getTime() ?? null,
    })),
  };
}

const rowsWhere = (condition: Prisma.Sql, size: number): Promise<Row[]> =>
  database().$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT * FROM "Incident" i WHERE ${condition} ORDER BY i."id" LIMIT ${size}::int)
    SELECT i."id", i."revision", i."published", i."tlp", i."withdrawnAt" IS NOT NULL AS "withdrawn",
      i."dossierId" IS NOT NULL AS "imported", r."recordedAt", r."payload", r."payloadHash"
    FROM page i
    JOIN "IncidentRevision" r ON r."incidentId" = i."id" AND r."number" = i."revision"
    ORDER BY i."id"`;

/** Some incidents as they are now, by id; absent: withdrawn, or not there. */
export async function keptIncidents(ids: readonly string[]): Promise<Map<string, KeptIncident>> {
  if (ids.length === 0) return new Map();
  const [rows, about] = await Promise.all([
    rowsWhere(Prisma.sql`i."id" = ANY(${[...ids]}::text[])`, ids.length),
    circumstances(),
  ]);
  const there = rows.filter(({ withdrawn }) => !withdrawn);
  return new Map(there.map((row) => [row.id, keptOf(row, about)] as const));
}

/** Every incident that ledger entries after `since` touched, as it is now; null: withdrawn. */
export async function changedSince(since: number): Promise<Map<string, KeptIncident | null>> {
  const changed = new Map<string, KeptIncident | null>();
  const about = await circumstances();
  let after = '';
  for (;;) {
    const rows = await rowsWhere(
      Prisma.sql`i."ledgerSeq" > ${since}::int AND i."id" > ${after}`,
      PAGE,
    );
    for (const row of rows) changed.set(row.id, row.withdrawn ? null : keptOf(row, about));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return changed;
    after = last.id;
  }
}
