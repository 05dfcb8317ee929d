import 'server-only';
import { type Incident, incidentSchema } from '@/domain/incident';
import { hashOf } from '@/domain/ledger';
import { firstRecordState, type RecordState } from '@/domain/review/record-path';
import { Prisma } from '@/prisma/generated/client';
import { type Author, accountOf } from './author';
import { database } from './database';
import { stateIn } from './incident/record';
import {
  conditionOf,
  type IncidentQuery,
  orderOf,
  type Visibility,
  visibleTo,
} from './incident-search';
import { plainJson } from './json';
import { append, type Tx, writing } from './ledger';
import { projectionOf } from './projection';

/** A revision that was written. */
export interface Written {
  readonly ok: true;
  readonly revision: number;
  readonly ledgerSeq: number;
}

export type LogResult = Written | { readonly ok: false; readonly code: 'exists' };

export type ReviseResult =
  | Written
  | { readonly ok: false; readonly code: 'unknown' | 'renamed' | 'unchanged' }
  /** Somebody revised it meanwhile; `current` is the revision to look at. */
  | { readonly ok: false; readonly code: 'stale'; readonly current: number };

/** One revision as it is kept, beside the document itself. */
export interface IncidentRecord {
  readonly incident: Incident;
  readonly revision: number;
  readonly published: boolean;
  /** Where it stands on its path. */
  readonly state: RecordState;
  readonly payloadHash: string;
  readonly recordedAt: Date;
}

/** A revision to be written, and what else its ledger entry shall say. */
export interface Writing {
  readonly actor: Author;
  readonly incident: Incident;
  readonly reason: string;
  readonly beside?: Readonly<Record<string, string | number>>;
}

interface Numbered extends Writing {
  readonly number: number;
  readonly basedOn: number | null;
  readonly type: 'incident.logged' | 'incident.revised';
}

/** The ledger entry and the revision row; the caller writes the incident's own row between them. */
async function record(tx: Tx, { actor, incident, reason, number, basedOn, ...more }: Numbered) {
  const payloadHash = hashOf(incident);
  const said = { incident: incident.id, revision: number, basedOn, hash: payloadHash, reason };
  const entry = await append(tx, {
    ...{ actor, type: more.type, subject: `incident:${incident.id}` },
    payload: { ...said, ...more.beside },
  });
  const revision: Prisma.IncidentRevisionUncheckedCreateWithoutIncidentInput = {
    ...{ number, payloadHash, reason, basedOn },
    payload: plainJson(incident),
    recordedAt: new Date(entry.at),
    authorId: accountOf(actor),
  };
  return { entry, revision };
}

/** Logs a new incident inside the caller's transaction, which has made sure that its id is free. */
export async function logWithin(tx: Tx, what: Writing): Promise<Written> {
  const type = 'incident.logged';
  const { entry, revision } = await record(tx, { ...what, number: 1, basedOn: null, type });
  const { incident } = what;
  const at = new Date(entry.at);
  await tx.incident.create({
    data: {
      ...{ id: incident.id, revision: 1, createdAt: at, updatedAt: at, ledgerSeq: entry.seq },
      ...projectionOf(incident),
      reviewState: firstRecordState('logged', incident.status),
      revisions: { create: revision },
    },
  });
  return { ok: true, revision: 1, ledgerSeq: entry.seq };
}

/**
 * Adds the revision after `basedOn` inside the caller's transaction, which has made sure that it is
 * the current one. `logged`: a withdrawn record is logged again.
 */
export async function reviseWithin(
  tx: Tx,
  basedOn: number,
  what: Writing,
  type: Numbered['type'] = 'incident.revised',
): Promise<Written> {
  const number = basedOn + 1;
  const { entry, revision } = await record(tx, { ...what, number, basedOn, type });
  await tx.incident.update({
    where: { id: what.incident.id },
    data: {
      ...{ revision: number, updatedAt: new Date(entry.at), ledgerSeq: entry.seq },
      ...{ withdrawnAt: null, ...projectionOf(what.incident) },
      revisions: { create: revision },
    },
  });
  return { ok: true, revision: number, ledgerSeq: entry.seq };
}

