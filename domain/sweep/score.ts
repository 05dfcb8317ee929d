import { COVERAGE_CODES, type CoverageCode } from '@/domain/coverage';
import type { Duty } from '@/domain/duty';
import { farthestFactor, type Setting } from '@/domain/finding';
import type { PolicyValues } from '@/domain/policy';
import {
  PREDICATES,
  type Predicate,
  RULE_BY_CODE,
  RULES,
  type RuleId,
  tableCode,
  type Word,
} from '@/domain/verdict';
import { CELL, FLAG } from './bits';
import type { SweptCase } from './cases';
import {
  type ClauseTest,
  exceptionRank,
  intentOutcome,
  OUTCOME,
  objectOutcome,
  reservationOutcome,
  severityOf,
} from './clause-test';
import { runClock } from './clock-rows';
import type { Columns } from './columns';
import { TIME } from './pact-test';
import type { sheet } from './sheet';
import { linkWord, stateAdmitted, stateWord, WORD } from './words';

const NAMES = Object.keys(PREDICATES) as Predicate[];
/** What one step of each predicate adds to the code of the decision table. */
const UNIT = Object.fromEntries(
  NAMES.map((name) => [name, tableCode(NAMES.map((other) => (other === name ? 1 : 0)))]),
) as Record<Predicate, number>;
const place = <P extends Predicate>(name: P, word: Word<P>): number =>
  (PREDICATES[name] as readonly string[]).indexOf(word);

const IN = place('cov', 'in');
const OUT = place('cov', 'out');
const UNKNOWN = place('cov', 'unknown');
const CONFIRMED = place('inc', 'confirmed');
const RETRACTED = place('inc', 'retracted');
const ruleAt = (id: RuleId): number => RULES.findIndex((rule) => rule.id === id);
const R1 = ruleAt('R1');
const R4 = ruleAt('R4');
const R7 = ruleAt('R7');
const R9 = ruleAt('R9');
const R11 = ruleAt('R11');
const R14 = ruleAt('R14');

const CODE = Object.fromEntries(COVERAGE_CODES.map((code, at) => [code, at])) as Record<
  CoverageCode,
  number
>;

/** Where rows are scored: the columns, the day and policy, the sheet they are written to. */
export interface Scorer {
  readonly columns: Columns;
  readonly setting: Setting;
  readonly hypothetical: boolean;
  readonly rows: ReturnType<typeof sheet>;
}

/** A case under a clause. */
interface Scoring extends Scorer {
  readonly test: ClauseTest;
  readonly at: SweptCase;
  readonly severity: number;
}

const failing = (code: CoverageCode): number => (CODE[code] + 1) * 4 + OUT;

/** The coverage test over columns: status in the lowest two bits, code plus one above them. */
function coverageBits({ columns, setting, test, at, severity }: Scoring): number {
  const { facts } = columns;
  const conduct = facts.conduct[at.incident] ?? 0;
  const objects = facts.objects[at.incident] ?? 0;
  if (!at.bound) return failing('PARTY');
  if (at.time === TIME.FAIL) return failing('TIME');
  if ((conduct & test.keepsConduct & test.conduct) === 0) return failing('CONDUCT');
  const object = objectOutcome(test, objects);
  if (object === OUTCOME.FAIL) return failing('OBJECT');
  const intent = intentOutcome(test, facts.intent[at.incident] ?? -1);
  if (intent === OUTCOME.FAIL) return failing('INTENT');
  if (severity < test.floor) return failing('SEVERITY');
  const incident = columns.incidents[at.incident];
  const plea =
    incident === undefined
      ? OUTCOME.PASS
      : exceptionRank(incident, test.clause, at.accused, setting.asOf);
  if (plea === OUTCOME.FAIL) return failing('EXCEPTION');
  const reserved = reservationOutcome(test, conduct, objects, at.party);
  if (reserved === OUTCOME.FAIL) return failing('RESERVATION');
  const open: CoverageCode | null =
    at.time === TIME.UNKNOWN
      ? 'TIME'
      : object === OUTCOME.UNKNOWN
        ? 'OBJECT'
        : intent === OUTCOME.UNKNOWN
          ? 'INTENT'
          : plea === OUTCOME.UNKNOWN
            ? 'EXCEPTION'
            : reserved === OUTCOME.UNKNOWN
              ? 'RESERVATION'
              : null;
  return open === null ? IN : (CODE[open] + 1) * 4 + UNKNOWN;
}

function owesDuty({ columns, test, at, severity }: Scoring): boolean {
  return (
    severity >= test.dutyFloor && ((columns.cells.dutyLimbs[at.cell] ?? 0) & test.dutyLimbs) !== 0
  );
}

interface Answers {
  readonly cov: number;
  readonly link: number;
  readonly state: number;
  readonly owes: boolean;
  readonly duty: Duty | null;
}

const YES = place('dd', 'yes');
const NO = place('dd', 'no');
const NO_CLOCK =
  place('know', 'unknown_lapsed') * UNIT.know +
  place('feas', 'feasible') * UNIT.feas +
  place('resp', 'inadequate') * UNIT.resp +
  place('clock', 'expired') * UNIT.clock;

function clockCode({ know, feasibility, adequacy }: Duty): number {
  return (
    place('know', know) * UNIT.know +
    place('feas', feasibility) * UNIT.feas +
    place('resp', adequacy?.response ?? 'inadequate') * UNIT.resp +
    place('clock', adequacy?.clock ?? 'expired') * UNIT.clock
  );
}

