import 'server-only';
import {
  type RecordColumns,
  type RecordMemo,
  recordColumns,
} from '@/domain/attribution/record-columns';
import { assumedFrom } from '@/domain/bound';
import type { FindingRows } from '@/domain/confidence';
import type { Instant } from '@/domain/dates';
import { startOf, toDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import { basesFrom, type MonitoringBasis, type Watched, watchedIn } from '@/domain/monitoring';
import type { Pact } from '@/domain/pact';
import {
  headOf,
  listFindings,
  type ShownFinding,
  type StandingRecord,
  shapeStanding,
} from '@/domain/standing-shape';
import type { StandingSums } from '@/domain/standing-sums';
import type { FindingRow, StandingFilter, StandingView, ViewHead } from '@/domain/standing-view';
import { type Columns, columnsOf, type Memo } from '@/domain/sweep/columns';
import { flagsAt, reasonAt, victimsAt } from '@/domain/sweep/row';
import { selectFromSweep } from '@/domain/sweep/select';
import { sweep } from '@/domain/sweep/sweep';
import type { World } from '@/domain/view/world';
import { processWide } from './process-wide';
import { Recent } from './recent';
import {
  questionOf,
  type SignedCase,
  type StandingRefusal,
  type StandingSource,
  tagOf,
} from './standing-question';

/** What is kept of one version of the corpus as one reader sees it. */
interface Kept {
  readonly columns: Recent<Columns>;
  readonly reports: Recent<RecordColumns>;
  readonly watched: Recent<readonly Watched[]>;
  readonly worlds: Recent<World>;
  readonly views: Recent<StandingView>;
}

/** Worlds (pact, day, entry into force) and views kept of each; a world of 20,000 incidents takes some megabytes. */
const WORLDS = 4;
const VIEWS = 64;

const kept = processWide('standing', () => ({
  sources: new WeakMap<readonly Incident[], Kept>(),
  memos: new Recent<Memo>(2),
  reportMemos: new Recent<RecordMemo>(2),
}));

function keptFor({ incidents }: Pick<StandingSource, 'incidents'>): Kept {
  const known = kept.sources.get(incidents);
  if (known !== undefined) return known;
  const made: Kept = {
    columns: new Recent(2),
    reports: new Recent(1),
    watched: new Recent(WORLDS),
    worlds: new Recent(WORLDS),
    views: new Recent(VIEWS),
  };
  kept.sources.set(incidents, made);
  return made;
}

/** What columns depend on beside the incidents. */
export const layoutOf = ({ policy, compiledOn }: Setting): string =>
  `${policy.version} ${compiledOn}`;

/** What was worked out of incidents under a policy, whoever asked: shared, so that it is kept once. */
export const memoFor = (setting: Setting): Memo =>
  kept.memos.get(layoutOf(setting), () => new WeakMap());

/** The columns of a source, laid out once; incidents known from an earlier version are taken over. */
function columnsFor(
  { incidents }: Pick<StandingSource, 'incidents'>,
  own: Kept,
  setting: Setting,
): Columns {
  const key = layoutOf(setting);
  return own.columns.get(key, () => columnsOf(incidents, setting, memoFor(setting)));
}

/** The columns of a record as one reader sees it, kept for whoever asks next. */
export const columnsKept = (incidents: readonly Incident[], setting: Setting): Columns =>
  columnsFor({ incidents }, keptFor({ incidents }), setting);

/** Reports and claims of a source, laid out once and only for the views that read them. */
function reportsFor({ incidents }: StandingSource, own: Kept, { compiledOn }: Setting) {
  return own.reports.get(compiledOn, () =>
    recordColumns(
      incidents,
      compiledOn,
      kept.reportMemos.get(compiledOn, () => new WeakMap()),
    ),
  );
}

/** Names a case under a clause. */
export const caseKey = (incident: string, clause: string, accused: string): string =>
  `${incident} ${clause} ${accused}`;

/** The signed findings that stand under the pact's own entry into force, by case; a what-if has none. */
export function signedBy(
  pact: Pact,
  setting: Setting,
  signed: readonly SignedCase[],
): ReadonlyMap<string, SignedCase> {
  const { assumedFrom: assumed = null } = setting;
  const own = assumed === null || assumed === assumedFrom(pact);
  return new Map(
    own
      ? signed.map((each) => [caseKey(each.incident, each.clause, each.accused), each] as const)
      : [],
  );
}

/** How many signed findings are of incidents the reader may see. */
function signedCount(
  signed: ReadonlyMap<string, SignedCase>,
  incidents: readonly Incident[],
): number {
  if (signed.size === 0) return 0;
  const seen = new Set(incidents.map(({ id }) => id));
  return [...signed.values()].filter(({ incident }) => seen.has(incident)).length;
}

/** Bases by party and period: filters that leave the period alone ask for the same again. */
function rememberedBases(bases: StandingRecord['basis']): StandingRecord['basis'] {
  const known = new Recent<MonitoringBasis>(1000);
  return (party, period) =>
    known.get(`${party} ${period?.from} ${period?.to}`, () => bases(party, period));
}

/** Sums by filter: they are the same whatever the size of the bins. */
function rememberedSums(sums: StandingRecord['sums']): StandingRecord['sums'] {
  const known = new Recent<StandingSums>(VIEWS);
  return (filter) => known.get(JSON.stringify({ ...filter, by: null }), () => sums(filter));
}

/** What the monitoring bases of a day rest on, read once. */
export function watchedOn(
  { incidents }: Pick<StandingSource, 'incidents'>,
  setting: Setting,
): readonly Watched[] {
  return keptFor({ incidents }).watched.get(`${setting.asOf}`, () =>
    watchedIn(
      incidents.filter(({ started }) => startOf(started) <= setting.asOf),
      setting,
    ),
  );
}

/** The record of a pact on a day, swept: what every view of it is shaped from. */
export function worldOf(
  source: StandingSource,
  pact: Pact,
  setting: Setting,
  signed: readonly SignedCase[],
): World {
  const own = keptFor(source);
  const { incidents, monitoring, version } = source;
  const scored = sweep(columnsFor(source, own, setting), pact, setting, { partiesOnly: true });
  const cases = signedBy(pact, setting, signed);
  const signedOf = ({ incident, clause, accused }: ShownFinding) =>
    cases.size === 0 ? undefined : cases.get(caseKey(incident, clause, accused));
  // Signed as another verdict, such as before a deadline passed, is not signed as this one.
  const signedAs = (finding: ShownFinding) => {
    const held = signedOf(finding);
    return held?.verdict === finding.verdict ? held.word : null;
  };
  const { select, sums } = selectFromSweep(scored, cases.size === 0 ? null : signedAs);
  const watched = watchedOn(source, setting);
  return {
    pact,
    setting,
    monitoring,
    select,
    sums: rememberedSums(sums),
    corpus: {
      version: `${version}`,
      compiledOn: source.compiledOn ?? toDay(setting.asOf),
      incidents: incidents.length,
      ...(source.tlp === undefined ? {} : { tlp: source.tlp() }),
    },
    signed: signedCount(cases, incidents),
    basis: rememberedBases(basesFrom({ pact, monitoring, setting }, watched)),
    detail: (finding) => {
      const { row, verdict } = finding;
      const held = signedOf(finding);
      const signedHere = held?.word === verdict ? held.id : null;
      return {
        ...{ reason: reasonAt(scored, row), flags: flagsAt(scored, row), signed: signedHere },
        victims: victimsAt(scored, row),
      };
    },
    sweep: scored,
    reports: () => reportsFor(source, own, setting),
    rules: source.policies.map(({ version: of, validFrom }) => ({
      ...{ name: 'Policy', version: of, validFrom },
    })),
  };
}

export type StandingAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly tag: string }
  | { readonly ok: false; readonly refusal: StandingRefusal };

