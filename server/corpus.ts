import 'server-only';
import type { Instant } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import type { Tlp } from '@/domain/tlp';
import { changedSince, type KeptIncident, keptIncidents } from './corpus/kept';
import { isTooLarge, RecordTooLarge } from './corpus/size';
import { followingLedger } from './following';
import type { Visibility } from './incident-search';
import { type Library, library } from './library';
import { processWide } from './process-wide';

export interface CorpusIncident {
  /** As it is scored: without claims that are suspended. */
  readonly incident: Incident;
  readonly revision: number;
  /** SHA-256 of that revision's document. */
  readonly payloadHash: string;
  readonly recordedAt: Instant;
  readonly published: boolean;
  /** As it was written down. */
  readonly written: Incident;
  /** Today's marking: who may not read the record today may read none of its revisions. */
  readonly marking: Tlp;
}

/** Everything that is scored, as of one ledger entry. A new object after every change. */
export interface Corpus extends Library {
  /** Those that stand for themselves, by id. */
  readonly incidents: readonly CorpusIncident[];
  /** Those that were merged too. */
  readonly kept: readonly KeptIncident[];
}

const byId = (a: KeptIncident, b: KeptIncident) => (a.incident.id < b.incident.id ? -1 : 1);

/** The incidents held, those that changed replaced, those that are new added, those withdrawn left out. */
function merged(held: Corpus | undefined, changed: Map<string, KeptIncident | null>) {
  const stayed = (held?.kept ?? []).filter(({ incident }) => !changed.has(incident.id));
  return [...stayed, ...[...changed.values()].filter((each) => each !== null)].sort(byId);
}

const standsForItself = ({ merges }: KeptIncident) => merges.every(({ to }) => to !== null);

async function refresh(held: Corpus | undefined): Promise<Corpus> {
  const light = await library();
  if (held?.version === light.version) return held;
  if (await isTooLarge()) throw new RecordTooLarge();
  const changed = await changedSince(held?.version ?? -1);
  const kept = changed.size === 0 && held !== undefined ? held.kept : merged(held, changed);
  return {
    ...{ ...light, kept },
    incidents: held?.kept === kept ? held.incidents : kept.filter(standsForItself),
  };
}

/** The corpus in memory, one per process, refreshed only by what changed. @throws RecordTooLarge */
export const corpus = followingLedger<Corpus>('corpus', refresh);

/** The same, or null where the record is too large to be held. */
export const corpusIfHeld = async (): Promise<Corpus | null> =>
  (await isTooLarge()) ? null : corpus();

/** The same with some incidents alone, read one by one: for what asks about them and no others. */
export async function corpusOf(ids: readonly string[]): Promise<Corpus> {
  const [light, found] = await Promise.all([library(), keptIncidents(ids)]);
  const kept = [...found.values()].sort(byId);
  return { ...light, kept, incidents: kept.filter(standsForItself) };
}

/** Some incidents that stand for themselves, read one by one; absent: they do not, or are not there. */
export async function incidentsStanding(
  ids: readonly string[],
): Promise<ReadonlyMap<string, CorpusIncident>> {
  const found = await keptIncidents(ids);
  return new Map([...found].filter(([, kept]) => standsForItself(kept)));
}

const views = processWide(
  'visible incidents',
  () => new WeakMap<Corpus, Map<string, readonly Incident[]>>(),
);

/** The incidents of a corpus that a reader may see; the same array for the same corpus and reader. */
export function visibleIncidents(from: Corpus, visibility: Visibility): readonly Incident[] {
  const { tlp, publishedOnly, without = [] } = visibility;
  const key = `${publishedOnly} ${[...tlp].sort().join(' ')} ${[...without].sort().join(' ')}`;
  const known = views.get(from) ?? new Map<string, readonly Incident[]>();
  views.set(from, known);
  const seen =
    known.get(key) ??
    from.incidents
      .filter(
        ({ incident, marking, published }) =>
          tlp.includes(marking) &&
          tlp.includes(incident.tlp) &&
          (published || !publishedOnly) &&
          !without.includes(incident.id),
      )
      .map(({ incident }) => incident);
  known.set(key, seen);
  return seen;
}
