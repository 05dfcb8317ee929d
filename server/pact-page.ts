import 'server-only';
import { type PartyAdherence, partyAdherence } from '@/domain/adherence';
import { startOf, toDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import { type MissingReply, missingReplies, type RecordedAdherence } from '@/domain/pact-adherence';
import { type ClauseRecord, clauseRecord } from '@/domain/pact-record';
import { textHash } from '@/domain/pact-text';
import { policyAt } from '@/domain/policy-version';
import { explainedFindings } from '@/domain/shown-findings';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import type { StandingView } from '@/domain/standing-view';
import { endOfToday } from './clock';
import { corpus, corpusOf, visibleIncidents } from './corpus';
import { isTooLarge, TOO_LARGE } from './corpus/size';
import type { Visibility } from './incident-search';
import { library } from './library';
import { getPact, listAdherence, listPactVersions } from './pacts';
import { processWide } from './process-wide';
import { Recent } from './recent';
import { standingView } from './standing';

export interface PactPageView {
  readonly pact: Pact;
  readonly textHash: string;
  readonly versions: readonly {
    readonly version: number;
    readonly textHash: string;
    readonly recordedOn: string;
  }[];
  /** The latest version there is. */
  readonly latest: number;
  readonly parties: readonly PartyAdherence[];
  /** What states did, as it was recorded, corrected events too; and whose reply is overdue. */
  readonly adherence: readonly RecordedAdherence[];
  readonly missing: readonly MissingReply[];
  readonly records: readonly ClauseRecord[];
  /** Why no clause was held against the record; null: each was. */
  readonly recordsRefusal: string | null;
  /** Null where the pact is kept for reference only, and of a version that is not the latest. */
  readonly standing: StandingView | null;
  /** Why the standing cannot be told at present, where there would be one. */
  readonly standingRefusal: string | null;
  readonly today: string;
  readonly policy: string;
}

const KEPT = 40;
const kept = processWide(
  'clause-records',
  () => new WeakMap<readonly Incident[], Recent<readonly ClauseRecord[]>>(),
);

function recordsOf(pact: Pact, incidents: readonly Incident[], setting: Setting) {
  const held = kept.get(incidents) ?? new Recent<readonly ClauseRecord[]>(KEPT);
  kept.set(incidents, held);
  return held.get(`${pact.id}@${pact.version} ${setting.asOf} ${setting.policy.version}`, () => {
    const begun = incidents.filter(({ started }) => startOf(started) <= setting.asOf);
    const findings = explainedFindings(begun, pact, setting);
    return pact.clauses.map(({ id }) => clauseRecord(id, findings));
  });
}

/** Everything the page of one pact shows, at a version or its latest; null where there is none. */
export async function pactPage(
  id: string,
  visibility: Visibility,
  version: number | null = null,
): Promise<PactPageView | null> {
  const large = await isTooLarge();
  const held = large ? await corpusOf([]) : await corpus();
  const newest = held.pacts.find((one) => one.id === id);
  if (newest === undefined) return null;
  const older = version !== null && version !== newest.version;
  const pact = older ? await getPact(id, version) : newest;
  if (pact === null) return null;
  const asOf = endOfToday();
  const today = toDay(asOf);
  const policy = policyAt(held.policies, asOf);
  const setting = { policy, asOf, compiledOn: held.compiledOn ?? today };
  const standing =
    pact.referenceOnly || older
      ? null
      : await standingView({ ...DEFAULT_FILTER, pact: id }, visibility);
  const versions = await listPactVersions(id);
  return {
    pact,
    textHash: textHash(pact),
    versions: versions.map(({ version, textHash: hash, recordedAt }) => ({
      ...{ version, textHash: hash, recordedOn: toDay(recordedAt.getTime()) },
    })),
    latest: newest.version,
    parties: partyAdherence(pact, asOf),
    adherence: await listAdherence(id),
    missing: missingReplies(pact, asOf),
    records: large ? [] : recordsOf(pact, visibleIncidents(held, visibility), setting),
    recordsRefusal: large && !pact.referenceOnly ? TOO_LARGE : null,
    standing: standing?.ok === true ? standing.view : null,
    standingRefusal: standing?.ok === false ? standing.refusal.message : null,
    today,
    policy: policy.version,
  };
}

/** A pact as the library lists it. */
export interface LibraryPact {
  readonly pact: Pact;
  readonly parties: readonly PartyAdherence[];
}

/** The library, in the order of titles. */
export async function pactLibrary(): Promise<LibraryPact[]> {
  const { pacts } = await library();
  const asOf = endOfToday();
  return [...pacts]
    .sort((one, two) => one.title.localeCompare(two.title, 'en'))
    .map((pact) => ({ pact, parties: partyAdherence(pact, asOf) }));
}
