import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AS_OF, BENCH_PACT } from '@/bench/lab/pact';
import { rollupHash } from '@/bench/lab/rollup';
import { rowsOf } from '@/bench/lab/rows';
import { plainPacts } from '@/bench/lab/testing/pacts';
import { COMPILED, syntheticIncidents } from '@/bench/synthetic';
import type { Setting } from '@/domain/finding';
import { incidentLists, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { placesOf, SLIDER_IDS, SLIDERS, valueAt } from '@/domain/lab/sliders';
import { explainedRollup } from '@/domain/lab/testing/explained';
import { type Change, withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { RULE_IDS } from '@/domain/verdict';
import { plainQuestion, plainScore } from './loop';

function expectSame(incidents: readonly Incident[], pact: Pact, setting: Setting): void {
  const rows = incidents.flatMap((incident) => rowsOf(incident, setting));
  const rollup = plainScore(rows, plainQuestion(pact, setting));
  expect(rollup).toEqual(explainedRollup(incidents, pact, setting));
  expect(rollupHash(rollup)).toBe(rollupHash(explainedRollup(incidents, pact, setting)));
}

const variants = fc
  .array(
    fc.record({
      slider: fc.constantFrom(...SLIDER_IDS),
      clause: fc.constantFrom(null, ...BENCH_PACT.clauses.map(({ id }) => id)),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ slider, clause, share }): Change => {
      const { [slider]: one } = SLIDERS;
      return { slider, clause, value: valueAt(one, Math.floor(share * (placesOf(one) - 1))) };
    }),
  )
  .map((changes) => withChanges(BENCH_PACT, changes));

test('the plain loop adds up what the explaining path finds, on random records and pacts', () => {
  fc.assert(fc.property(incidentLists(6), plainPacts, settings, expectSame), { numRuns: 90 });
});

test('it does so for the ten clauses of the bench, their numbers moved', () => {
  fc.assert(fc.property(incidentLists(6), variants, settings, expectSame), { numRuns: 40 });
});

const setting: Setting = { policy: POLICY_2026_11, compiledOn: COMPILED, asOf: AS_OF };

test('it does so for the made-up corpus, as of two days', () => {
  const incidents = [...syntheticIncidents(300)];
  for (const asOf of [AS_OF, Date.parse('2015-06-30T23:59:59.999Z')])
    expectSame(incidents, BENCH_PACT, { ...setting, asOf });
});

test('the ten clauses match what was meant, and most rules occur', () => {
  const incidents = [...syntheticIncidents(2500)];
  const rows = incidents.flatMap((incident) => rowsOf(incident, setting));
  const { counts, clauses } = plainScore(rows, plainQuestion(BENCH_PACT, setting));
  const width = counts.length / clauses.length;
  clauses.forEach((_, clause) => {
    const own = counts.subarray(clause * width, (clause + 1) * width);
    const all = own.reduce((sum, count) => sum + count, 0);
    const out = own.filter((_count, at) => RULE_IDS[at % RULE_IDS.length] === 'R1');
    const share = 1 - out.reduce((sum, count) => sum + count, 0) / all;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.15);
  });
  const missing = RULE_IDS.filter((_, rule) =>
    counts.every((count, at) => at % RULE_IDS.length !== rule || count === 0),
  );
  expect(missing.length).toBeLessThan(3);
});
