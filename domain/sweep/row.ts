import type { Opinion } from '@/domain/attribution';
import { COVERAGE_CODES } from '@/domain/coverage';
import type { Instant } from '@/domain/dates';
import type { Finding } from '@/domain/finding';
import { answers } from '@/domain/predicates';
import { PREDICATES, RULES, type Rule } from '@/domain/verdict';
import { CELL, FLAG, STATE_CELL } from './bits';
import type { Sweep } from './sheet';
import { stateAdmitted } from './words';

const instant = (value: number | undefined): Instant | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** The rule of a row. */
export function ruleAt(sweep: Sweep, row: number): Rule {
  const rule = RULES[sweep.rule[row] ?? -1];
  if (rule === undefined) throw new RangeError(`the sweep has no row ${row}`);
  return rule;
}

/** The flags of a row, in the order of a finding. */
export function flagsAt(sweep: Sweep, row: number): string[] {
  const bits = sweep.flags[row] ?? 0;
  const code = COVERAGE_CODES[sweep.code[row] ?? -1];
  return Object.entries(FLAG)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => (name === 'needs_fact' ? `needs_fact:${code}` : name));
}

/** States among the victims of a row's incident. */
export const victimsAt = ({ columns, incident }: Sweep, row: number): readonly string[] =>
  columns.incidents[incident[row] ?? -1]?.victimStates ?? [];

/** Why a row is what it is, in the word of a finding. */
export function reasonAt(sweep: Sweep, row: number): string {
  const rule = ruleAt(sweep, row);
  const code = COVERAGE_CODES[sweep.code[row] ?? -1];
  const out = PREDICATES.cov[sweep.coverage[row] ?? 0] === 'out';
  switch (rule.id) {
    case 'R0':
      return `needs_fact:${code}`;
    case 'R1':
      return sweep.retracted[row] === 1 && !out ? 'no_incident' : `${code}`;
    case 'R6':
      return predicatesAt(sweep, row).link.reason === 'uncorroborated'
        ? 'uncorroborated'
        : 'below_threshold';
    default:
      return rule.reason;
  }
}

function predicatesAt(sweep: Sweep, row: number) {
  const { columns, tests, setting } = sweep;
  const test = tests[sweep.clause[row] ?? 0];
  if (test === undefined) throw new RangeError(`the sweep has no row ${row}`);
  const { cells } = columns;
  const cell = sweep.cell[row] ?? -1;
  const bits = cells.bits[cell] ?? 0;
  const without = columns.unattributed[sweep.point[row] ?? 0] ?? 1;
  const link: Opinion = {
    lower: cells.linkLower[cell] ?? 0,
    upper: cells.linkUpper[cell] ?? without,
    clusters: cells.linkClusters[cell] ?? 0,
    convicted: (bits & CELL.LINK_CONVICTED) !== 0,
  };
  const state: Opinion = {
    lower: test.states.lower[cell] ?? 0,
    upper: test.states.upper[cell] ?? without,
    clusters: test.states.clusters[cell] ?? 0,
    convicted: ((test.states.bits[cell] ?? 0) & STATE_CELL.CONVICTED) !== 0,
  };
  return answers(
    {
      link,
      state,
      admitted: {
        link: (bits & CELL.LINK_ADMITTED) !== 0,
        state: stateAdmitted(columns, test, cell),
      },
      rival: (bits & CELL.RIVAL) !== 0,
      conflict: (bits & CELL.CONFLICT) !== 0,
      objected: (bits & CELL.OBJECTED) !== 0,
      stateObjected: (bits & CELL.STATE_OBJECTED) !== 0,
    },
    test.clause,
    sweep.severity[row] ?? 1,
    setting.policy,
  );
}

function deadlineAt(sweep: Sweep, row: number): Instant | null {
  switch (ruleAt(sweep, row).id) {
    case 'R2':
      return instant(sweep.columns.facts.verifyBy[sweep.incident[row] ?? 0]);
    case 'R9':
      return instant(sweep.notifyBy[row]);
    case 'R13':
      return instant(sweep.actBy[row]);
    default:
      return null;
  }
}

/** A row as the finding that the explaining path gives for the same case. */
export function findingAt(sweep: Sweep, row: number): Finding {
  const { columns, tests } = sweep;
  const rule = ruleAt(sweep, row);
  const out = PREDICATES.cov[sweep.coverage[row] ?? 0] === 'out';
  const codeShown = rule.id === 'R1' ? out : rule.id === 'R0' || rule.id === 'R6';
  const point = sweep.point[row] ?? 0;
  return {
    incident: columns.incidents[sweep.incident[row] ?? 0]?.id ?? '',
    clause: tests[sweep.clause[row] ?? 0]?.clause.id ?? '',
    accused: columns.partitions[sweep.partition[row] ?? -1]?.state ?? null,
    verdict: rule.verdict,
    rule: rule.id,
    reason: reasonAt(sweep, row),
    failedCoverage: codeShown ? (COVERAGE_CODES[sweep.code[row] ?? -1] ?? null) : null,
    ...predicatesAt(sweep, row),
    unattributed: columns.unattributed[point] ?? 1,
    conflict: columns.conflict[point] ?? 0,
    knownAt: instant(sweep.knownAt[row]),
    actBy: instant(sweep.actBy[row]),
    response: PREDICATES.resp[sweep.response[row] ?? -1] ?? null,
    deadline: deadlineAt(sweep, row),
    flags: flagsAt(sweep, row),
    severity: sweep.severity[row] ?? 1,
    b: sweep.b[row] ?? 0,
    u: sweep.u[row] ?? 0,
    m: sweep.m[row] ?? 1,
  };
}
