import 'server-only';
import { createHash } from 'node:crypto';
import { partyOf } from '@/domain/bound';
import { type Instant, parseAsOf, startOf, toDay } from '@/domain/dates';
import type { Monitoring } from '@/domain/dossier';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import { basisOf } from '@/domain/monitoring';
import type { Pact } from '@/domain/pact';
import { ENGINE_VERSION, POLICY_2026_11 } from '@/domain/policy';
import { explainedFindings } from '@/domain/shown-findings';
import { type ShownFinding, type StandingRecord, shapeStanding } from '@/domain/standing-shape';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import { endOfToday } from './clock';
import { type Corpus, corpus, visibleIncidents } from './corpus';
import { listSignedFindings } from './findings';
import type { Visibility } from './incident-search';
import { processWide } from './process-wide';
import { Recent } from './recent';

/** What a standing is computed from: the part of the corpus that a reader may see. */
export interface StandingSource {
  readonly version: number;
  readonly compiledOn: string | null;
  readonly incidents: readonly Incident[];
  readonly monitoring: readonly Monitoring[];
  readonly pacts: readonly Pact[];
}

/** A finding the commission signed, as far as counting it goes. */
export interface SignedCase {
  readonly incidentId: string;
  readonly pactVersion: number;
  readonly clauseId: string;
  readonly accused: string;
}

/** Why a well-formed question has no answer. */
export interface StandingRefusal {
  readonly code: 'unknown_pact' | 'unknown_clause' | 'unknown_party' | 'historical_pact';
  readonly field: keyof StandingFilter;
  readonly message: string;
}

export type StandingAnswer =
  | { readonly ok: true; readonly view: StandingView; readonly etag: string }
  | { readonly ok: false; readonly refusal: StandingRefusal };

function refusalOf(filter: StandingFilter, pact: Pact | undefined): StandingRefusal | null {
  if (pact === undefined)
    return { code: 'unknown_pact', field: 'pact', message: `there is no pact "${filter.pact}"` };
  if (filter.clause !== null && !pact.clauses.some(({ id }) => id === filter.clause))
    return {
      code: 'unknown_clause',
      field: 'clause',
      message: `this pact has no clause "${filter.clause}"`,
    };
  if (filter.party !== null && partyOf(pact, filter.party) === null)
    return {
      code: 'unknown_party',
      field: 'party',
      message: `${filter.party} is no party to this pact`,
    };
  if (filter.from !== null && pact.kind === 'historical')
    return {
      code: 'historical_pact',
      field: 'from',
      message: 'a historical pact binds from its own entry into force; no other day can be assumed',
    };
  return null;
}

/** The instant of an assumed entry into force: that of the pact's own choice of that day, else its start. */
function assumedInstant(pact: Pact, day: string): Instant {
  const own = pact.assumedInForce;
  const choice = [own, ...(own?.alternatives ?? [])].find((one) => one?.date.slice(0, 10) === day);
  return choice == null ? Date.parse(`${day}T00:00:00.000Z`) : startOf(choice);
}

interface Held {
  readonly records: Recent<StandingRecord>;
  readonly views: Recent<StandingView>;
}

const RECORDS = 12;
const VIEWS = 200;

const holds = processWide('standing', () => new WeakMap<readonly Incident[], Held>());

function heldFor(incidents: readonly Incident[]): Held {
  const known = holds.get(incidents);
  if (known !== undefined) return known;
  const held = {
    records: new Recent<StandingRecord>(RECORDS),
    views: new Recent<StandingView>(VIEWS),
  };
  holds.set(incidents, held);
  return held;
}

const signedKey = (incident: string, clause: string, accused: string): string =>
  `${incident} ${clause} ${accused}`;

function recordOf(
  source: StandingSource,
  pact: Pact,
  setting: Setting,
  signed: readonly SignedCase[],
): StandingRecord {
  const { incidents, monitoring, version, compiledOn } = source;
  const begun = incidents.filter(({ started }) => startOf(started) <= setting.asOf);
  const keys = new Set(
    signed
      .filter(({ pactVersion }) => pactVersion === pact.version)
      .map(({ incidentId, clauseId, accused }) => signedKey(incidentId, clauseId, accused)),
  );
  const isSigned = ({ incident, clause, accused }: ShownFinding): boolean =>
    keys.has(signedKey(incident, clause, accused));
  const findings = explainedFindings(begun, pact, setting);
  const question = {
    pact,
    incidents: begun,
    monitoring,
    setting,
    findings,
    counting: 'computed',
  } as const;
  return {
    pact,
    setting,
    monitoring,
    findings,
    corpus: {
      version: `${version}`,
      compiledOn: compiledOn ?? toDay(setting.asOf),
      incidents: incidents.length,
    },
    signed: findings.filter(isSigned).length,
    isSigned,
    basis: (party, period) => basisOf(question, party, period),
    detail: (finding) => finding as ShownFinding & { reason: string; flags: string[] },
  };
}

/**
 * Answers a standing filter from a source. What does not change with the filter is kept per source
 * and setting; a source is known by its array of incidents.
 */
export function answerStanding(
  source: StandingSource,
  filter: StandingFilter,
  today: Instant,
  signed: readonly SignedCase[] = [],
): StandingAnswer {
  const pact = source.pacts.find(({ id }) => id === filter.pact);
  const refusal = refusalOf(filter, pact);
  if (refusal !== null || pact === undefined)
    return { ok: false, refusal: refusal ?? { code: 'unknown_pact', field: 'pact', message: '' } };
  const asOf = (filter.asOf === null ? null : parseAsOf(filter.asOf)) ?? today;
  const setting: Setting = {
    policy: POLICY_2026_11,
    asOf,
    compiledOn: source.compiledOn ?? toDay(asOf),
    assumedFrom: filter.from === null ? null : assumedInstant(pact, filter.from),
  };
  const { records, views } = heldFor(source.incidents);
  const world = `${pact.id} ${asOf} ${setting.assumedFrom}`;
  const key = `${world} ${JSON.stringify(filter)}`;
  const view = views.get(key, () =>
    shapeStanding(
      records.get(world, () => recordOf(source, pact, setting, signed)),
      filter,
    ),
  );
  const etag = createHash('sha256')
    .update(`${source.version} ${source.incidents.length} ${ENGINE_VERSION} ${key}`)
    .digest('base64url');
  return { ok: true, view, etag: `"${etag.slice(0, 27)}"` };
}

const signatures = processWide(
  'signatures',
  () => new WeakMap<Corpus, Map<string, readonly SignedCase[]>>(),
);

/** What was signed under a pact; asked once per version of the corpus, since signing is in the ledger. */
async function signedUnder(held: Corpus, pact: string): Promise<readonly SignedCase[]> {
  const known = signatures.get(held) ?? new Map<string, readonly SignedCase[]>();
  signatures.set(held, known);
  const signed = known.get(pact) ?? (await listSignedFindings(pact));
  if (held.pacts.some(({ id }) => id === pact)) known.set(pact, signed);
  return signed;
}

/** The standing of the parties of a pact as one reader sees it. */
export async function standingView(
  filter: StandingFilter,
  visibility: Visibility,
): Promise<StandingAnswer> {
  const held = await corpus();
  const { version, compiledOn, monitoring, pacts } = held;
  const signed = await signedUnder(held, filter.pact);
  const incidents = visibleIncidents(held, visibility);
  return answerStanding(
    { version, compiledOn, monitoring, pacts, incidents },
    filter,
    endOfToday(),
    signed,
  );
}
