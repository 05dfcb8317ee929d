import { RULE_IDS } from '@/domain/verdict';
import type { Corpus } from './corpus';
import { OURS, type ScoreLine } from './full-score';
import type { LoggedLine } from './logged';
import type { Timing } from './measure';
import type { SlideLine } from './sliding';

/** Everything that a run of the bench measured. */
export interface Measured {
  readonly scores: readonly ScoreLine[];
  readonly slides: readonly SlideLine[];
  readonly logged: readonly LoggedLine[];
  readonly corpora: readonly CorpusFacts[];
}

/** What is kept of a corpus when its rows are gone. */
export interface CorpusFacts {
  readonly incidents: number;
  readonly cases: number;
  /** Findings other than that the clause does not cover the case. */
  readonly covered: number;
  readonly columnBytes: number;
  readonly dayBytes: number;
  /** Laying the day out anew. */
  readonly day: Timing;
}

const R1 = RULE_IDS.indexOf('R1');

export function factsOf({ incidents, oracle, ours }: Corpus, day: Timing): CorpusFacts {
  const { counts, clauses } = oracle;
  const sum = (list: ArrayLike<number>) => Array.from(list).reduce((all, one) => all + one, 0);
  const covered = sum(counts.filter((_, at) => at % RULE_IDS.length !== R1));
  return {
    ...{ incidents, covered, day, cases: sum(counts) / clauses.length },
    ...{ columnBytes: ours.columnBytes, dayBytes: ours.dayBytes },
  };
}

/** A figure to be reached; null: this run did not measure it. */
export interface Target {
  readonly what: string;
  readonly asked: string;
  readonly found: string | null;
  readonly reached: boolean | null;
  /** What bounds it where it is not reached. */
  readonly bound: string;
}

const MILLION = 1_000_000;
const TEN_MILLION = 10 * MILLION;

const bestOf = (scores: readonly ScoreLine[], engine: string, incidents: number) =>
  scores
    .filter((line) => line.engine === engine && line.incidents === incidents)
    .sort((one, two) => one.timing.median - two.timing.median)[0];

function faster(
  { scores, corpora }: Measured,
  engine: string,
  incidents: number,
  times: number,
  { way, threads }: { readonly way?: string; readonly threads?: number } = {},
): Target {
  const theirs =
    way === undefined
      ? bestOf(scores, engine, incidents)
      : scores.find(
          (line) => line.engine === engine && line.incidents === incidents && line.way === way,
        );
  // What computes with several threads is held against as many of ours as there are, the rest
  // against one, unless more of ours are asked for.
  const own = bestOf(
    scores.filter((line) => line.threads <= (threads ?? theirs?.threads ?? 1)),
    OURS,
    incidents,
  );
  const ours = own?.timing.median;
  const detail = way ?? (threads === undefined ? null : 'against all threads of the machine');
  const what = `Full score at ${incidents.toLocaleString('en')}: ${[engine, detail].filter((part) => part !== null).join(', ')}`;
  const asked = `${times.toLocaleString('en')} times faster`;
  if (ours === undefined || theirs === undefined)
    return { what, asked, found: null, reached: null, bound: '' };
  const ratio = theirs.timing.median / ours;
  const facts = corpora.find((one) => one.incidents === incidents);
  const each = facts === undefined ? Number.NaN : (ours * 1e6) / facts.covered;
  return {
    ...{ what, asked },
    found: `${ratio.toLocaleString('en', { maximumFractionDigits: 1 })} times, with ${own?.way}`,
    reached: ratio >= times,
    bound: `${facts?.covered.toLocaleString('en')} findings to decide at ${each.toFixed(1)} ns each`,
  };
}

function most(what: string, limit: number, unit: string, found: number | undefined): Target {
  const digits = (value: number): string =>
    `${value.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`;
  return {
    what,
    asked: `at most ${digits(limit)}`,
    found: found === undefined ? null : digits(found),
    reached: found === undefined ? null : found <= limit,
    bound: '',
  };
}

/** The slowest of the sliders at a size; `of` says which of its times. */
function slowest(
  slides: readonly SlideLine[],
  incidents: number,
  of: (line: SlideLine) => number,
): number | undefined {
  const own = slides.filter((line) => line.engine === OURS && line.incidents === incidents);
  return own.length === 0 ? undefined : Math.max(...own.map(of));
}

function noticed({ between, notice, found, pacts }: LoggedLine): Target {
  const what = `One newly logged incident, packed, against ${pacts.toLocaleString('en')} pacts between ${between}`;
  return {
    ...most(what, 20, 'µs', notice.median * 1000),
    bound: `${found.toFixed(0)} findings on average, each decided anew`,
  };
}

/** The figures to be reached against what was measured. */
export function targetsOf(measured: Measured): Target[] {
  const { slides, corpora, logged } = measured;
  const step = (incidents: number) => slowest(slides, incidents, (line) => line.step.median);
  const grab = slowest(slides, MILLION, (line) => line.grab.median);
  const shared = slowest(slides, MILLION, (line) => (line.shared ?? line.grab).median);
  const large = step(TEN_MILLION);
  const small = step(10_000);
  const facts = corpora.find(({ incidents }) => incidents === MILLION);
  const bytes = facts === undefined ? undefined : facts.columnBytes + facts.dayBytes;
  const halved = measured.scores.find(
    (line) => line.engine === OURS && line.incidents === MILLION && line.threads > 1,
  )?.bytes;
  return [
    faster(measured, 'DuckDB', MILLION, 10),
    faster(measured, 'PostgreSQL', MILLION, 50),
    faster(measured, 'plain loop', MILLION, 80),
    faster(measured, 'plain loop', MILLION, 80, { threads: Infinity }),
    faster(measured, 'json-rules-engine', 100_000, 10_000, {
      way: 'every case under every clause',
    }),
    faster(measured, 'json-rules-engine', 100_000, 10_000),
    most(
      'One slider tick over ten clauses at 1,000,000, the slowest slider',
      0.1,
      'ms',
      step(MILLION),
    ),
    most(
      'The same at 10,000,000 against 10,000',
      1.2,
      'times',
      large === undefined || small === undefined ? undefined : large / small,
    ),
    most('Preparing on grab at 1,000,000, ten clauses, the slowest slider', 50, 'ms', grab),
    most('The same with two threads', 50, 'ms', shared),
    ...logged.map(noticed),
    most(
      'Memory of columns and day at 1,000,000',
      120,
      'MB',
      bytes === undefined ? undefined : bytes / 1e6,
    ),
    most(
      'The same in two halves',
      120,
      'MB',
      halved === undefined || halved === null ? undefined : halved / 1e6,
    ),
  ];
}
