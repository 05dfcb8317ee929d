import { describe, expect, test } from 'vitest';
import {
  allInputs,
  decide,
  isConsistent,
  positionsOf,
  RULE_BY_CODE,
  RULE_IDS,
  RULES,
  rulesFor,
  TABLE_SIZE,
  type TableInput,
  tableCode,
} from './verdict';

/** A linked case with a duty, known and expired, nothing done; each row of the table below changes it. */
const BASE: TableInput = {
  cov: 'in',
  inc: 'confirmed',
  state: 'unmet',
  link: 'met',
  dd: 'yes',
  know: 'known',
  feas: 'feasible',
  resp: 'inadequate',
  clock: 'expired',
};

describe('every combination of words', () => {
  const inputs = allInputs();
  test('7,776 of them, each once, numbered by their code', () => {
    expect(TABLE_SIZE).toBe(7776);
    expect(new Set(inputs.map((input) => JSON.stringify(input))).size).toBe(7776);
    inputs.forEach((input, code) => {
      if (tableCode(positionsOf(input)) !== code) throw new Error(`code ${code}`);
    });
  });
  test('no gap, no overlap, every rule reachable by a consistent input', () => {
    const counts = new Set(inputs.map((input) => rulesFor(input).length));
    expect([...counts]).toEqual([1]);
    const reached = new Set(inputs.filter(isConsistent).map((input) => decide(input).id));
    expect([...reached].sort()).toEqual([...RULE_IDS].sort());
  });
  test('the rule by integer code is the rule by words; -1 exactly where inconsistent', () => {
    inputs.forEach((input, code) => {
      const rule = RULES[RULE_BY_CODE[code] ?? -1];
      const expected = isConsistent(input) ? rulesFor(input)[0]?.id : undefined;
      if (rule?.id !== expected) throw new Error(JSON.stringify(input));
    });
  });
  test('2,592 state above link, and 1,080 late answers on an open clock, fit no case', () => {
    const above = inputs.filter(
      ({ state, link }) =>
        (state === 'met' && link !== 'met') || (state === 'contested' && link === 'unmet'),
    );
    expect(above).toHaveLength(7776 / 3);
    expect(inputs.filter((input) => !isConsistent(input))).toHaveLength(2592 + (7776 - 2592) / 6);
  });
});

test.each<[string, Partial<TableInput>]>([
  ['state met without link', { state: 'met', link: 'contested' }],
  ['state contested, link unmet', { state: 'contested', link: 'unmet' }],
  ['late answer while the clock is open', { resp: 'adequate_late', clock: 'open' }],
])('refused: %s', (_, changes) => {
  expect(() => decide({ ...BASE, ...changes })).toThrow(/inconsistent/);
});

test.each<[string, string, string, Partial<TableInput>]>([
  ['R0', 'PENDING', 'a fact is missing and a link is met', { cov: 'unknown' }],
  ['R0', 'PENDING', 'or contested', { cov: 'unknown', link: 'contested' }],
  ['R1', 'NOT_COVERED', 'the pact does not reach it', { cov: 'out', state: 'met' }],
  ['R1', 'NOT_COVERED', 'it did not happen', { inc: 'retracted', cov: 'unknown' }],
  ['R2', 'PENDING', 'still to be verified', { inc: 'unconf_open', state: 'met' }],
  ['R3', 'NOT_ATTRIBUTABLE', 'never verified', { inc: 'unconf_expired', state: 'met' }],
  [
    'R4',
    'VIOLATION_COMMISSION',
    'the state did it, cure or no cure',
    { state: 'met', resp: 'adequate_in_time' },
  ],
  ['R5', 'DISPUTED', 'two are credibly accused', { link: 'contested' }],
  ['R6', 'NOT_ATTRIBUTABLE', 'nobody is linked', { link: 'unmet' }],
  [
    'R6',
    'NOT_ATTRIBUTABLE',
    'nor would the missing fact matter',
    { link: 'unmet', cov: 'unknown' },
  ],
  ['R7', 'DISPUTED', 'no duty, the state contested', { dd: 'no', state: 'contested' }],
  ['R8', 'NOT_ATTRIBUTABLE', 'no duty, the state unproved', { dd: 'no' }],
  ['R9', 'PENDING', 'not told yet', { know: 'unknown_open' }],
  ['R10', 'NOT_ATTRIBUTABLE', 'never told', { know: 'unknown_lapsed' }],
  ['R11', 'DISCHARGED', 'told and acted', { resp: 'adequate_in_time' }],
  ['R12', 'DISCHARGED', 'told and could not', { feas: 'excused' }],
  ['R13', 'PENDING', 'told, time left', { clock: 'open' }],
  ['R14', 'VIOLATION_OMISSION', 'told, and time ran out', {}],
  ['R14', 'VIOLATION_OMISSION', 'or acted too late', { resp: 'adequate_late' }],
  [
    'R14',
    'VIOLATION_OMISSION',
    'a dispute over who ordered it stops no clock',
    { state: 'contested' },
  ],
])('%s %s: %s', (id, verdict, _, changes) => {
  expect(decide({ ...BASE, ...changes })).toMatchObject({ id, verdict });
});