/** Place of the rule in RULES, looked up by the code of the answers. */
function ruleOf({ cov, link, state, owes, duty }: Answers, inc: number): number {
  const code =
    cov * UNIT.cov +
    inc * UNIT.inc +
    (WORD.MET - state) * UNIT.state +
    (WORD.MET - link) * UNIT.link +
    (owes ? YES : NO) * UNIT.dd +
    (duty === null ? NO_CLOCK : clockCode(duty));
  const rule = RULE_BY_CODE[code] ?? -1;
  if (rule < 0) throw new Error(`inconsistent table code: ${code}`);
  return rule;
}

function flagBits(
  { at, hypothetical }: Scoring,
  { cov, state, duty }: Answers,
  rule: number,
): number {
  let flags = at.flags;
  if (cov === UNKNOWN && rule !== R1) flags |= FLAG.needs_fact;
  if (rule >= R9 && state === WORD.CONTESTED) flags |= FLAG.commission_disputed;
  if (rule < R11 || duty === null) return flags;
  if (hypothetical && duty.basis === 'notification') flags |= FLAG.assumed_channel;
  if (duty.adequacy?.obstructed === true) flags |= FLAG.obstructed;
  if (rule === R14 && duty.adequacy?.response === 'adequate_late') flags |= FLAG.cured_late;
  if (duty.dateSensitive) flags |= FLAG.date_sensitive;
  return flags;
}

/** Factor m of method.md 4, as `mitigation` of the explaining path. */
function mitigation(
  { columns, at }: Scoring,
  rule: number,
  flags: number,
  values: PolicyValues,
): number {
  if (rule !== R4 && rule !== R14) return 1;
  const bits = columns.cells.bits[at.cell] ?? 0;
  const disclosed = columns.incidents[at.incident]?.selfDisclosedBy;
  const factors: number[] = [];
  if (at.accused !== null && disclosed === at.accused) factors.push(values.selfDisclosedFactor);
  if ((flags & FLAG.cured_late) !== 0 || (rule === R4 && (bits & CELL.MITIGATED) !== 0))
    factors.push(values.mitigatedFactor);
  if ((bits & CELL.OBSTRUCTED) !== 0) factors.push(values.obstructedFactor);
  return factors.length === 0 ? 1 : farthestFactor(factors);
}

/** Writes the interval that the index uses: of responsibility under R4 and R7, else of the link. */
function writeInterval(
  { columns, test, at, setting, rows }: Scoring,
  row: number,
  rule: number,
): void {
  const { admissionBelief } = setting.policy.values;
  const { cells } = columns;
  const ofState = rule === R4 || rule === R7;
  const admitted =
    stateAdmitted(columns, test, at.cell) ||
    (!ofState && ((cells.bits[at.cell] ?? 0) & CELL.LINK_ADMITTED) !== 0);
  const lowers = ofState ? test.states.lower : cells.linkLower;
  const uppers = ofState ? test.states.upper : cells.linkUpper;
  const held = lowers[at.cell] ?? 0;
  const lower = admitted ? Math.max(held, admissionBelief) : held;
  const upper = uppers[at.cell] ?? columns.unattributed[at.point] ?? 1;
  rows.b[row] = lower;
  rows.u[row] = (admitted ? Math.max(upper, lower) : upper) - lower;
}

function writeClock({ rows }: Scoring, row: number, duty: Duty, rule: number): void {
  if (rule >= R9) rows.notifyBy[row] = duty.notifyBy;
  if (rule < R11) return;
  rows.knownAt[row] = duty.knownAt ?? Number.NaN;
  if (duty.adequacy === null) return;
  rows.actBy[row] = duty.adequacy.actBy;
  rows.response[row] = place('resp', duty.adequacy.response);
}

function writeCase(
  { rows, at, severity }: Scoring,
  row: number,
  clause: number,
  covered: number,
): void {
  rows.key[row] = at.key;
  rows.incident[row] = at.incident;
  rows.clause[row] = clause;
  rows.partition[row] = at.partition;
  rows.cell[row] = at.cell;
  rows.point[row] = at.point;
  rows.coverage[row] = covered & 3;
  rows.code[row] = (covered >> 2) - 1;
  rows.retracted[row] = at.inc === RETRACTED ? 1 : 0;
  rows.severity[row] = severity;
}

/** Asks the questions that come after coverage, and the clock where a case reaches it. */
function answersTo(scoring: Scoring, cov: number): Answers {
  const { columns, setting, test, at, severity } = scoring;
  const link = linkWord(columns, test, at.cell, severity);
  const state = stateWord(columns, test, at.cell, severity);
  const owes = owesDuty(scoring);
  const clockRuns =
    cov === IN && at.inc === CONFIRMED && owes && link === WORD.MET && state !== WORD.MET;
  const duty = clockRuns ? runClock(columns, test, setting, at, severity) : null;
  return { cov, link, state, owes, duty };
}

/** Scores one case under one clause and writes its row. */
export function scoreRow(
  scorer: Scorer,
  row: number,
  at: SweptCase,
  test: ClauseTest,
  clause: number,
): void {
  const { columns, setting, hypothetical, rows } = scorer;
  const { facts } = columns;
  const severity = severityOf(
    test,
    facts.severity[at.incident] ?? 1,
    facts.objects[at.incident] ?? 0,
  );
  const scoring = { columns, setting, hypothetical, rows, test, at, severity };
  const covered = coverageBits(scoring);
  const answers = answersTo(scoring, covered & 3);
  const rule = ruleOf(answers, at.inc);
  const flags = flagBits(scoring, answers, rule);
  writeCase(scoring, row, clause, covered);
  rows.rule[row] = rule;
  rows.link[row] = answers.link;
  rows.flags[row] = flags;
  rows.m[row] = mitigation(scoring, rule, flags, setting.policy.values);
  writeInterval(scoring, row, rule);
  if (answers.duty !== null) writeClock(scoring, row, answers.duty, rule);
}
