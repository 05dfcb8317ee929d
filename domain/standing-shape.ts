import { assumedFrom, inForceFor, partyOf } from './bound';
import {
  type FindingDetail,
  type FindingRows,
  findingRows,
  gravestFirst,
  type IntervalFinding,
} from './confidence';
import { DAY_MS, type Instant, toDay, toIso } from './dates';
import { clocksOf, type TimedFinding } from './deadlines';
import type { Monitoring } from './dossier';
import type { Setting } from './finding';
import { type MonitoringBasis, monitoredShares } from './monitoring';
import type { Clause, Pact } from './pact';
import { ENGINE_VERSION } from './policy';
import { ratePosterior } from './rates';
import {
  countedAs,
  onePerIncident,
  type PartySums,
  type Period,
  partySums,
  periodFor,
  type SignedAs,
  type StandingSummary,
  summarise,
} from './standing';
import { type StandingSums, sumsOf } from './standing-sums';
import type { StandingFilter, StandingLine, StandingView, ViewHead } from './standing-view';
import { annotationsOf, binsOfMonths, heatOf, spanning, type TrendFinding } from './trend';

/** A finding against a party, with what the standing page filters, counts and lists by. */
export interface ShownFinding extends TrendFinding, TimedFinding, IntervalFinding {
  readonly accused: string;
  /** The party that the accused state answers as. */
  readonly party: string;
  /** Number of incident and accused: findings that share it are counted once. */
  readonly key: number;
  readonly conduct: readonly string[];
  /** Its place in what it came from. */
  readonly row: number;
}

/** What a filter leaves: findings as they count, in either counting mode. */
export interface Selection {
  /** By clause; those that are not covered may be left out. */
  readonly findings: readonly ShownFinding[];
  /** One per incident and accused, the gravest; those that are not covered too. */
  readonly counted: readonly ShownFinding[];
}

/** What a standing view is made from: findings of either speed, and the record around them. */
export interface StandingRecord {
  readonly pact: Pact;
  readonly setting: Setting;
  readonly monitoring: readonly Monitoring[];
  readonly corpus: StandingView['corpus'];
  /** The findings a filter asks for. */
  readonly select: (filter: StandingFilter) => Selection;
  /** What they add up to. */
  readonly sums: (filter: StandingFilter) => StandingSums;
  readonly basis: (party: string, period: Period | null) => MonitoringBasis;
  readonly signed: number;
  readonly detail: (finding: ShownFinding) => FindingDetail;
}

const dayStart = (day: string): Instant => Date.parse(`${day}T00:00:00.000Z`);

/** The days a filter asks for, both included; unbounded where it names none. */
export function periodOf({ since, until }: Pick<StandingFilter, 'since' | 'until'>): Period {
  return {
    from: since === null ? -Infinity : dayStart(since),
    to: until === null ? Infinity : dayStart(until) + DAY_MS - 1,
  };
}

/** Whether a finding is among those a filter asks for; severity is that under the clause. */
function passes(filter: StandingFilter, party: string | null): (finding: ShownFinding) => boolean {
  const { from, to } = periodOf(filter);
  const { clause, conduct, minSeverity } = filter;
  return (finding) =>
    (party === null || finding.party === party) &&
    (clause === null || finding.clause === clause) &&
    (minSeverity === null || finding.severity >= minSeverity) &&
    from <= finding.onset &&
    finding.onset <= to &&
    (conduct === null || finding.conduct.includes(conduct));
}

/** Whether a clause tests conduct at all: some only say what the parties will do together. */
export function isTestable({ conduct, commissionLimbs, dueDiligence }: Clause): boolean {
  return conduct.length > 0 && (commissionLimbs.length > 0 || dueDiligence !== null);
}

