import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/actor';
import { claimsOf, incidentOf } from '@/domain/fixtures/builders';
import { incidentSchema } from '@/domain/incident';
import { may } from '@/domain/permission';
import {
  blindOf,
  type Codes,
  codesOfRecord,
  codesSchema,
  codingSubject,
  differences,
  misfitOf,
} from './coding';
import { type Resolution, reconciled, reconciliationSchema, withCodes } from './reconciliation';
import { reliabilityOf } from './reliability';

const INCIDENT = incidentOf({
  conduct: ['data-theft', 'ransomware'],
  claims: claimsOf(`
    c1 RU:STATE A1 almost_certain K1
    c2 RU:LINK B2 likely K2
    c3 RU:LINK C3 likely K3 retracted 2017-01-01`),
});
const FIRST = codesOfRecord(INCIDENT);
const other = (changes: Partial<Codes>): Codes => ({ ...FIRST, ...changes });

test('the first coding is the record’s; what was retracted is not graded', () => {
  expect(codesSchema.parse(FIRST)).toEqual({
    conduct: ['data-theft', 'ransomware'],
    objects: ['political-party'],
    severity: 3,
    grades: [
      { claim: 'c1', reliability: 'A', credibility: 1 },
      { claim: 'c2', reliability: 'B', credibility: 2 },
    ],
  });
});

test('a coding grades every claim, and no other', () => {
  const [one] = FIRST.grades;
  const codes = other({ grades: one ? [one, { ...one, claim: 'c9' }] : [] });
  expect(misfitOf(codes, INCIDENT)).toEqual({ missing: ['c2'], unknown: ['c9'] });
  expect(misfitOf(FIRST, INCIDENT)).toEqual({ missing: [], unknown: [] });
});

test.each<[string, unknown]>([
  ['a code twice', { ...FIRST, conduct: ['data-theft', 'data-theft'] }],
  ['no code', { ...FIRST, objects: [] }],
  ['an unknown code', { ...FIRST, conduct: ['mischief'] }],
  ['severity 6', { ...FIRST, severity: 6 }],
  ['credibility 0', { ...FIRST, grades: [{ claim: 'c1', reliability: 'A', credibility: 0 }] }],
  ['a claim twice', { ...FIRST, grades: [FIRST.grades[0], FIRST.grades[0]] }],
  ['anything else', { ...FIRST, verdict: 'PENDING' }],
])('refused: %s', (_what, codes) => {
  expect(codesSchema.safeParse(codes).success).toBe(false);
});

describe('differences', () => {
  test.each<[string, Partial<Codes>, string[]]>([
    ['none', {}, []],
    ['the order of codes is none', { conduct: ['ransomware', 'data-theft'] }, []],
    ['a code fewer', { conduct: ['ransomware'] }, ['conduct']],
    ['severity', { severity: 4 }, ['severity']],
    [
      'half of a grade',
      { grades: FIRST.grades.map((grade) => ({ ...grade, credibility: 1 })) },
      ['grade:c2'],
    ],
    ['a claim one left out', { grades: FIRST.grades.slice(1) }, ['grade:c1']],
  ])('%s', (_what, changes, variables) => {
    expect(differences(FIRST, other(changes)).map(({ variable }) => variable)).toEqual(variables);
  });
});

