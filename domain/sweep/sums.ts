import { binNumber } from '@/domain/bins';
import { severityWeights } from '@/domain/compliance-index';
import { CLOCK_LIMIT, clockOf, clockOrder, type RunningClocks } from '@/domain/deadlines';
import { firstInOrder } from '@/domain/first';
import type { PartySums, Period } from '@/domain/standing';
import type { ShownFinding } from '@/domain/standing-shape';
import type { StandingSums } from '@/domain/standing-sums';
import { type ClockRow, ROW_LIMIT } from '@/domain/standing-view';
import { RULES, VERDICTS, type Verdict } from '@/domain/verdict';
import { type Chosen, countsOtherwise, OUTSIDE, type Rows } from './choose';
import type { Columns } from './columns';
import type { Sweep } from './sheet';
import { dueAt } from './shown';
import { WORD } from './words';

const WIDTH = VERDICTS.length;
const place = (verdict: Verdict): number => VERDICTS.indexOf(verdict);
const IS = {
  commission: place('VIOLATION_COMMISSION'),
  omission: place('VIOLATION_OMISSION'),
  pending: place('PENDING'),
  disputed: place('DISPUTED'),
} as const;
const R0 = RULES.findIndex(({ id }) => id === 'R0');

const months = new WeakMap<Columns, Int32Array>();

/** Number of the month of each incident's onset. */
function monthsIn(columns: Columns): Int32Array {
  const known = months.get(columns);
  if (known !== undefined) return known;
  const made = Int32Array.from(columns.facts.startFirst, (onset) => binNumber(onset, 'month'));
  months.set(columns, made);
  return made;
}

/** Counts by verdict of groups that are numbered from a first one on. */
class Tally {
  private readonly counts: Int32Array;

  constructor(
    private readonly first: number,
    private readonly groups: number,
  ) {
    this.counts = new Int32Array(groups * WIDTH);
  }

  add(group: number, verdict: number): void {
    const at = (group - this.first) * WIDTH + verdict;
    this.counts[at] = (this.counts[at] ?? 0) + 1;
  }

  of(group: number): Record<Verdict, number> {
    const at = (group - this.first) * WIDTH;
    return Object.fromEntries(
      VERDICTS.map((verdict, step) => [verdict, this.counts[at + step] ?? 0]),
    ) as Record<Verdict, number>;
  }

  /** The groups that hold anything. */
  map(): Map<number, Record<Verdict, number>> {
    const found = new Map<number, Record<Verdict, number>>();
    for (let group = this.first; group < this.first + this.groups; group += 1) {
      const at = (group - this.first) * WIDTH;
      if (this.counts.subarray(at, at + WIDTH).some((count) => count > 0))
        found.set(group, this.of(group));
    }
    return found;
  }
}

/** Sums of each party over counted rows: `partySums`, over columns. */
export function partiesOver(sweep: Sweep, { rows, verdicts }: Rows): Map<string, PartySums> {
  const { parties, setting, partition, severity } = sweep;
  const names = [...new Set(parties.filter((party) => party !== null))];
  const placeOf = Int16Array.from(parties, (party) => (party === null ? -1 : names.indexOf(party)));
  const weights = severityWeights(setting.policy.values);
  const tally = new Tally(0, names.length);
  const found = new Uint8Array(names.length);
  const vLow = new Float64Array(names.length);
  const vHigh = new Float64Array(names.length);
  const expected = new Float64Array(names.length);
  const none = new Float64Array(names.length).fill(1);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const verdict = verdicts[at] ?? OUTSIDE;
    const party = placeOf[partition[row] ?? 0] ?? 0;
    tally.add(party, verdict);
    found[party] = 1;
    const b = sweep.b[row] ?? 0;
    const upper = b + (sweep.u[row] ?? 0);
    const weight = weights[severity[row] ?? 1] ?? 0;
    if (verdict === IS.commission || verdict === IS.omission) {
      const m = countsOtherwise(sweep, row, verdict) ? 1 : (sweep.m[row] ?? 1);
      vLow[party] = (vLow[party] ?? 0) + b * weight * m;
      vHigh[party] = (vHigh[party] ?? 0) + upper * weight * m;
      expected[party] = (expected[party] ?? 0) + b;
      none[party] = (none[party] ?? 1) * (1 - b);
    } else if (verdict === IS.pending || verdict === IS.disputed) {
      const inBand = sweep.rule[row] !== R0 || sweep.link[row] === WORD.MET;
      if (inBand) vHigh[party] = (vHigh[party] ?? 0) + upper * weight;
    }
  }
  const sums = names.map((name, at): [string, PartySums] => [
    name,
    {
      counts: tally.of(at),
      vLow: vLow[at] ?? 0,
      vHigh: vHigh[at] ?? 0,
      expected: expected[at] ?? 0,
      none: none[at] ?? 1,
    },
  ]);
  return new Map(sums.filter((_, at) => found[at] === 1));
}

