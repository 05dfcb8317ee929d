import { assumedFrom } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import {
  intentOutcome,
  OUTCOME,
  objectOutcome,
  reservationOutcome,
  severityOf,
} from '@/domain/sweep/clause-test';
import { RULES, VERDICTS } from '@/domain/verdict';
import type { Day } from './day';
import { type Binding, bindingOf, GATE, Gate } from './gate';
import { COVERED, Judge, LINKED, ruleIn } from './judge';
import { type ClauseNumbers, clauseNumbers } from './numbers';
import { type Layout, layoutOf, type Rollup, rollupAt, rowsOf } from './rollup';
import { ruleAt, VERDICT_OF } from './rules';

/** What is asked of a corpus on a day. */
export interface Question {
  /** A variant of a pact, or the pact itself. */
  readonly pact: Pact;
  /** Assumed entry into force of a hypothetical pact; null: the pact's own. */
  readonly assumedFrom: Instant | null;
}

/** A clause that may cover the incidents of a segment. */
export interface Match {
  readonly clause: number;
  readonly numbers: ClauseNumbers;
  readonly severity: number;
  /** COVERED, as far as the kind of incident tells. */
  readonly coverage: number;
}

const R0 = ruleAt('R0');
const R1 = ruleAt('R1');
const IS = {
  commission: VERDICTS.indexOf('VIOLATION_COMMISSION'),
  omission: VERDICTS.indexOf('VIOLATION_OMISSION'),
  disputed: VERDICTS.indexOf('DISPUTED'),
  pending: VERDICTS.indexOf('PENDING'),
  outside: VERDICTS.indexOf('NOT_COVERED'),
} as const;

const RULE_COUNT = RULES.length;
const VERDICT_COUNT = VERDICTS.length;

/** The clause numbers of a pact; none of one that is kept for reference only. */
export const numbersOf = (pact: Pact): ClauseNumbers[] =>
  pact.referenceOnly ? [] : pact.clauses.map((clause) => clauseNumbers(pact, clause));

/** A pact over the columns of a day: its clauses as numbers, who is bound, which cases its time lets in. */
export interface Bound {
  readonly day: Day;
  readonly pact: Pact;
  readonly from: Instant | null;
  readonly numbers: readonly ClauseNumbers[];
  readonly binding: Binding;
  readonly gate: Gate;
  readonly layout: Layout;
}

export function boundOn(day: Day, { pact, assumedFrom: given }: Question): Bound {
  const from = given ?? assumedFrom(pact);
  const binding = bindingOf(day.store, pact);
  const numbers = numbersOf(pact);
  return {
    ...{ day, pact, from, numbers, binding },
    gate: new Gate(day, binding, pact, from),
    layout: layoutOf({
      clauses: numbers.map(({ codes }) => codes.clause.id),
      parties: binding.parties,
    }),
  };
}

/** Every way in which each clause may match: made once, since segments are many. */
function matchTable(numbers: readonly ClauseNumbers[]): readonly Match[] {
  return numbers.flatMap((own, clause) =>
    Array.from({ length: 12 }, (_, at) => ({
      ...{ clause, numbers: own, severity: at >> 1, coverage: at & 1 },
    })),
  );
}

const known = (unknown: boolean): number => (unknown ? COVERED.UNKNOWN : COVERED.IN);

/**
 * By kind of incident and clause the place of a match in the table of its clause; 255 where the kind
 * is not covered. Reservations are left to the party. `floored`: severities below both floors are not.
 */
function kindsUnder(
  { day, numbers }: Pick<Bound, 'day' | 'numbers'>,
  floored: boolean,
): Uint8Array {
  const { kindConduct, kindObjects, kindIntent, kindSeverity } = day.store.columns;
  const size = kindSeverity.length;
  const found = new Uint8Array(size * numbers.length).fill(255);
  numbers.forEach((own, clause) => {
    const { codes } = own;
    const conduct = codes.keepsConduct & codes.conduct;
    const least = floored ? Math.min(own.commissionFloor, own.dutyFloor) : 0;
    for (let kind = 0; kind < size; kind += 1) {
      if (((kindConduct[kind] ?? 0) & conduct) === 0) continue;
      const objects = kindObjects[kind] ?? 0;
      const object = objectOutcome(codes, objects);
      if (object === OUTCOME.FAIL) continue;
      const intent = intentOutcome(codes, kindIntent[kind] ?? -1);
      if (intent === OUTCOME.FAIL) continue;
      const severity = severityOf(codes, kindSeverity[kind] ?? 1, objects);
      if (severity < least) continue;
      const unknown = object === OUTCOME.UNKNOWN || intent === OUTCOME.UNKNOWN;
      found[kind * numbers.length + clause] = severity * 2 + known(unknown);
    }
  });
  return found;
}