describe('reconciling', () => {
  const second = other({
    severity: 5,
    grades: FIRST.grades.map((grade) => ({ ...grade, reliability: 'C' })),
  });
  const reason = 'The rubric says so.';
  const resolutions: Resolution[] = [
    { variable: 'severity', value: 4, reason },
    { variable: 'grade', claim: 'c1', value: { reliability: 'A', credibility: 1 }, reason },
    { variable: 'grade', claim: 'c2', value: { reliability: 'C', credibility: 2 }, reason },
  ];
  const [severity, ...grades] = resolutions;

  test('every difference gets a value and a reason, not only one of the two', () => {
    const ended = reconciled(FIRST, second, resolutions);
    const codes = ended.ok ? ended.codes : FIRST;
    expect(ended.ok).toBe(true);
    expect(codes.severity).toBe(4);
    expect(differences(codes, other({ severity: 4, grades: codes.grades }))).toEqual([]);
    const revised = withCodes(INCIDENT, codes);
    expect(incidentSchema.safeParse(revised).success).toBe(true);
    expect(codesOfRecord(revised)).toEqual({
      ...FIRST,
      severity: 4,
      grades: [FIRST.grades[0], { claim: 'c2', reliability: 'C', credibility: 2 }],
    });
  });

  test.each<[string, (Resolution | undefined)[], object]>([
    ['one is left', grades, { missing: ['severity'], needless: [], repeated: [] }],
    [
      'one settles what both say',
      [...resolutions, { variable: 'objects', value: ['media'], reason }],
      { missing: [], needless: ['objects'], repeated: [] },
    ],
    [
      'one is settled twice',
      [...resolutions, severity],
      { missing: [], needless: [], repeated: ['severity'] },
    ],
  ])('refused: %s', (_what, given, faults) => {
    const kept = given.filter((each) => each !== undefined);
    expect(reconciled(FIRST, second, kept)).toEqual({ ok: false, ...faults });
  });

  test('a reason is words, at most 2,000 characters', () => {
    const parses = (text: string) =>
      reconciliationSchema.safeParse({ resolutions: [{ ...severity, reason: text }] }).success;
    expect([parses('Because.'), parses(' '), parses('x'.repeat(2001))]).toEqual([
      ...[true, false, false],
    ]);
  });

  test('what both agree on revises nothing', () => {
    expect(reconciled(FIRST, FIRST, [])).toEqual({ ok: true, codes: FIRST });
    expect(withCodes(INCIDENT, other({ conduct: ['ransomware', 'data-theft'] }))).toBe(INCIDENT);
  });
});

describe('blindness', () => {
  const analyst = (id: string): Actor => ({
    ...{ kind: 'person', id, name: id, disabled: false, grants: [{ role: 'analyst' }] },
  });
  const coding = (handedIn: string[]) =>
    codingSubject({ authors: ['one'], assigned: ['one', 'two'], handedIn });

  test.each<[string, string, string[], string]>([
    ['who still codes sees no other', 'two', [], 'blind'],
    ['who handed in does', 'two', ['two'], 'ok'],
    ['the coder their own', 'one', [], 'ok'],
    ['an analyst without the task', 'three', [], 'ok'],
  ])('%s', (_what, id, handedIn, told) => {
    const decision = may(analyst(id), 'coding.read', coding(handedIn));
    expect(decision.allowed ? 'ok' : decision.code).toBe(told);
  });

  test('what a blind coder sees holds no code, wherever it stands', () => {
    const seen = JSON.stringify(blindOf(INCIDENT));
    const names = ['conduct', 'objects', 'severity', 'severityNote', 'reliability', 'credibility'];
    for (const name of names) expect(seen).not.toContain(`"${name}"`);
    expect(seen).toContain('"claims"');
  });
});

describe('reliability', () => {
  test('one line a variable; undefined where nothing varies', () => {
    const lines = reliabilityOf([{ first: FIRST, second: FIRST }]);
    expect(lines.map(({ variable, alpha, units }) => `${variable} ${alpha} ${units}`)).toEqual([
      'conduct null 1',
      'objects null 1',
      'severity null 1',
      'reliability 1 2',
      'credibility 1 2',
    ]);
  });

  test('swapping the coders changes nothing', () => {
    const anyCodes = fc.record({
      conduct: fc.subarray(['data-theft', 'ransomware', 'sabotage'] as const, { minLength: 1 }),
      severity: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCodes, anyCodes)), (given) => {
        const pairs = given.map(([one, two]) => ({ first: other(one), second: other(two) }));
        const swapped = pairs.map(({ first, second }) => ({ first: second, second: first }));
        const told = reliabilityOf(pairs);
        for (const [at, { variable, alpha }] of reliabilityOf(swapped).entries()) {
          expect(variable).toBe(told[at]?.variable);
          if (alpha === null) expect(told[at]?.alpha).toBeNull();
          else expect(alpha).toBeCloseTo(told[at]?.alpha ?? Number.NaN, 10);
        }
      }),
    );
  });
});