function inForceSpan({
  pact,
  setting,
}: Pick<StandingRecord, 'pact' | 'setting'>): { from: Instant; end: Instant } | null {
  const from = setting.assumedFrom ?? assumedFrom(pact);
  const spans = pact.parties
    .map(({ code }) => inForceFor(pact, code, from))
    .filter((span) => span !== null);
  if (spans.length === 0) return null;
  return {
    from: Math.min(...spans.map((span) => span.from)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}

function pactView(record: Pick<StandingRecord, 'pact' | 'setting'>): StandingView['pact'] {
  const { pact } = record;
  const span = inForceSpan(record);
  const own = pact.assumedInForce;
  return {
    id: pact.id,
    version: pact.version,
    title: pact.title,
    kind: pact.kind,
    referenceOnly: pact.referenceOnly,
    parties: pact.parties.map(({ code }) => code),
    clauses: pact.clauses.map((clause) => ({
      id: clause.id,
      reference: clause.reference,
      testable: isTestable(clause),
    })),
    inForce:
      span === null
        ? null
        : { from: toDay(span.from), until: span.end === Infinity ? null : toDay(span.end - 1) },
    choices:
      own === null
        ? []
        : [own, ...own.alternatives].map(({ date, reason }) => ({
            date: date.slice(0, 10),
            reason,
          })),
  };
}

function lineOf(
  summary: StandingSummary,
  { expected, none }: PartySums,
  { setting }: Pick<StandingRecord, 'setting'>,
): StandingLine {
  const { party, mode, word, low, high, counts, years, band, basis } = summary;
  return {
    ...{ party, mode, word, low, high, counts, years, basis },
    vLow: band?.vLow ?? null,
    vHigh: band?.vHigh ?? null,
    atLeastOne: 1 - none,
    rate: years > 0 ? ratePosterior(expected, years, setting.policy.values) : null,
  };
}

/** Whether the bands of any two parties overlap. */
export function bandsOverlap(lines: readonly Pick<StandingLine, 'low' | 'high'>[]): boolean {
  const bands = lines
    .flatMap(({ low, high }) => (low === null || high === null ? [] : [{ low, high }]))
    .sort((one, two) => one.low - two.low);
  return bands.some(({ low }, at) => at > 0 && low <= (bands[at - 1]?.high ?? -Infinity));
}

/** The stretch that the charts span: the period asked for, within the time in force up to `asOf`. */
export function shownPeriod(
  record: Pick<StandingRecord, 'pact' | 'setting'>,
  filter: StandingFilter,
): Period | null {
  const asked = periodOf(filter);
  const span = inForceSpan(record);
  if (span === null) return null;
  const from = Math.max(asked.from, span.from);
  const to = Math.min(asked.to, span.end - 1, record.setting.asOf);
  return from <= to ? { from, to } : null;
}

/** The party a filter names, by its code; null: all. */
export const askedParty = (pact: Pact, { party }: StandingFilter): string | null =>
  party === null ? null : (partyOf(pact, party)?.code ?? null);

/** Selects from findings at hand: the plain way, which the selection from a sweep must equal. */
export function selectFrom(
  findings: readonly ShownFinding[],
  { pact, setting }: Pick<StandingRecord, 'pact' | 'setting'>,
  signedAs: SignedAs<ShownFinding>,
): Pick<StandingRecord, 'select' | 'sums'> {
  const select = (filter: StandingFilter): Selection => {
    const own = findings
      .filter(passes(filter, askedParty(pact, filter)))
      .map((finding) => countedAs(finding, filter.counting, signedAs));
    return { findings: own, counted: onePerIncident(own, setting, ({ key }) => key) };
  };
  return { select, sums: (filter) => sumsOf(select(filter), setting) };
}

const rowQuestion = ({ pact, detail }: Pick<StandingRecord, 'pact' | 'detail'>) => ({
  clauses: pact.clauses,
  detail,
});

/** What was asked, of which pact, and the versions that answered. */
export function headOf(
  record: Pick<StandingRecord, 'pact' | 'setting' | 'corpus' | 'signed'>,
  filter: StandingFilter,
): ViewHead {
  const { setting, corpus, signed } = record;
  return {
    filter,
    asOf: toIso(setting.asOf),
    policy: setting.policy.version,
    engine: ENGINE_VERSION,
    corpus,
    signed,
    pact: pactView(record),
  };
}

/** Most findings one list holds. */
export const LIST_LIMIT = 1000;

/** The findings behind a mark: one per incident and accused under a filter, what is not covered last. */
export function listFindings(
  record: StandingRecord,
  filter: StandingFilter,
  limit = LIST_LIMIT,
): FindingRows {
  const { counted } = record.select(filter);
  const { values } = record.setting.policy;
  return {
    rows: findingRows(gravestFirst(counted, values, limit), rowQuestion(record)),
    total: counted.length,
  };
}

/**
 * Everything the standing page shows. Counts are of one finding per incident and accused, the
 * gravest (method.md 4); the heat table and the deadlines are per clause. Filters narrow findings;
 * the monitoring basis rests on the whole record of the period.
 */
export function shapeStanding(
  record: Omit<StandingRecord, 'select'>,
  filter: StandingFilter,
): StandingView {
  const { pact, setting } = record;
  const party = askedParty(pact, filter);
  const sums = record.sums(filter);
  const shown = pact.referenceOnly ? [] : pact.parties.map(({ code }) => code);
  const question = { pact, setting, period: periodOf(filter) };
  const standings = shown
    .filter((code) => party === null || code === party)
    .map((code) => {
      const own = sums.parties.get(code) ?? partySums([], setting.policy.values);
      const period = periodFor(question, code);
      const basis = record.basis(code, period);
      const summary = summarise(own, { party: code, period, basis }, question);
      return lineOf(summary, own, record);
    });
  const period = pact.referenceOnly ? null : spanning(shownPeriod(record, filter), sums.covered);
  const monitored = monitoredShares(pact, record.monitoring, party);
  const { by, bins } = binsOfMonths(sums.months, { period, by: filter.by, monitored });
  const clauses = pact.clauses.filter(({ id }) => filter.clause === null || id === filter.clause);
  const ids = clauses.filter(isTestable).map(({ id }) => id);
  return {
    ...headOf(record, { ...filter, by }),
    standings,
    overlapping: bandsOverlap(standings),
    bins,
    annotations: annotationsOf(pact, setting),
    confidence: {
      rows: findingRows(sums.confidence.first, rowQuestion(record)),
      total: sums.confidence.total,
    },
    heat: heatOf(sums.years, ids, period),
    clocks: clocksOf(sums.clocks, setting.asOf),
  };
}