/** What a reservation of the accused leaves of a match; 255: nothing. */
function reserved(
  { day, numbers }: Pick<Bound, 'day' | 'numbers'>,
  kind: number,
  clause: number,
  party: number,
  match: number,
): number {
  const codes = numbers[clause]?.codes;
  if (codes === undefined || codes.reservations.size === 0) return match;
  const { kindConduct, kindObjects } = day.store.columns;
  const outcome = reservationOutcome(codes, kindConduct[kind] ?? 0, kindObjects[kind] ?? 0, party);
  if (outcome === OUTCOME.FAIL) return 255;
  return outcome === OUTCOME.UNKNOWN ? match | COVERED.UNKNOWN : match;
}

/** Adds outcomes up, each in its clause and the gravest of each case at pact level; `sign` -1 takes away. */
export class Adder {
  private sign: 1 | -1 = 1;
  private verdict = IS.outside;
  private weight = 0;
  private outcome = R1;
  private gravest: Match | null = null;

  constructor(
    private readonly judge: Judge,
    private readonly parties: number,
    private rollup: Rollup,
  ) {}

  /** Where, and whether, to add from now on. */
  into(rollup: Rollup, sign: 1 | -1): void {
    this.rollup = rollup;
    this.sign = sign;
  }

  /** Adds the outcome of one case under one clause. */
  add(at: number, party: number, match: Match, outcome: number): void {
    const { rollup, sign } = this;
    const rule = ruleIn(outcome);
    const cell = match.clause * this.parties + party;
    const count = cell * RULE_COUNT + rule;
    rollup.counts[count] = (rollup.counts[count] ?? 0) + sign;
    const verdict = VERDICT_OF[rule] ?? IS.outside;
    if (verdict > IS.pending) {
      if (verdict < this.verdict) this.hold(verdict, 0, outcome, null);
      return;
    }
    const { numbers, severity } = match;
    if (verdict <= IS.omission)
      rollup.low[cell] =
        (rollup.low[cell] ?? 0) + sign * this.judge.low(at, numbers, severity, outcome);
    if (inBand(outcome))
      rollup.high[cell] =
        (rollup.high[cell] ?? 0) + sign * this.judge.high(at, numbers, severity, outcome);
    if (this.gravest === null) this.hold(verdict, -1, outcome, match);
    else if (verdict <= this.verdict) this.compare(at, verdict, outcome, match);
  }

  private hold(verdict: number, weight: number, outcome: number, match: Match | null): void {
    this.verdict = verdict;
    this.weight = weight;
    this.outcome = outcome;
    this.gravest = match;
  }

  /** Of two as grave the larger p * w * m counts, else the first (method.md 4). */
  private compare(at: number, verdict: number, outcome: number, match: Match): void {
    const weight = this.judge.weight(at, match.numbers, match.severity, outcome);
    if (this.weight < 0 && this.gravest !== null)
      this.weight = this.judge.weight(
        ...([at, this.gravest.numbers, this.gravest.severity, this.outcome] as const),
      );
    if (verdict < this.verdict || weight > this.weight) this.hold(verdict, weight, outcome, match);
  }

  /** Closes a case: what its gravest outcome adds at pact level. Cases no clause covers are not counted here. */
  close(at: number, party: number): void {
    const { rollup, sign, gravest, verdict, outcome } = this;
    const place = party * VERDICT_COUNT + verdict;
    if (verdict !== IS.outside) rollup.caseCounts[place] = (rollup.caseCounts[place] ?? 0) + sign;
    if (gravest !== null) {
      const { numbers, severity } = gravest;
      if (verdict <= IS.omission)
        rollup.caseLow[party] =
          (rollup.caseLow[party] ?? 0) + sign * this.judge.low(at, numbers, severity, outcome);
      if (inBand(outcome))
        rollup.caseHigh[party] =
          (rollup.caseHigh[party] ?? 0) + sign * this.judge.high(at, numbers, severity, outcome);
    }
    this.hold(IS.outside, 0, R1, null);
  }
}

