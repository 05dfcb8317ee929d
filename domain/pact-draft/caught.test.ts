import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dossierSchema } from '@/domain/dossier';
import { type Clause, type Pact, pactLibrarySchema } from '@/domain/pact';
import { pactLints } from '@/domain/pact-lints';
import { clauseRecord } from '@/domain/pact-record';
import { POLICY_2026_11 } from '@/domain/policy';
import { explainedFindings } from '@/domain/shown-findings';
import { columnsOf } from '@/domain/sweep/columns';
import { caughtOn } from './caught';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), 'utf8'));
const incidents = dossierSchema.parse(read('russia-west')).incidents;
const library = pactLibrarySchema.parse(read('pacts')).pacts;
const setting = {
  ...{ policy: POLICY_2026_11, compiledOn: '2026-11-22' },
  asOf: Date.parse('2026-11-22T23:59:59.999Z'),
};
const columns = columnsOf(incidents, setting);

test('counts what the explaining path finds, for every clause of the library', () => {
  for (const pact of library.filter(({ referenceOnly }) => !referenceOnly)) {
    const findings = explainedFindings(incidents, pact, setting);
    for (const one of caughtOn(columns, pact, setting).clauses) {
      const { tested, violations, undecidable, counts } = clauseRecord(one.clause, findings);
      expect([one.tested, one.violated, one.undecidable]).toEqual([
        tested,
        violations,
        undecidable,
      ]);
      expect(one.counts).toEqual(counts);
      expect(one.violated + one.notViolated + one.open + one.undecidable).toBe(tested);
    }
  }
});

const [accord] = library.filter(({ id }) => id === 'anti-doxing-2017');
const [c1] = accord?.clauses ?? [];
if (accord === undefined || c1 === undefined) throw new Error('the library lacks the accord');
const asked = (changes: Partial<Clause>, pact: Partial<Pact> = {}) => {
  const changed = { ...accord, ...pact, clauses: [{ ...c1, ...changes }] };
  const [one] = caughtOn(columns, changed, setting).clauses;
  if (one === undefined) throw new Error('the clause was not asked');
  return { ...one, lints: pactLints(changed, POLICY_2026_11, [one]).map(({ code }) => code) };
};
const caught = (one: ReturnType<typeof asked>) =>
  one.violated + one.counts.PENDING + one.counts.DISPUTED;
const missed = (one: ReturnType<typeof asked>, code: string) =>
  one.near.find((near) => near.code === code)?.count ?? 0;

test('what is taken off a clause turns up as missed for exactly that', () => {
  const whole = asked({});
  expect(caught(whole)).toBeGreaterThan(0);
  const narrowed: [string, Partial<Clause>][] = [
    ['OBJECT', { objects: ['military-vessel'] }],
    ['CONDUCT', { conduct: ['unsafe-manoeuvre'] }],
  ];
  for (const [code, changes] of narrowed) {
    const narrow = asked(changes);
    expect(caught(narrow)).toBe(0);
    expect(missed(narrow, code)).toBeGreaterThanOrEqual(caught(whole));
  }
  const later = asked({}, { assumedInForce: { ...LATER, reason: 'Later', alternatives: [] } });
  expect(missed(later, 'TIME')).toBeGreaterThanOrEqual(caught(whole) - caught(later));
});
const LATER = { date: '2026-01-01', precision: 'day' } as const;

test('a near miss would be caught but for its one test, and no case is missed for two', () => {
  const narrow = asked({ objects: ['military-vessel'] });
  for (const { cases, count } of narrow.near) {
    expect(cases.length).toBeLessThanOrEqual(count);
    for (const { verdict } of cases)
      expect(['VIOLATION_COMMISSION', 'VIOLATION_OMISSION', 'PENDING', 'DISPUTED']).toContain(
        verdict,
      );
  }
});

test('a clause that nothing recorded could test, and one that its exclusions swallow, are told', () => {
  expect(asked({ objects: ['military-vessel'] }).lints).toContain('never_tested');
  const all = asked({ objectExclusions: c1.objects });
  expect([all.tested, all.bare > 0]).toEqual([0, true]);
  expect(all.lints).toContain('swallowed');
});

test('is answered while somebody types', () => {
  const [largest] = [...library].sort((one, two) => two.clauses.length - one.clauses.length);
  if (largest === undefined) throw new Error('the library is empty');
  caughtOn(columns, largest, setting);
  const before = performance.now();
  caughtOn(columns, largest, setting);
  expect(performance.now() - before).toBeLessThan(300);
});
