import 'server-only';
import type { Dossier } from '@/domain/dossier';
import type { Incident } from '@/domain/incident';
import { canonicalJson, hashOf } from '@/domain/ledger';
import { firstRecordState } from '@/domain/review/record-path';
import { type Author, accountOf } from './author';
import { append, type Tx, writing } from './ledger';
import { projectionOf } from './projection';

/** Rows per statement: about a megabyte of JSON. */
const CHUNK = 250;

export interface Batch {
  readonly id: string;
  readonly dossier: Dossier;
  readonly published: boolean;
  readonly reason: string;
  /** What was reviewed before it came here; otherwise it begins as an import does. */
  readonly origin?: 'demonstration' | 'imported';
}

export type IngestResult =
  | { readonly ok: true; readonly incidents: number; readonly ledgerSeq: number }
  /** Nothing was written: the batch, or these incidents, are there already. */
  | { readonly ok: false; readonly code: 'exists'; readonly ids: readonly string[] };

interface Stamp {
  readonly seq: number;
  readonly at: string;
  readonly author: string | null;
}

function toRow(incident: Incident, origin: Batch['origin'] = 'imported') {
  const reviewState = firstRecordState(origin, incident.status);
  const kept = { ...projectionOf(incident), reviewState, payload: incident };
  return { id: incident.id, ...kept, hash: hashOf(incident) };
}

/** A large batch may take minutes on a slow machine, in milliseconds. */
const LIMIT = 900_000;

/** From this many rows on the planner is told anew: the embedded database has no autovacuum. */
const MANY = 100;

/** Many incidents as revision 1 in two statements a chunk, the rows handed over as one JSON value. */
async function insertAll(tx: Tx, batch: Batch, rows: ReturnType<typeof toRow>[], stamp: Stamp) {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const json = canonicalJson(rows.slice(from, from + CHUNK));
    await tx.$executeRaw`
      INSERT INTO "Incident" ("id", "revision", "createdAt", "updatedAt", "ledgerSeq", "dossierId",
        "published", "title", "summary", "startedFrom", "startedTo", "disclosed", "severity",
        "status", "tlp", "victimStates", "accused", "conduct", "objects", "searchText",
        "reviewState")
      SELECT "id", 1, ${stamp.at}::timestamptz, ${stamp.at}::timestamptz, ${stamp.seq}::int,
        ${batch.id}, ${batch.published}::bool, "title", "summary", "startedFrom", "startedTo",
        "disclosed", "severity", "status", "tlp", "victimStates", "accused", "conduct", "objects",
        "searchText", "reviewState"
      FROM jsonb_to_recordset(${json}::jsonb) AS row ("id" text, "title" text, "summary" text,
        "startedFrom" timestamptz, "startedTo" timestamptz, "disclosed" timestamptz,
        "severity" smallint, "status" text, "tlp" text, "victimStates" text[], "accused" text[],
        "conduct" text[], "objects" text[], "searchText" text, "reviewState" text)`;
    await tx.$executeRaw`
      INSERT INTO "IncidentRevision" ("incidentId", "number", "payload", "payloadHash",
        "recordedAt", "authorId", "reason")
      SELECT "id", 1, "payload", "hash", ${stamp.at}::timestamptz, ${stamp.author}, ${batch.reason}
      FROM jsonb_to_recordset(${json}::jsonb) AS row ("id" text, "payload" jsonb, "hash" text)`;
  }
}

async function taken(tx: Tx, { id, dossier }: Batch): Promise<string[]> {
  const batch = await tx.dossier.findUnique({ where: { id } });
  const incidents = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Incident" WHERE "id" = ANY(${dossier.incidents.map((each) => each.id)}::text[])`;
  return [...(batch === null ? [] : [batch.id]), ...incidents.map((each) => each.id)];
}

const midnight = (day: string) => new Date(`${day}T00:00:00.000Z`);

/**
 * Takes in a whole dossier inside the caller's transaction, thousands of incidents at once, under
 * ONE ledger entry that holds the hash of each. All or nothing.
 */
export async function ingestWithin(tx: Tx, actor: Author, batch: Batch): Promise<IngestResult> {
  const ids = await taken(tx, batch);
  if (ids.length > 0) return { ok: false, code: 'exists', ids };
  const { id, dossier, published, reason } = batch;
  const { title, license, compiledOn, monitoring } = dossier;
  const rows = dossier.incidents.map((incident) => toRow(incident, batch.origin));
  const incidents = rows.map((row) => ({ incident: row.id, revision: 1, hash: row.hash }));
  const { seq, at } = await append(tx, {
    ...{ actor, type: 'dossier.imported', subject: `dossier:${id}` },
    payload: { title, license, compiledOn, published, reason, monitoring, incidents },
  });
  await tx.dossier.create({
    data: {
      ...{ id, title, license, compiledOn: midnight(compiledOn), importedAt: new Date(at) },
      monitoring: {
        create: monitoring.map((row) => ({
          ...row,
          ...{ from: midnight(row.from), to: midnight(row.to) },
        })),
      },
    },
  });
  await insertAll(tx, batch, rows, { seq, at, author: accountOf(actor) });
  if (rows.length >= MANY) await tx.$executeRaw`ANALYZE "Incident", "IncidentRevision"`;
  return { ok: true, incidents: rows.length, ledgerSeq: seq };
}

/** The same in a transaction of its own. */
export function ingest(actor: Author, batch: Batch): Promise<IngestResult> {
  return writing((tx) => ingestWithin(tx, actor, batch), LIMIT);
}
