import { binNumber } from '@/domain/bins';
import { isViolation, severityWeights } from '@/domain/compliance-index';
import type { ClauseJudge } from '@/domain/lab/clause-judge';
import { instantOf } from '@/domain/lab/instants';
import { Judge } from '@/domain/lab/judge';
import { numbersOf } from '@/domain/lab/laid';
import type { Match } from '@/domain/lab/matching';
import { accusedIn } from '@/domain/lab/pick';
import { ruleAt, VERDICT_OF } from '@/domain/lab/rules';
import { LINKED, ruleIn } from '@/domain/lab/settled';
import type { Store } from '@/domain/lab/store';
import type { Outcomes } from '@/domain/lab/turned';
import type { Pact } from '@/domain/pact';
import type { StandingFilter } from '@/domain/standing-view';
import { VERDICTS } from '@/domain/verdict';
import { CLOCKS, Dues } from './due';
import type { Ids, Mention } from './mention';
import { casesWanted, narrowingOf } from './narrowing';
import { SUM, Tally, WIDE } from './tally';

const OUTSIDE = VERDICTS.indexOf('NOT_COVERED');
const PENDING = VERDICTS.indexOf('PENDING');
const R0 = ruleAt('R0');
/** By verdict: 1 where it is a violation, or open. */
const FOUND = Uint8Array.from(VERDICTS, (verdict) => (isViolation(verdict) ? 1 : 0));
const OPEN = Uint8Array.from(VERDICTS, (_, verdict) =>
  verdict <= PENDING && FOUND[verdict] === 0 ? 1 : 0,
);

/** Place in VERDICTS of the word that a violation was published with; -1: nobody signed it. */
export type Signed = (mention: Omit<Mention, 'rank' | 'key'>) => number;

/** What is added up: the outcomes of a day under a pact, as a filter leaves them. */
export interface Tallied {
  readonly pact: Pact;
  readonly filter: StandingFilter;
  readonly side: Outcomes;
  readonly ids: Ids;
  /** Numbers of incidents left out. */
  readonly skipped: ReadonlySet<number>;
  /** Null: violations count whether or not they are signed. */
  readonly signed: Signed | null;
}

const months = new WeakMap<Store, Int32Array>();

/** By case: number of the month in which it began. */
function monthsIn(store: Store): Int32Array {
  const known = months.get(store);
  if (known !== undefined) return known;
  const { columns, coded } = store;
  const numbers = new Map<number, number>();
  const made = Int32Array.from(columns.incident, (_, at) => {
    const onset = columns.caseStart[at] ?? 0;
    const found = numbers.get(onset) ?? binNumber(coded ? instantOf(onset) : onset, 'month');
    numbers.set(onset, found);
    return found;
  });
  months.set(store, made);
  return made;
}

/** The gravest finding of a case so far. */
class Best {
  verdict = OUTSIDE;
  found = OUTSIDE;
  outcome = 0;
  clause = 0;
  severity = 1;
  weight = 0;
  b = 0;
  u = 0;
  m = 1;
}

/** Adds up the cases of one day, one after the other. */
class Tallying {
  private readonly tally: Tally;
  private readonly judges: readonly ClauseJudge[];
  private readonly weights: readonly number[];
  private readonly dues: Dues;
  private readonly wanted: Uint8Array;
  private readonly asked: ReturnType<typeof narrowingOf>;
  private readonly months: Int32Array;
  private readonly best = new Best();

  constructor(private readonly given: Tallied) {
    const { pact, filter, side, skipped } = given;
    const { day, binding } = side.laid;
    const { columns, policy } = day.store;
    const until = Array.from(columns.reportedCase, (at, number) => [
      at,
      columns.reportedUntil[number] ?? 0,
    ]) as [number, number][];
    this.months = monthsIn(day.store);
    const numbers = numbersOf(pact);
    const judge = new Judge(day);
    this.judges = numbers.map((own) => judge.under(own));
    this.weights = severityWeights(policy.values);
    this.dues = new Dues(judge.clock, new Map(until));
    this.asked = narrowingOf(pact, filter);
    this.wanted = casesWanted(side.laid, numbers, this.asked, skipped);
    const clauses = numbers.map(({ codes }) => codes.clause.id);
    this.tally = new Tally(binding.parties, clauses);
  }

  private onset(at: number): number {
    const { caseStart } = this.given.side.laid.day.store.columns;
    const onset = caseStart[at] ?? 0;
    return this.given.side.laid.day.store.coded ? instantOf(onset) : onset;
  }

  /** Number of the month in which a case began. */
  private month(at: number): number {
    return this.months[at] ?? 0;
  }

  private count(party: number, verdict: number, by: 1 | -1): void {
    const { counts } = this.tally;
    counts[party * WIDE + verdict] = (counts[party * WIDE + verdict] ?? 0) + by;
  }

  /** Counts every case that is asked about as not covered: those that are, are moved later. */
  private outside(): void {
    const { binding, day } = this.given.side.laid;
    const { partitionFrom, segmentFrom } = day.store.columns;
    binding.party.forEach((party, partition) => {
      if (party < 0) return;
      const end = segmentFrom[partitionFrom[partition + 1] ?? 0] ?? 0;
      for (let at = segmentFrom[partitionFrom[partition] ?? 0] ?? 0; at < end; at += 1) {
        if (this.wanted[at] !== 1) continue;
        this.tally.months.add(this.month(at), OUTSIDE);
        this.count(party, OUTSIDE, 1);
      }
    });
  }

