import 'server-only';
import type { Monitoring } from '@/domain/dossier';
import type { Pact } from '@/domain/pact';
import type { Policy } from '@/domain/policy';
import { latestSeq } from './changes';
import { newsBetween } from './corpus/news';
import { beforeClose, database } from './database';
import { listPacts } from './pacts';
import { listPolicies } from './policies';
import { processWide } from './process-wide';

/** What the record is judged by, without the record: it takes little to read. */
export interface Library {
  /** The last ledger entry that changed this or the record; entries that change nothing may follow. */
  readonly version: number;
  /** The greatest `compiledOn` of the dossiers (a calendar day), or null where there is none. */
  readonly compiledOn: string | null;
  readonly monitoring: readonly Monitoring[];
  /** The latest version of each, by id. */
  readonly pacts: readonly Pact[];
  /** Every version, in the order in which they come into force. */
  readonly policies: readonly Policy[];
}

interface Cache {
  held?: Library;
  /** The last ledger entry that was looked at. */
  seq: number;
  refreshing?: Promise<Library>;
}

const cache = processWide<Cache>('library', () => ({ seq: -1 }));

const toDay = (at: Date) => at.toISOString().slice(0, 10);

async function read(version: number): Promise<Library> {
  const [dossiers, rows, pacts, policies] = await Promise.all([
    database().dossier.aggregate({ _max: { compiledOn: true } }),
    database().monitoring.findMany({ orderBy: { id: 'asc' } }),
    listPacts(),
    listPolicies(),
  ]);
  const { compiledOn } = dossiers._max;
  return {
    ...{ version, pacts, policies },
    compiledOn: compiledOn === null ? null : toDay(compiledOn),
    monitoring: rows.map(({ victimState, from, to, effort }) => ({
      ...{ victimState, effort, from: toDay(from), to: toDay(to) },
    })),
  };
}

async function refresh(held: Library | undefined, seq: number): Promise<Library> {
  if (held === undefined) return read(seq);
  const news = await newsBetween(held.version, seq);
  if (news === 'none') return held;
  return news === 'records' ? { ...held, version: seq } : read(seq);
}

async function forget(): Promise<void> {
  delete cache.held;
  cache.seq = -1;
}

/** Refreshes once for all who ask meanwhile. */
async function refreshed(held: Library | undefined, seq: number): Promise<Library> {
  try {
    const fresh = await refresh(held, seq);
    cache.held = fresh;
    cache.seq = seq;
    return fresh;
  } finally {
    delete cache.refreshing;
  }
}

/** Pacts, policies and monitoring in memory, one per process, refreshed when the ledger has grown. */
export async function library(): Promise<Library> {
  beforeClose(forget);
  for (;;) {
    const seq = await latestSeq();
    const { held } = cache;
    if (held !== undefined && cache.seq >= seq) return held;
    cache.refreshing ??= refreshed(held, seq);
    await cache.refreshing;
  }
}
