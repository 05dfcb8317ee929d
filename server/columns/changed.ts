import 'server-only';
import type { Instant } from '@/domain/dates';
import { type Incident, incidentSchema } from '@/domain/incident';
import { markingOf } from '@/domain/tlp';
import { Prisma } from '@/prisma/generated/client';
import { scoredAt } from '@/server/corpus/kept';
import { database } from '@/server/database';
import { knownEvidence } from '@/server/evidence/item';
import type { Marked } from './roll';

/** An incident as it is packed: without claims that are suspended. */
export interface Packable extends Marked {
  readonly incident: Incident;
}

/** An incident that some ledger entry touched. */
export interface Changed {
  readonly id: string;
  /** Null: withdrawn, or merged into another. */
  readonly now: Packable | null;
  /** Since when it has been known and counted as it is now, at the latest; -Infinity: always. */
  readonly since: Instant;
  /** The ledger entry that last touched it. */
  readonly ledgerSeq: number;
}

interface Row {
  id: string;
  ledgerSeq: number;
  revision: number;
  published: boolean;
  gone: boolean;
  imported: boolean;
  doubted: boolean;
  tlp: string;
  recordedAt: Date;
  mergedAt: Date | null;
  payload: unknown;
}

/** Rows read at once: no more incidents than these are ever in memory. */
const PAGE = 250;
/** Incidents read between two turns of others. */
const STRETCH = 20;
export const othersTurn = () => new Promise<void>((go) => setImmediate(go));

/** The page is chosen first: joined to all revisions at once, each page would be read from the first on. */
const rowsWhere = (condition: Prisma.Sql, size: number): Promise<Row[]> =>
  database().$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT * FROM "Incident" i WHERE ${condition} ORDER BY i."id" LIMIT ${size}::int)
    SELECT i."id", i."ledgerSeq", i."revision", i."published", i."tlp", r."recordedAt", r."payload",
      i."withdrawnAt" IS NOT NULL OR i."retiredInto" IS NOT NULL AS "gone",
      i."dossierId" IS NOT NULL AS "imported",
      EXISTS (SELECT FROM "EvidenceItem" e WHERE e."incidentId" = i."id"
        AND (e."mismatchedAt" IS NOT NULL OR e."withdrawnAt" IS NOT NULL)) AS "doubted",
      (SELECT max(GREATEST(m."at", m."undoneAt")) FROM "RetiredIncident" m
        WHERE m."incidentId" = i."id") AS "mergedAt"
    FROM page i
    JOIN "IncidentRevision" r ON r."incidentId" = i."id" AND r."number" = i."revision"
    ORDER BY i."id"`;

/** Those that entries after one touched, of which there may be few; or all. */
const touchedAfter = (since: number): Prisma.Sql =>
  since < 0
    ? Prisma.sql`true`
    : Prisma.sql`i."id" = ANY(ARRAY(SELECT "id" FROM "Incident" WHERE "ledgerSeq" > ${since}::int))`;

/** Evidence of those rows where any is in doubt or withdrawn: few. */
async function evidenceOf(rows: readonly Row[]) {
  const doubted = rows.filter((row) => row.doubted).map(({ id }) => id);
  return doubted.length === 0 ? [] : knownEvidence(doubted);
}

type Evidence = Awaited<ReturnType<typeof knownEvidence>>;

function changedOf(row: Row, evidence: Evidence): Changed {
  const { id, ledgerSeq, revision, published, imported, recordedAt, mergedAt } = row;
  const own = evidence.filter(({ incidentId }) => incidentId === id);
  const since = Math.max(
    imported && revision === 1 ? -Infinity : recordedAt.getTime(),
    mergedAt?.getTime() ?? -Infinity,
    ...own.flatMap((one) => [
      ...[one.addedAt, one.mismatchedAt ?? -Infinity, one.withdrawnAt ?? -Infinity],
    ]),
  );
  if (row.gone) return { id, ledgerSeq, since, now: null };
  const incident = scoredAt(incidentSchema.parse(row.payload), own, Infinity);
  const now = { revision, published, marking: markingOf(row.tlp), incident };
  return { id, ledgerSeq, since, now };
}

/** Every incident that ledger entries after `since` touched, as it is now, a page at a time. */
export async function* changedPages(since: number): AsyncGenerator<readonly Changed[]> {
  let after = '';
  for (;;) {
    const rows = await rowsWhere(Prisma.sql`${touchedAfter(since)} AND i."id" > ${after}`, PAGE);
    const evidence = await evidenceOf(rows);
    const page: Changed[] = [];
    for (const [at, row] of rows.entries()) {
      page.push(changedOf(row, evidence));
      if (at % STRETCH === STRETCH - 1) await othersTurn();
    }
    if (page.length > 0) yield page;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

/** Some incidents as they are packed now, by id; absent: no longer there. */
export async function packablesOf(ids: readonly string[]): Promise<Map<string, Packable>> {
  const rows = await rowsWhere(Prisma.sql`i."id" = ANY(${[...ids]}::text[])`, ids.length);
  const evidence = await evidenceOf(rows);
  const found = new Map<string, Packable>();
  for (const [at, row] of rows.entries()) {
    const { now } = changedOf(row, evidence);
    if (now !== null) found.set(row.id, now);
    if (at % STRETCH === STRETCH - 1) await othersTurn();
  }
  return found;
}