  private mention(
    at: number,
    clause: number,
    verdict: number,
    found: number,
  ): Omit<Mention, 'rank' | 'key'> {
    const { side, ids } = this.given;
    const { store } = side.laid.day;
    const incident = store.columns.incident[at] ?? 0;
    return { store, ids, incident, at, clause, verdict, found, accused: accusedIn(store, at) };
  }

  /** What a verdict counts as: a violation that nobody signed is pending (method.md 4). */
  private counted(at: number, clause: number, found: number): number {
    const { signed } = this.given;
    if (signed === null || FOUND[found] !== 1) return found;
    const word = signed(this.mention(at, clause, found, found));
    return word < 0 ? PENDING : word;
  }

  /** Adds what becomes of a case under one clause. */
  private add(at: number, { clause, severity }: Match, outcome: number): void {
    const found = VERDICT_OF[ruleIn(outcome)] ?? OUTSIDE;
    const judge = this.judges[clause];
    if (found === OUTSIDE || judge === undefined) return;
    if (this.asked.clauses[clause] !== true || severity < this.asked.floor) return;
    const { best } = this;
    const verdict = this.counted(at, clause, found);
    if (verdict === OUTSIDE) return;
    const { weighing } = judge;
    weighing.weigh(at, severity, outcome);
    const m = verdict === found ? weighing.m : 1;
    const weight = weighing.b * m * (this.weights[severity] ?? 0);
    this.tally.years[clause]?.add(Math.floor(this.month(at) / 12), verdict);
    const clock = CLOCKS[ruleIn(outcome)];
    if (clock != null)
      this.clock(at, { clause, severity }, { found, verdict, rule: ruleIn(outcome) });
    if (verdict > best.verdict || (verdict === best.verdict && weight <= best.weight)) return;
    best.verdict = verdict;
    best.found = found;
    best.outcome = outcome;
    best.clause = clause;
    best.severity = severity;
    best.weight = weight;
    best.b = weighing.b;
    best.u = weighing.u;
    best.m = m;
  }

  private clock(
    at: number,
    { clause, severity }: Pick<Best, 'clause' | 'severity'>,
    { found, verdict, rule }: Pick<Best, 'found' | 'verdict'> & { readonly rule: number },
  ): void {
    const judge = this.judges[clause];
    const clock = CLOCKS[rule];
    if (clock == null || judge === undefined) return;
    const due = this.dues.of(rule, at, judge, severity);
    if (Number.isNaN(due)) return;
    const key = clock.state === 'open' ? due : -due;
    const list = this.tally.clocks[clock.state];
    if (!list.mayLead(0, key)) return;
    list.keep({ ...this.mention(at, clause, verdict, found), rank: 0, key });
  }

  /** Closes a case: its gravest finding is the one that counts. */
  private close(at: number, party: number): void {
    const { best, tally } = this;
    const { verdict, found, clause, weight } = best;
    if (verdict === OUTSIDE) return;
    const month = this.month(at);
    tally.months.add(month, OUTSIDE, -1);
    tally.months.add(month, verdict);
    this.count(party, OUTSIDE, -1);
    this.count(party, verdict, 1);
    const onset = this.onset(at);
    tally.from = Math.min(tally.from, onset);
    tally.to = Math.max(tally.to, onset);
    this.weigh(party);
    if (tally.confidence.mayLead(verdict, -weight))
      tally.confidence.keep({
        ...this.mention(at, clause, verdict, found),
        ...{ rank: verdict, key: -weight },
      });
    best.verdict = OUTSIDE;
    best.weight = 0;
  }

  /** What the gravest finding of a case adds to the sums of its party (method.md 4). */
  private weigh(party: number): void {
    const { verdict, b, u, m, severity, outcome } = this.best;
    const { sums } = this.tally;
    const weight = this.weights[severity] ?? 0;
    const at = party * SUM.SIZE;
    if (FOUND[verdict] === 1) {
      sums.add(at + SUM.LOW, b * weight * m);
      sums.add(at + SUM.HIGH, (b + u) * weight * m);
      sums.add(at + SUM.EXPECTED, b);
      if (b < 1) sums.add(at + SUM.LOG_NONE, Math.log1p(-b));
      else sums.add(at + SUM.CERTAIN, 1);
    } else if (OPEN[verdict] === 1 && (ruleIn(outcome) !== R0 || (outcome & LINKED) !== 0))
      sums.add(at + SUM.HIGH, (b + u) * weight);
  }

  run(): Tally {
    const { laid, outcomes } = this.given.side;
    const { cases, first, party: parties, matches } = laid;
    this.outside();
    let asked = 0;
    matches.forEach((own, stretch) => {
      const party = parties[stretch] ?? 0;
      const end = first[stretch + 1] ?? 0;
      for (let place = first[stretch] ?? 0; place < end; place += 1) {
        const at = cases[place] ?? 0;
        if (this.wanted[at] === 1) {
          for (let one = 0; one < own.length; one += 1) {
            const match = own[one];
            if (match !== undefined) this.add(at, match, outcomes[asked + one] ?? 0);
          }
          this.close(at, party);
        }
        asked += own.length;
      }
    });
    return this.tally;
  }
}

/** Adds up the outcomes of a day for the standing page: what `sumsOver` adds up of a sweep (property test). */
export const tallied = (given: Tallied): Tally => new Tallying(given).run();