/** The first and the last of what a column says of the incidents of some rows. */
function spanOf({ incident }: Sweep, rows: Int32Array, column: ArrayLike<number>): Period | null {
  let from = Infinity;
  let to = -Infinity;
  for (const row of rows) {
    const value = column[incident[row] ?? 0] ?? Number.NaN;
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return from <= to ? { from, to } : null;
}

function monthsOver(sweep: Sweep, { rows, verdicts }: Rows): StandingSums['months'] {
  const column = monthsIn(sweep.columns);
  const span = spanOf(sweep, rows, column);
  if (span === null) return new Map();
  const tally = new Tally(span.from, span.to - span.from + 1);
  rows.forEach((row, at) => {
    tally.add(column[sweep.incident[row] ?? 0] ?? span.from, verdicts[at] ?? OUTSIDE);
  });
  return tally.map();
}

function yearsOver(sweep: Sweep, { rows, verdicts }: Rows): StandingSums['years'] {
  const column = monthsIn(sweep.columns);
  const span = spanOf(sweep, rows, column);
  if (span === null) return new Map();
  const first = Math.floor(span.from / 12);
  const tallies = sweep.tests.map(() => new Tally(first, Math.floor(span.to / 12) - first + 1));
  rows.forEach((row, at) => {
    const year = Math.floor((column[sweep.incident[row] ?? 0] ?? 0) / 12);
    tallies[sweep.clause[row] ?? 0]?.add(year, verdicts[at] ?? OUTSIDE);
  });
  return new Map(sweep.tests.map(({ clause }, at) => [clause.id, tallies[at]?.map() ?? new Map()]));
}

type Shown = (row: number, verdict: number) => ShownFinding;

/** The rows of a list: `gravestFirst`, over columns. Incidents stand in order of id. */
function gravestOver(
  sweep: Sweep,
  { rows, verdicts }: Rows,
  shown: Shown,
): StandingSums['confidence'] {
  const weights = severityWeights(sweep.setting.policy.values);
  const weightOf = (at: number): number => {
    const row = rows[at] ?? 0;
    const m = countsOtherwise(sweep, row, verdicts[at] ?? 0) ? 1 : (sweep.m[row] ?? 1);
    return (sweep.b[row] ?? 0) * m * (weights[sweep.severity[row] ?? 1] ?? 0);
  };
  const incidentAt = (at: number): number => sweep.incident[rows[at] ?? 0] ?? 0;
  const order = (one: number, two: number): number =>
    (verdicts[one] ?? 0) - (verdicts[two] ?? 0) ||
    weightOf(two) - weightOf(one) ||
    incidentAt(one) - incidentAt(two);
  const inside: number[] = [];
  for (let at = 0; at < rows.length; at += 1) if (verdicts[at] !== OUTSIDE) inside.push(at);
  return {
    first: firstInOrder(inside, ROW_LIMIT, order).map((at) =>
      shown(rows[at] ?? 0, verdicts[at] ?? 0),
    ),
    total: inside.length,
  };
}

const CLOCKS = RULES.map(({ id }) => clockOf(id));

function clocksOver(
  sweep: Sweep,
  { rows, verdicts }: Rows,
  shown: Shown,
): RunningClocks<ShownFinding> {
  const running: Record<ClockRow['state'], [at: number, due: number][]> = {
    open: [],
    lapsed: [],
    met: [],
  };
  rows.forEach((row, at) => {
    const clock = CLOCKS[sweep.rule[row] ?? 0];
    if (clock == null) return;
    const due = dueAt(sweep, row);
    if (due !== null) running[clock.state].push([at, due]);
  });
  const listed = (state: ClockRow['state']) => {
    const order = clockOrder(state);
    const first = firstInOrder(running[state], CLOCK_LIMIT, ([, one], [, two]) => order(one, two));
    return {
      first: first.map(([at]) => shown(rows[at] ?? 0, verdicts[at] ?? 0)),
      total: running[state].length,
    };
  };
  return { open: listed('open'), lapsed: listed('lapsed'), met: listed('met') };
}

/** Adds up what was chosen of a sweep, over columns: it equals `sumsOf` (property test). */
export function sumsOver(sweep: Sweep, { covered, counted }: Chosen, shown: Shown): StandingSums {
  const inside = counted.rows.filter((_, at) => counted.verdicts[at] !== OUTSIDE);
  return {
    parties: partiesOver(sweep, counted),
    covered: spanOf(sweep, inside, sweep.columns.facts.startFirst),
    months: monthsOver(sweep, counted),
    years: yearsOver(sweep, covered),
    confidence: gravestOver(sweep, counted, shown),
    clocks: clocksOver(sweep, covered, shown),
  };
}
