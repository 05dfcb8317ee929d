import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POLICY_2026_11 } from './policy';
import {
  changedPolicy,
  changeFaults,
  dayFault,
  effectiveFrom,
  type PolicyChanges,
  policyDifferences,
  versionName,
} from './policy-change';
import { policyFields } from './policy-field';
import { policyAt, readPolicy } from './policy-version';

const at = (text: string) => Date.parse(text);
const next = (changes: PolicyChanges, version = 'next', validFrom = '2026-12-01') =>
  changedPolicy(POLICY_2026_11, changes, { version, validFrom });

describe('the numbers of the policy', () => {
  test('every number but the windows of clauses can be changed, and stands within its range', () => {
    const fields = policyFields(POLICY_2026_11);
    const kept = Object.entries(POLICY_2026_11.values)
      .filter(([key]) => key !== 'defaultWindows')
      .flatMap(([key, value]) =>
        typeof value === 'number' ? [key] : Object.keys(value).map((part) => `${key}.${part}`),
      );
    expect(fields.map(({ path }) => path)).toEqual(kept);
    for (const { path, value, least, most, whole } of fields) {
      expect(value, path).toBeGreaterThanOrEqual(least);
      expect(value, path).toBeLessThanOrEqual(most);
      expect(!whole || Number.isInteger(value), path).toBe(true);
    }
  });
});

describe('what is wrong with a change', () => {
  test.each<[string, PolicyChanges, string[]]>([
    ['nothing', { objectionDays: 45 }, []],
    ['nothing, of one of several', { 'likelihood.likely': 0.7 }, []],
    ['a value there is not', { patience: 3 }, ['changes.patience unknown_value']],
    [
      'windows, which clauses carry',
      { 'defaultWindows.actDays': 20 },
      ['changes.defaultWindows.actDays unknown_value'],
    ],
    ['the value it has', { objectionDays: 30 }, ['changes.objectionDays unchanged']],
    ['below the least', { objectionDays: -1 }, ['changes.objectionDays out_of_range']],
    ['above the most', { conflictLimit: 1.1 }, ['changes.conflictLimit out_of_range']],
    ['a part of a day', { objectionDays: 30.5 }, ['changes.objectionDays not_whole']],
    [
      'a weight of one claim that would be infinite',
      { claimTrustCap: 1 },
      ['changes.claimTrustCap out_of_range'],
    ],
    [
      'likely above very likely',
      { 'likelihood.likely': 0.9 },
      ['changes.likelihood.likely crossed'],
    ],
    ['both raised, in order', { 'likelihood.likely': 0.9, 'likelihood.very_likely': 0.92 }, []],
    ['a B source above an A source', { 'reliability.B': 0.96 }, ['changes.reliability.B crossed']],
    ['F is no rank', { 'reliability.F': 0.9 }, []],
    ['a better figure below a worse', { 'credibility.1': 0.6 }, ['changes.credibility.1 crossed']],
    [
      'a grave case that asks for less',
      { requiredLevelGrave: 3 },
      ['changes.requiredLevelGrave crossed'],
    ],
    [
      'a broad conclusion on less than an adequate one',
      { broadMonitoredShare: 0.4 },
      ['changes.broadMonitoredShare crossed'],
    ],
    ['a key of every object', { toString: 1 }, ['changes.toString unknown_value']],
  ])('%s', (_what, changes, faults) => {
    const found = changeFaults(POLICY_2026_11, changes);
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
  });

  test.each<[string, string, string, boolean]>([
    ['today', '2026-11-22', '2026-11-22', true],
    ['tomorrow', '2026-11-22', '2026-11-23', true],
    ['yesterday', '2026-11-22', '2026-11-21', false],
    ['a year ahead', '2026-11-22', '2027-11-22', true],
    ['two years ahead', '2026-11-22', '2028-11-22', false],
    ['before the version it changes', '2026-10-01', '2026-10-15', false],
    ['with the version it changes', '2026-10-01', '2026-11-01', true],
  ])('from %s on', (_what, today, day, fine) => {
    expect(dayFault(POLICY_2026_11, day, at(today)) === null).toBe(fine);
  });
});

