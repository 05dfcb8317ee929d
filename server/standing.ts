import 'server-only';
import type { FindingRows } from '@/domain/confidence';
import { parseAsOf } from '@/domain/dates';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import { endOfToday } from './clock';
import { type Corpus, visibleIncidents } from './corpus';
import { corpusOn } from './corpus/known';
import { signedCases } from './findings';
import type { Visibility } from './incident-search';
import { processWide } from './process-wide';
import { type Asked, answerEveryFinding, answerFindings, answerStanding } from './standing-answer';
import type { SignedCase, StandingRefusal, StandingSource } from './standing-question';

const signatures = processWide('signatures', () => ({
  byCorpus: new WeakMap<Corpus, Map<string, readonly SignedCase[]>>(),
}));

/** What was signed under a pact on a day; asked once per version of the corpus, since signing is in the ledger. */
async function signedUnder(
  held: Corpus,
  { pact, asOf }: Pick<StandingFilter, 'pact' | 'asOf'>,
): Promise<readonly SignedCase[]> {
  if (!held.pacts.some(({ id }) => id === pact)) return [];
  const known = signatures.byCorpus.get(held) ?? new Map<string, readonly SignedCase[]>();
  signatures.byCorpus.set(held, known);
  const day = asOf === null ? null : parseAsOf(asOf);
  const key = `${pact} ${day}`;
  const signed = known.get(key) ?? (await signedCases(held, pact, day));
  known.set(key, signed);
  return signed;
}

function sourceOf(held: Corpus, visibility: Visibility): StandingSource {
  const { version, compiledOn, monitoring, pacts, policies } = held;
  const incidents = visibleIncidents(held, visibility);
  const { without = [] } = visibility;
  return { version, compiledOn, monitoring, pacts, policies, incidents, without };
}

/** A filter as one reader asks it of the record they may see. */
export async function askedBy(filter: StandingFilter, visibility: Visibility): Promise<Asked> {
  const held = await corpusOn(filter.asOf);
  const signed = await signedUnder(held, filter);
  return { source: sourceOf(held, visibility), filter, today: endOfToday(), signed };
}

export type Refused = { readonly ok: false; readonly refusal: StandingRefusal };

/** How the parties of a pact stand under a filter, as one reader sees it. */
export async function standingView(
  filter: StandingFilter,
  visibility: Visibility,
): Promise<{ readonly ok: true; readonly view: StandingView; readonly etag: string } | Refused> {
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

/** Every finding under a filter, for a file. */
export async function everyFinding(filter: StandingFilter, visibility: Visibility) {
  return answerEveryFinding(await askedBy(filter, visibility));
}
