import { datedSchema, endOf, type Instant, startOf } from './dates';
import type { DraftDate } from './draft-parts';
import { folded } from './folded';
import { comparableAddress } from './source-address';

/** What is compared of two incidents; every part may be missing, as in a form half filled. */
export interface Likened {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly started?: DraftDate | null | undefined;
  readonly ended?: DraftDate | null | undefined;
  readonly ongoing?: boolean | undefined;
  readonly victimStates?: readonly string[] | undefined;
  readonly sources?: readonly { readonly url?: string | null | undefined }[] | undefined;
}

export type LikenessReason = 'source' | 'title' | 'dates' | 'victim';

/** How much one record looks like another, and in what. */
export interface Likeness {
  readonly id: string;
  /** 0 to 1; 1 for the same source. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

/** Our own choices [D]: what each part weighs, and from where a hint is worth a reader's time. */
export const LIKENESS = {
  titleWeight: 0.6,
  datesWeight: 0.2,
  victimWeight: 0.2,
  /** Titles less alike than this give no hint, whatever else agrees. */
  leastTitle: 0.3,
  leastScore: 0.45,
} as const;

/** The three-letter pieces of each word, with the word's edges marked. */
export function trigrams(words: string): ReadonlySet<string> {
  const pieces = folded(words)
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => {
      const letters = [...`  ${word} `];
      return letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`);
    });
  return new Set(pieces);
}

/** Share of three-letter pieces that two texts have in common, 0 to 1; 0 where one has none. */
export function similarity(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)];
  const common = [...a].filter((piece) => b.has(piece)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

type Span = readonly [from: Instant, to: Instant];

function spanOf({ started, ended, ongoing }: Likened): Span | null {
  const start = datedSchema.safeParse(started);
  if (!start.success) return null;
  const end = datedSchema.safeParse(ended);
  const last = end.success ? endOf(end.data) : ongoing === true ? Infinity : endOf(start.data);
  return [startOf(start.data), last];
}

function overlap(one: Likened, other: Likened): boolean {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a !== null && b !== null && a[0] <= b[1] && b[0] <= a[1];
}

function addressesOf({ sources = [] }: Likened): string[] {
  return sources.flatMap(({ url }) => {
    const address = url === null || url === undefined ? null : comparableAddress(url);
    return address === null ? [] : [address];
  });
}

/** How much two records look alike, whichever of them is new. */
export function likeness(one: Likened, other: Likened): Omit<Likeness, 'id'> {
  const addresses = new Set(addressesOf(other));
  const source = addressesOf(one).some((address) => addresses.has(address));
  const title = similarity(one.title ?? '', other.title ?? '');
  const dates = overlap(one, other);
  const victim = (one.victimStates ?? []).some((state) => other.victimStates?.includes(state));
  const reasons: LikenessReason[] = [];
  if (source) reasons.push('source');
  if (title >= LIKENESS.leastTitle) reasons.push('title');
  if (dates) reasons.push('dates');
  if (victim) reasons.push('victim');
  const score =
    title * LIKENESS.titleWeight +
    (dates ? LIKENESS.datesWeight : 0) +
    (victim ? LIKENESS.victimWeight : 0);
  return { score: source ? 1 : score, reasons };
}

/**
 * Records that may tell of the same incident, the likest first. The same source address always
 * counts; otherwise the titles must be alike and dates or victim agree. A hint and never a refusal.
 */
export function likelyDuplicates(
  draft: Likened,
  records: readonly (Likened & { readonly id: string })[],
  limit = 5,
): Likeness[] {
  return records
    .filter(({ id }) => id !== draft.id)
    .map((record) => ({ id: record.id, ...likeness(draft, record) }))
    .filter(
      ({ score, reasons }) =>
        reasons.includes('source') || (reasons.includes('title') && score >= LIKENESS.leastScore),
    )
    .sort((one, two) => two.score - one.score || (one.id < two.id ? -1 : 1))
    .slice(0, limit);
}
