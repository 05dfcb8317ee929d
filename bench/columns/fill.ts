import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { COMPILED, syntheticIncidents } from '@/bench/synthetic';
import type { Incident } from '@/domain/incident';
import { hashOf } from '@/domain/ledger';
import { pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { database } from '@/server/database';
import { append, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { keepPolicy } from '@/server/policies';
import { projectionOf } from '@/server/projection';

/** Rows of one statement. */
const CHUNK = 1000;
const author = { kind: 'program', name: 'import' } as const;
const LIBRARY = new URL('../../corpus/pacts.json', import.meta.url);

/** Indexes that searching needs and filling would only wait for. */
const BESIDE = `SELECT indexname FROM pg_indexes
  WHERE tablename IN ('Incident', 'IncidentRevision')
    AND indexname NOT IN ('Incident_pkey', 'IncidentRevision_pkey', 'Incident_ledgerSeq_idx')`;

type Run = (sql: string, values: unknown[]) => Promise<unknown>;

function rowOf(incident: Incident) {
  return { id: incident.id, ...projectionOf(incident), payload: incident, hash: hashOf(incident) };
}

async function insert(run: Run, rows: ReturnType<typeof rowOf>[], seq: number): Promise<void> {
  const json = JSON.stringify(rows);
  await run(
    `INSERT INTO "Incident" ("id", "revision", "ledgerSeq", "dossierId", "published", "title",
      "summary", "startedFrom", "startedTo", "disclosed", "severity", "status", "tlp",
      "victimStates", "accused", "conduct", "objects", "searchText", "reviewState")
    SELECT "id", 1, $2::int, 'synthetic', true, "title", "summary", "startedFrom", "startedTo",
      "disclosed", "severity", "status", "tlp", "victimStates", "accused", "conduct", "objects",
      "searchText", 'accepted'
    FROM jsonb_to_recordset($1::jsonb) AS row ("id" text, "title" text, "summary" text,
      "startedFrom" timestamptz, "startedTo" timestamptz, "disclosed" timestamptz,
      "severity" smallint, "status" text, "tlp" text, "victimStates" text[], "accused" text[],
      "conduct" text[], "objects" text[], "searchText" text)`,
    [json, seq],
  );
  await run(
    `INSERT INTO "IncidentRevision" ("incidentId", "number", "payload", "payloadHash", "reason")
    SELECT "id", 1, "payload", "hash", 'For measuring'
    FROM jsonb_to_recordset($1::jsonb) AS row ("id" text, "payload" jsonb, "hash" text)`,
    [json],
  );
}

/** One entry for the dossier; the pacts and the policy. */
function begin(incidents: number): Promise<number> {
  return writing(async (tx) => {
    const { seq, at } = await append(tx, {
      ...{ actor: author, type: 'dossier.imported', subject: 'dossier:synthetic' },
      payload: { incidents },
    });
    const compiledOn = new Date(`${COMPILED}T00:00:00.000Z`);
    await tx.dossier.create({
      data: { id: 'synthetic', title: 'Synthetic', license: 'CC0-1.0', compiledOn },
    });
    if ((await tx.policyVersion.count()) === 0) await keepPolicy(tx, POLICY_2026_11, new Date(at));
    const { pacts } = pactLibrarySchema.parse(JSON.parse(readFileSync(LIBRARY, 'utf8')));
    for (const pact of pacts) await keepPact(tx, author, pact, new Date(at));
    return seq;
  });
}

async function insertAll(run: Run, incidents: number, seq: number, say: (line: string) => void) {
  let rows: ReturnType<typeof rowOf>[] = [];
  let done = 0;
  for (const incident of syntheticIncidents(incidents)) {
    rows.push(rowOf(incident));
    if (rows.length < CHUNK && done + rows.length < incidents) continue;
    await insert(run, rows, seq);
    done += rows.length;
    rows = [];
    if (done % 50_000 === 0) say(`  ${done.toLocaleString('en')} incidents stored`);
  }
}

/** Fills an empty, migrated database with made-up incidents, past the ledger's one entry an incident. */
export async function fill(
  url: string | null,
  incidents: number,
  say: (line: string) => void,
): Promise<void> {
  const seq = await begin(incidents);
  if (url === null) {
    const run: Run = (sql, values) => database().$executeRawUnsafe(sql, ...values);
    return insertAll(run, incidents, seq, say);
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ indexname: string }>(BESIDE);
    for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`);
    await insertAll((sql, values) => client.query(sql, values), incidents, seq, say);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}