/** A question asked of one version of the corpus as one reader sees it. */
export interface Asked {
  readonly source: StandingSource;
  readonly filter: StandingFilter;
  readonly today: Instant;
  readonly signed: readonly SignedCase[];
}

/**
 * Answers from the world a filter names: `make` is handed it, and the key under which its answer
 * may be kept. `also`: what else the answer depends on.
 */
export function answerFrom<T>(
  { source, filter, today, signed }: Asked,
  make: (world: () => World, key: string) => T,
  also = '',
): StandingAnswer<T> {
  const question = questionOf(source, filter, today);
  if (!question.ok) return question;
  const { pact, setting } = question;
  const own = keptFor(source);
  const place = `${pact.id} ${setting.asOf} ${setting.assumedFrom} ${setting.policy.version}`;
  const key = `${place} ${JSON.stringify(filter)}${also}`;
  const world = () => own.worlds.get(place, () => worldOf(source, pact, setting, signed));
  return { ok: true, value: make(world, key), tag: tagOf(source, key) };
}

/** The standing page under a filter. What the filter does not change is computed once and kept. */
export function answerStanding(
  source: StandingSource,
  filter: StandingFilter,
  today: Instant,
  signed: readonly SignedCase[] = [],
): StandingAnswer<StandingView> {
  const { views } = keptFor(source);
  return answerFrom({ source, filter, today, signed }, (world, key) =>
    views.get(key, () => shapeStanding(world(), filter)),
  );
}

/** The findings behind a mark of that page. */
export function answerFindings(
  source: StandingSource,
  filter: StandingFilter,
  today: Instant,
  signed: readonly SignedCase[] = [],
): StandingAnswer<FindingRows> {
  return answerFrom({ source, filter, today, signed }, (world) => listFindings(world(), filter));
}

/** Every finding under a filter, with what a file of them says of itself. */
export function answerEveryFinding(
  asked: Asked,
): StandingAnswer<{ readonly head: ViewHead; readonly rows: readonly FindingRow[] }> {
  return answerFrom(asked, (world) => ({
    head: headOf(world(), asked.filter),
    rows: listFindings(world(), asked.filter, Infinity).rows,
  }));
}
