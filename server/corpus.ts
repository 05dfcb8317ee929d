import 'server-only';
import type { Monitoring } from '@/domain/dossier';
import { type Incident, incidentSchema } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import { latestSeq } from './changes';
import { beforeClose, database } from './database';
import type { Visibility } from './incident-search';
import { listPacts } from './pacts';
import { processWide } from './process-wide';

export interface CorpusIncident {
  readonly incident: Incident;
  readonly revision: number;
  readonly published: boolean;
}

/** Everything that is scored, as of one ledger entry. A new object after every change. */
export interface Corpus {
  /** The last ledger entry it holds. */
  readonly version: number;
  /** The greatest `compiledOn` of its dossiers (a calendar day), or null where there is none. */
  readonly compiledOn: string | null;
  /** By id. */
  readonly incidents: readonly CorpusIncident[];
  readonly monitoring: readonly Monitoring[];
  /** The latest version of each, by id. */
  readonly pacts: readonly Pact[];
}

const cache = processWide<{ held?: Corpus; refreshing?: Promise<Corpus> }>('corpus', () => ({}));

const PAGE = 2000;

interface Row {
  id: string;
  revision: number;
  published: boolean;
  payload: unknown;
}

/** The current revision of every incident that ledger entries after `since` touched. */
async function changedSince(since: number): Promise<Map<string, CorpusIncident>> {
  const changed = new Map<string, CorpusIncident>();
  let after = '';
  for (;;) {
    const rows = await database().$queryRaw<Row[]>`
      SELECT i."id", i."revision", i."published", r."payload"
      FROM "Incident" i
      JOIN "IncidentRevision" r ON r."incidentId" = i."id" AND r."number" = i."revision"
      WHERE i."ledgerSeq" > ${since}::int AND i."id" > ${after}
      ORDER BY i."id" LIMIT ${PAGE}::int`;
    for (const { id, payload, revision, published } of rows)
      changed.set(id, { incident: incidentSchema.parse(payload), revision, published });
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return changed;
    after = last.id;
  }
}

const byId = (a: CorpusIncident, b: CorpusIncident) => (a.incident.id < b.incident.id ? -1 : 1);
const toDay = (at: Date) => at.toISOString().slice(0, 10);

/** The incidents held, those that changed replaced, those that are new added. */
function merged(held: Corpus | undefined, changed: Map<string, CorpusIncident>) {
  const kept = (held?.incidents ?? []).filter(({ incident }) => !changed.has(incident.id));
  return [...kept, ...changed.values()].sort(byId);
}

async function refresh(held: Corpus | undefined, version: number): Promise<Corpus> {
  const changed = await changedSince(held?.version ?? -1);
  const dossiers = await database().dossier.aggregate({ _max: { compiledOn: true } });
  const rows = await database().monitoring.findMany({ orderBy: { id: 'asc' } });
  const { compiledOn } = dossiers._max;
  return {
    version,
    compiledOn: compiledOn === null ? null : toDay(compiledOn),
    incidents: changed.size === 0 && held !== undefined ? held.incidents : merged(held, changed),
    monitoring: rows.map(({ victimState, from, to, effort }) => ({
      ...{ victimState, effort, from: toDay(from), to: toDay(to) },
    })),
    pacts: await listPacts(),
  };
}

async function forget(): Promise<void> {
  delete cache.held;
}

/**
 * The corpus in memory, one per process. Refreshed, only by what changed, when the ledger has grown;
 * a write of this process shows at once, another instance's within a second or so.
 */
export async function corpus(): Promise<Corpus> {
  beforeClose(forget);
  for (;;) {
    const seq = await latestSeq();
    const { held } = cache;
    if (held !== undefined && held.version >= seq) return held;
    cache.refreshing ??= refresh(held, seq).finally(() => {
      delete cache.refreshing;
    });
    cache.held = await cache.refreshing;
  }
}

const views = new WeakMap<Corpus, Map<string, readonly Incident[]>>();

/** The incidents of a corpus that a reader may see; the same array for the same corpus and reader. */
export function visibleIncidents(from: Corpus, visibility: Visibility): readonly Incident[] {
  const { tlp, publishedOnly } = visibility;
  const key = `${publishedOnly} ${[...tlp].sort().join(' ')}`;
  const known = views.get(from) ?? new Map<string, readonly Incident[]>();
  views.set(from, known);
  const seen =
    known.get(key) ??
    from.incidents
      .filter(
        ({ incident, published }) => tlp.includes(incident.tlp) && (published || !publishedOnly),
      )
      .map(({ incident }) => incident);
  known.set(key, seen);
  return seen;
}