/** Logs a new incident as revision 1; it is unpublished. Refuses an id that is taken. */
export function logIncident(actor: Author, incident: Incident, reason: string): Promise<LogResult> {
  return writing(async (tx) => {
    const taken = await tx.incident.findUnique({ where: { id: incident.id } });
    if (taken !== null) return { ok: false, code: 'exists' };
    return logWithin(tx, { actor, incident, reason });
  });
}

/**
 * Adds a revision to an incident. `basedOn` is the revision its author read; if that is no longer
 * the current one the change is refused, and so is a document under another id or without a change.
 * The record stays where it stands on its path.
 */
export function reviseIncident(
  actor: Author,
  id: string,
  basedOn: number,
  incident: Incident,
  reason: string,
): Promise<ReviseResult> {
  return writing(async (tx) => {
    const current = await tx.incident.findUnique({
      where: { id },
      include: { revisions: { orderBy: { number: 'desc' }, take: 1 } },
    });
    if (current === null) return { ok: false, code: 'unknown' };
    if (incident.id !== id) return { ok: false, code: 'renamed' };
    if (current.revision !== basedOn)
      return { ok: false, code: 'stale', current: current.revision };
    if (current.revisions[0]?.payloadHash === hashOf(incident))
      return { ok: false, code: 'unchanged' };
    return reviseWithin(tx, basedOn, { actor, incident, reason });
  });
}

interface Row {
  payload: unknown;
  revision: number;
  published: boolean;
  reviewState: string;
  payloadHash: string;
  recordedAt: Date;
}

const toRecord = ({ payload, reviewState, ...row }: Row): IncidentRecord => ({
  ...row,
  state: stateIn(reviewState),
  incident: incidentSchema.parse(payload),
});

const SELECT = Prisma.sql`
  SELECT r."payload", i."revision", i."published", i."reviewState", r."payloadHash", r."recordedAt"
  FROM "Incident" i
  JOIN "IncidentRevision" r ON r."incidentId" = i."id" AND r."number" = i."revision"`;

/** The current revision of an incident, or null where there is none that the reader may see. */
export async function getIncident(
  id: string,
  visibility: Visibility,
): Promise<IncidentRecord | null> {
  const [row] = await database().$queryRaw<Row[]>`
    ${SELECT} WHERE i."id" = ${id} AND ${visibleTo(visibility)}`;
  return row === undefined ? null : toRecord(row);
}

export interface IncidentPage {
  /** How many match, over all pages. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly items: readonly IncidentRecord[];
}

/** One page of the incidents that match a query and that the reader may see; past the end, the last. */
export async function listIncidents(
  query: IncidentQuery,
  visibility: Visibility,
): Promise<IncidentPage> {
  const pageSize = Math.min(200, Math.max(1, Math.trunc(query.pageSize ?? 25)));
  const where = conditionOf(query, visibility);
  const [count] = await database().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM "Incident" i WHERE ${where}`;
  const total = count?.total ?? 0;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(last, Math.max(1, Math.trunc(query.page ?? 1)));
  const rows = await database().$queryRaw<Row[]>`
    ${SELECT} WHERE ${where} ORDER BY ${orderOf(query)}
    LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::bigint`;
  return { total, page, pageSize, items: rows.map(toRecord) };
}

/** The revisions of an incident, newest first: who changed it when, and why; whoever asks. */
export async function listRevisions(id: string) {
  return database().incidentRevision.findMany({
    where: { incidentId: id },
    orderBy: { number: 'desc' },
    select: {
      ...{ number: true, recordedAt: true, reason: true, basedOn: true, payloadHash: true },
      author: { select: { id: true, name: true } },
    },
  });
}
