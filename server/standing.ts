import 'server-only';
import type { FindingRows } from '@/domain/confidence';
import { parseAsOf } from '@/domain/dates';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import { highestTlp, type Markings, tlpOfRows } from '@/domain/tlp';
import { endOfToday, now } from './clock';
import { beingPackedText, columnsSoon, WORTH_KEEPING } from './columns/kept';
import { seenColumns } from './columns/seen';
import { type Corpus, incidentsStanding, visibleIncidents } from './corpus';
import { corpusOn } from './corpus/known';
import { markingsOf } from './corpus/marking';
import { holdsAtLeast, isTooLarge } from './corpus/size';
import { type Signable, signableIn, signedCases } from './findings';
import type { Visibility } from './incident-search';
import { type Library, library } from './library';
import { processWide } from './process-wide';
import { type Asked, answerEveryFinding, answerFindings, answerStanding } from './standing-answer';
import { standingOfColumns } from './standing-columns';
import {
  questionOf,
  type SignedCase,
  type StandingRefusal,
  type StandingSource,
} from './standing-question';

const signatures = processWide('signatures', () => ({
  byVersion: new WeakMap<Library, Map<string, readonly SignedCase[]>>(),
}));

/** What was signed under a pact on a day; asked once per version of the corpus, since signing is in the ledger. */
async function signedUnder(
  held: Library,
  signable: Signable,
  { pact, asOf }: Pick<StandingFilter, 'pact' | 'asOf'>,
): Promise<readonly SignedCase[]> {
  if (!held.pacts.some(({ id }) => id === pact)) return [];
  const known = signatures.byVersion.get(held) ?? new Map<string, readonly SignedCase[]>();
  signatures.byVersion.set(held, known);
  const day = asOf === null ? null : parseAsOf(asOf);
  const key = `${pact} ${day}`;
  const signed = known.get(key) ?? (await signedCases(signable, pact, day));
  known.set(key, signed);
  return signed;
}

function sourceOf(held: Corpus, visibility: Visibility): StandingSource {
  const { version, compiledOn, monitoring, pacts, policies } = held;
  const incidents = visibleIncidents(held, visibility);
  const { without = [] } = visibility;
  const tlp = () => highestTlp(markingsOf(held, incidents).values());
  return { version, compiledOn, monitoring, pacts, policies, incidents, without, tlp };
}

interface AskedBy extends Asked {
  /** Of the records that the reader sees. */
  readonly markings: () => Markings;
}

/** A filter as one reader asks it of the record they may see. */
export async function askedBy(filter: StandingFilter, visibility: Visibility): Promise<AskedBy> {
  if (await isTooLarge()) {
    const source = { ...(await library()), incidents: [], tooLarge: true };
    return { source, filter, today: endOfToday(), signed: [], markings: () => new Map() };
  }
  const held = await corpusOn(filter.asOf);
  const signed = await signedUnder(held, signableIn(held), filter);
  const source = sourceOf(held, visibility);
  const markings = () => markingsOf(held, source.incidents);
  return { source, filter, today: endOfToday(), signed, markings };
}

export type Refused = { readonly ok: false; readonly refusal: StandingRefusal };

/** Incidents from which on the standing is added up from columns, and no longer from the incidents. */
const MANY = 20_000;

interface Viewed {
  readonly ok: true;
  readonly view: StandingView;
  readonly etag: string;
}

/** The same from columns; null where few are stored, or where the day was otherwise than today. */
export async function standingFromColumns(
  filter: StandingFilter,
  visibility: Visibility,
  atLeast: number = MANY,
): Promise<Viewed | Refused | null> {
  if (!(await holdsAtLeast(atLeast))) return null;
  const held = await library();
  const question = questionOf(held, filter, endOfToday());
  if (!question.ok) return question;
  const { pact, setting } = question;
  // Without a dossier each day is one of compilation: nothing of that is worth keeping.
  const worth = held.compiledOn === null ? Infinity : Math.min(atLeast, WORTH_KEEPING);
  const kept = await columnsSoon(setting, worth);
  if ('packed' in kept)
    return {
      ok: false,
      refusal: { code: 'record_being_packed', field: 'pact', message: beingPackedText(kept) },
    };
  const day = filter.asOf === null ? null : parseAsOf(filter.asOf);
  if (day !== null && day < now() && kept.since > day) return null;
  const signable = { ...held, some: incidentsStanding };
  const signed = await signedUnder(held, signable, filter);
  const seen = seenColumns(kept, visibility);
  return {
    ok: true,
    ...(await standingOfColumns({ held, seen, filter, pact, setting, signed })),
  };
}

/** How the parties of a pact stand under a filter, as one reader sees it. */
export async function standingView(
  filter: StandingFilter,
  visibility: Visibility,
): Promise<Viewed | Refused> {
  const counted = await standingFromColumns(filter, visibility);
  if (counted !== null) return counted;
  const { source, today, signed } = await askedBy(filter, visibility);
  const answer = answerStanding(source, filter, today, signed);
  return answer.ok ? { ok: true, view: answer.value, etag: answer.tag } : answer;
}

/** The findings that a filter of the standing page counts, as one reader sees them. */
export async function standingFindings(
  filter: StandingFilter,
  visibility: Visibility,
): Promise<{ readonly ok: true; readonly list: FindingRows; readonly etag: string } | Refused> {
  const { source, today, signed } = await askedBy(filter, visibility);
  const answer = answerFindings(source, filter, today, signed);
  return answer.ok ? { ok: true, list: answer.value, etag: answer.tag } : answer;
}

/** Every finding under a filter, for a file, with the marking of the record of each. */
export async function everyFinding(filter: StandingFilter, visibility: Visibility) {
  const asked = await askedBy(filter, visibility);
  const answer = answerEveryFinding(asked);
  if (!answer.ok) return answer;
  const { value } = answer;
  return { ...answer, value: { ...value, tlp: tlpOfRows(asked.markings(), value.rows) } };
}
