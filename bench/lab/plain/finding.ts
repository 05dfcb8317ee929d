import type { CaseRow } from '@/bench/lab/rows';
import type { Instant } from '@/domain/dates';
import { farthestFactor } from '@/domain/finding';
import type { PolicyValues } from '@/domain/policy';
import type { RuleId, TableInput, Word } from '@/domain/verdict';
import type { PlainClause } from './clause';
import { type Clocked, clockOf, linkMetAt } from './clock';
import { type Covered, coverageOf, severityUnder } from './coverage';
import { intervalOf, linkWord, stateWord } from './words';

/** A case and what no clause changes about it. */
export interface PlainCase {
  readonly row: CaseRow;
  readonly party: string;
  /** Of the tests of party and time. */
  readonly time: Covered;
  readonly asOf: Instant;
  readonly policy: PolicyValues;
}

/** What a rollup reads of a finding. */
export interface PlainFinding {
  readonly rule: RuleId;
  readonly linked: boolean;
  readonly severity: number;
  readonly b: number;
  readonly u: number;
  readonly m: number;
}

const NO_CLOCK: Clocked = {
  know: 'unknown_lapsed',
  feas: 'feasible',
  resp: 'inadequate',
  clock: 'expired',
};

function occurrenceOf({ row, asOf }: PlainCase): Word<'inc'> {
  if (row.status !== 'reported') return row.status;
  return asOf <= row.verifyBy ? 'unconf_open' : 'unconf_expired';
}

function owes({ clause }: PlainClause, { dutyLimbs }: CaseRow, severity: number): boolean {
  const part = clause.dueDiligence;
  return (
    part !== null &&
    severity >= clause.minSeverity.dueDiligence &&
    dutyLimbs.some((limb) => part.limbs.includes(limb))
  );
}

/** Every answer that the decision table reads, for one case under one clause. */
export function tableInput(
  plain: PlainClause,
  of: PlainCase,
  severity: number,
  cov: Covered,
): TableInput {
  const { row, asOf, policy } = of;
  const inc = occurrenceOf(of);
  const state = stateWord(plain, row.held, severity);
  const link = linkWord(plain, row.held, state);
  const dd = owes(plain, row, severity) ? 'yes' : 'no';
  const windows = plain.clause.dueDiligence;
  const runs = cov === 'in' && inc === 'confirmed' && state !== 'met' && link === 'met';
  const met = runs && dd === 'yes' ? linkMetAt(plain, row, severity) : null;
  const clocked =
    met === null || windows === null
      ? NO_CLOCK
      : clockOf({ row, windows, severity, asOf, policy }, met);
  return { cov, inc, state, link, dd, ...clocked };
}

/** The rule of a consistent input, read off the table of method.md 3.1 by hand. */
export function ruleOf(input: TableInput): RuleId {
  const { cov, inc, state, link, dd, know, feas, resp, clock } = input;
  if (cov === 'out' || inc === 'retracted') return 'R1';
  if (cov === 'unknown' && link !== 'unmet') return 'R0';
  if (inc === 'unconf_open') return 'R2';
  if (inc === 'unconf_expired') return 'R3';
  if (state === 'met') return 'R4';
  if (link === 'contested') return 'R5';
  if (link === 'unmet') return 'R6';
  if (dd === 'no') return state === 'contested' ? 'R7' : 'R8';
  if (know !== 'known') return know === 'unknown_open' ? 'R9' : 'R10';
  if (resp === 'adequate_in_time') return 'R11';
  if (feas === 'excused') return 'R12';
  return clock === 'open' ? 'R13' : 'R14';
}

/** Factor m of method.md 4. */
function factorOf({ row, policy }: PlainCase, rule: RuleId, resp: Word<'resp'>): number {
  if (rule !== 'R4' && rule !== 'R14') return 1;
  const mitigated = rule === 'R4' ? row.mitigated : resp === 'adequate_late';
  if (!row.selfDisclosed && !mitigated && !row.obstructed) return 1;
  const factors: number[] = [];
  if (row.selfDisclosed) factors.push(policy.selfDisclosedFactor);
  if (mitigated) factors.push(policy.mitigatedFactor);
  if (row.obstructed) factors.push(policy.obstructedFactor);
  return farthestFactor(factors);
}

/** How a rule is come to from the answers: by hand here; by an engine where one is measured. */
export type Decide = (input: TableInput) => RuleId;

/** The finding on a case whose answers are known. */
export function findingFrom(
  plain: PlainClause,
  of: PlainCase,
  severity: number,
  input: TableInput,
  rule: RuleId,
): PlainFinding {
  const ofState = rule === 'R4' || rule === 'R7';
  const interval = intervalOf(plain, of.row.held, ofState, of.policy.admissionBelief);
  const m = factorOf(of, rule, input.resp);
  return { rule, linked: input.link === 'met', severity, ...interval, m };
}

/** The finding on a case under a clause; null where the clause does not cover it. */
export function findingOn(plain: PlainClause, of: PlainCase): PlainFinding | null {
  if (of.time === 'out' || of.row.status === 'retracted') return null;
  const severity = severityUnder(plain, of.row);
  const cov = coverageOf(plain, of.row, of.party, severity, of.time);
  if (cov === 'out') return null;
  const input = tableInput(plain, of, severity, cov);
  return findingFrom(plain, of, severity, input, ruleOf(input));
}