/** Whether a violation, or a case pending or disputed, counts in V_high: under R0 only where the link is met. */
const inBand = (outcome: number): boolean => ruleIn(outcome) !== R0 || (outcome & LINKED) !== 0;

/** Counts as not covered whatever nothing else was counted of, by party out of all its cases. */
export function fillOutside(rollup: Rollup, cases: ArrayLike<number>): void {
  const { clauses, parties, counts, caseCounts } = rollup;
  parties.forEach((_, party) => {
    const all = cases[party] ?? 0;
    clauses.forEach((__, clause) => {
      const first = (clause * parties.length + party) * RULE_COUNT;
      let inside = 0;
      for (let rule = 0; rule < RULE_COUNT; rule += 1)
        if (rule !== R1) inside += counts[first + rule] ?? 0;
      counts[first + R1] = all - inside;
    });
    const first = party * VERDICT_COUNT;
    let inside = 0;
    for (let verdict = 0; verdict < VERDICT_COUNT; verdict += 1)
      if (verdict !== IS.outside) inside += caseCounts[first + verdict] ?? 0;
    caseCounts[first + IS.outside] = all - inside;
  });
}

/** Every segment of cases against a party that some clause may cover; `matches` is filled anew for each. */
export function eachSegment(
  bound: Bound,
  floored: boolean,
  visit: (from: number, to: number, party: number, matches: readonly Match[]) => void,
): void {
  const { day, binding, numbers } = bound;
  const { partitionFrom, segmentKind, segmentFrom } = day.store.columns;
  const kinds = kindsUnder(bound, floored);
  const table = matchTable(numbers);
  const width = numbers.length;
  const matches: Match[] = [];
  binding.party.forEach((party, partition) => {
    if (party < 0) return;
    const last = partitionFrom[partition + 1] ?? 0;
    for (let segment = partitionFrom[partition] ?? 0; segment < last; segment += 1) {
      const kind = segmentKind[segment] ?? 0;
      let size = 0;
      for (let clause = 0; clause < width; clause += 1) {
        const found = kinds[kind * width + clause] ?? 255;
        if (found === 255) continue;
        const match = reserved(bound, kind, clause, party, found);
        const own = match === 255 ? undefined : table[clause * 12 + match];
        if (own === undefined) continue;
        matches[size] = own;
        size += 1;
      }
      if (size === 0) continue;
      matches.length = size;
      visit(segmentFrom[segment] ?? 0, segmentFrom[segment + 1] ?? 0, party, matches);
    }
  });
}

/** By party: how many cases there are against it; none where nothing is scored. */
export function casesBy({ day, binding, numbers }: Bound): Float64Array {
  const counted = new Float64Array(binding.parties.length);
  if (numbers.length === 0) return counted;
  binding.party.forEach((party, partition) => {
    if (party >= 0) counted[party] = (counted[party] ?? 0) + (day.cases[partition] ?? 0);
  });
  return counted;
}

/** Scores a corpus on a day under a pact: every case under every clause, added up. */
export function score(day: Day, question: Question): Rollup {
  const bound = boundOn(day, question);
  const { layout, gate } = bound;
  const rollup = rollupAt(layout, ...rowsOf(layout, 1), 0);
  const judge = new Judge(day);
  const adder = new Adder(judge, layout.parties.length, rollup);
  eachSegment(bound, true, (from, to, party, matches) => {
    for (let at = from; at < to; at += 1) {
      const time = gate.of(at, party);
      if (time < GATE.UNKNOWN) continue;
      for (let one = 0; one < matches.length; one += 1) {
        const match = matches[one];
        if (match === undefined) continue;
        const coverage = time === GATE.UNKNOWN ? COVERED.UNKNOWN : match.coverage;
        adder.add(at, party, match, judge.outcome(at, match.numbers, match.severity, coverage));
      }
      adder.close(at, party);
    }
  });
  fillOutside(rollup, casesBy(bound));
  return rollup;
}