describe('a new version', () => {
  test('differs in the values changed and in nothing else; the old one stays', () => {
    const before = JSON.stringify(POLICY_2026_11);
    const policy = next({ objectionDays: 45, 'likelihood.likely': 0.7 });
    expect(
      policyDifferences(POLICY_2026_11, policy).map(({ path, from, to }) => [path, from, to]),
    ).toEqual([
      ['likelihood.likely', 0.675, 0.7],
      ['objectionDays', 30, 45],
    ]);
    expect(policy.values).toEqual({
      ...POLICY_2026_11.values,
      objectionDays: 45,
      likelihood: { ...POLICY_2026_11.values.likelihood, likely: 0.7 },
    });
    expect([policy.version, policy.validFrom]).toEqual(['next', '2026-12-01']);
    expect(JSON.stringify(POLICY_2026_11)).toBe(before);
  });

  test('is read back as it was kept', () => {
    const changes = fc
      .subarray(policyFields(POLICY_2026_11), { minLength: 1 })
      .chain((fields) =>
        fc.record(
          Object.fromEntries(
            fields.map(({ path, least, most, whole }) => [
              path,
              whole
                ? fc.integer({ min: least, max: most })
                : fc.double({ min: least, max: most, noNaN: true }),
            ]),
          ),
        ),
      );
    fc.assert(
      fc.property(changes, (wanted) => {
        const policy = next(wanted);
        const kept: unknown = JSON.parse(JSON.stringify(policy.entries));
        expect(readPolicy('next', '2026-12-01', kept)).toEqual(JSON.parse(JSON.stringify(policy)));
        const differing = policyDifferences(POLICY_2026_11, policy).map(({ path }) => path);
        for (const { path, value } of policyFields(POLICY_2026_11))
          expect(differing.includes(path)).toBe((wanted[path] ?? value) !== value);
      }),
      { numRuns: 50 },
    );
  });

  test('that was kept before a value existed has the first version’s', () => {
    const { ratePriorShape: _, ...older } = next({ objectionDays: 45 }).entries;
    expect(readPolicy('older', '2026-11-02', older).values.ratePriorShape).toBe(0.5);
    expect(() => readPolicy('none', '2026-11-02', 'nonsense')).toThrow();
  });

  test.each([
    ['2026-12-01', [], '2026-12-01'],
    ['2026-12-01', ['2026-12-01'], '2026-12-01.2'],
    ['2026-12-01', ['2026-12-01', '2026-12-01.2', '2026-12-02'], '2026-12-01.3'],
  ])('of %s beside %j is %s', (day, taken, name) => {
    expect(versionName(day, taken)).toBe(name);
  });

  test('never begins before it was confirmed', () => {
    expect(effectiveFrom('2026-12-01', at('2026-11-22'))).toBe('2026-12-01');
    expect(effectiveFrom('2026-11-20', at('2026-11-22T10:00Z'))).toBe('2026-11-22');
  });
});

describe('the policy of a day', () => {
  const second = next({ objectionDays: 45 }, 'second', '2026-12-01');
  const third = next({ objectionDays: 60 }, 'third', '2026-12-01');
  const fourth = next({ objectionDays: 10 }, 'fourth', '2027-02-01');
  const all = [POLICY_2026_11, second, third, fourth];

  test.each([
    ['2016-01-01T00:00Z', '2026-11'],
    ['2026-11-30T23:59Z', '2026-11'],
    ['2026-12-01T00:00Z', 'third'],
    ['2027-01-31T23:59Z', 'third'],
    ['2027-02-01T00:00Z', 'fourth'],
    ['2030-01-01T00:00Z', 'fourth'],
  ])('%s: %s', (instant, version) => {
    expect(policyAt(all, at(instant)).version).toBe(version);
  });

  test('without any is the first', () => {
    expect(policyAt([], at('2026-12-01T00:00Z'))).toBe(POLICY_2026_11);
  });
});
