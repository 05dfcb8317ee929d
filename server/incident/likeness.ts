import 'server-only';
import type { Incident } from '@/domain/incident';
import type { IncidentDraft } from '@/domain/incident-draft';
import { type LikenessReason, likelyDuplicates, trigrams } from '@/domain/likeness';
import { comparableAddress } from '@/domain/source-address';
import { type Corpus, corpusIfHeld, visibleIncidents } from '@/server/corpus';
import { database } from '@/server/database';
import type { Visibility } from '@/server/incident-search';

export interface Hint {
  readonly id: string;
  readonly title: string;
  /** In words: "the same source". */
  readonly reason: string;
  readonly reasons: readonly LikenessReason[];
  readonly score: number;
  /** The same source address: very likely the same report. */
  readonly exact: boolean;
}

/** Records by what they may be found alike in, so that a hint does not compare every title. */
interface Index {
  readonly byAddress: ReadonlyMap<string, readonly Incident[]>;
  readonly byPiece: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<readonly Incident[], Index>();
/** Records whose titles share most with the draft's: compared in full. */
const CANDIDATES = 100;

function added<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const addressesOf = (sources: readonly { url?: string | null | undefined }[]): string[] =>
  sources.flatMap(({ url }) => (url ? (comparableAddress(url) ?? []) : []));

function indexOf(incidents: readonly Incident[]): Index {
  const known = indexes.get(incidents);
  if (known !== undefined) return known;
  const byAddress = new Map<string, Incident[]>();
  const byPiece = new Map<string, number[]>();
  incidents.forEach((incident, at) => {
    for (const address of addressesOf(incident.sources)) added(byAddress, address, incident);
    for (const piece of trigrams(incident.title)) added(byPiece, piece, at);
  });
  const index = { byAddress, byPiece };
  indexes.set(incidents, index);
  return index;
}

function candidates(draft: IncidentDraft, incidents: readonly Incident[]): Incident[] {
  const { byAddress, byPiece } = indexOf(incidents);
  const shared = new Map<number, number>();
  for (const piece of trigrams(draft.title ?? ''))
    for (const at of byPiece.get(piece) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const alike = [...shared].sort(([, one], [, two]) => two - one).slice(0, CANDIDATES);
  const same = addressesOf(draft.sources ?? []).flatMap((address) => byAddress.get(address) ?? []);
  return [...new Set([...same, ...alike.flatMap(([at]) => incidents[at] ?? [])])];
}

const WORDS: Readonly<Record<LikenessReason, string>> = {
  source: 'the same source',
  title: 'a similar title',
  dates: 'overlapping dates',
  victim: 'the same victim state',
};

/** Records beyond a reader's reach that they wrote on themselves; few. */
async function ownBeyond({ incidents }: Corpus, { own = null, tlp }: Visibility) {
  if (own === null) return [];
  const rows = await database().incident.findMany({
    where: { tlp: { notIn: [...tlp] }, revisions: { some: { authorId: own } } },
    select: { id: true },
  });
  const ids = new Set(rows.map(({ id }) => id));
  return ids.size === 0
    ? []
    : incidents.flatMap(({ incident }) => (ids.has(incident.id) ? [incident] : []));
}

/** Records the reader may see that may tell of the same incident as a draft, the likest first; null where the record is too large to be looked through. */
export async function likenessHints(
  draft: IncidentDraft,
  visibility: Visibility,
): Promise<Hint[] | null> {
  const held = await corpusIfHeld();
  if (held === null) return null;
  const near = [visibleIncidents(held, visibility), await ownBeyond(held, visibility)].flatMap(
    (incidents) => candidates(draft, incidents),
  );
  const titles = new Map(near.map(({ id, title }) => [id, title]));
  return likelyDuplicates(draft, near).map(({ id, score, reasons }) => ({
    ...{ id, title: titles.get(id) ?? id, reasons },
    reason: reasons.map((each) => WORDS[each]).join(', '),
    score: Math.round(score * 100) / 100,
    exact: reasons.includes('source'),
  }));
}
