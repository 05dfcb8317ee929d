import 'server-only';
import type { Monitoring } from '@/domain/dossier';
import type { Pact } from '@/domain/pact';
import type { Policy } from '@/domain/policy';
import { newsBetween } from './corpus/news';
import { database } from './database';
import { followingLedger } from './following';
import { listPacts } from './pacts';
import { listPolicies } from './policies';

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

/** Pacts, policies and monitoring in memory, one per process. */
export const library = followingLedger<Library>('library', refresh);
