import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AS_OF, BENCH_PACT } from '@/bench/lab/pact';
import { emptyRollup, type Rollup, rollupHash, unitsOf } from '@/bench/lab/rollup';
import { rowsOf } from '@/bench/lab/rows';
import { COMPILED, syntheticIncidents } from '@/bench/synthetic';
import { assumedFrom, partyOf } from '@/domain/bound';
import { isOpen, isViolation, severityWeight } from '@/domain/compliance-index';
import { assess, type Finding, type Setting } from '@/domain/finding';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { placesOf, SLIDER_IDS, SLIDERS, valueAt } from '@/domain/lab/sliders';
import { type Change, withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { onePerIncident } from '@/domain/standing';
import { RULE_IDS, VERDICT_RANK, VERDICTS } from '@/domain/verdict';
import { COMMISSION_LIMBS } from '@/domain/vocabulary';
import { plainQuestion, plainScore } from './loop';

function bump(column: Int32Array | Float64Array, at: number, by: number): void {
  column[at] = (column[at] ?? 0) + by;
}

function unitsIn({ verdict, rule, link, severity, b, u, m }: Finding, { policy }: Setting) {
  const w = severityWeight(severity, policy.values);
  if (isViolation(verdict)) return { low: unitsOf(b * w * m), high: unitsOf((b + u) * w * m) };
  const counts = isOpen(verdict) && (rule !== 'R0' || link.predicate === 'met');
  return { low: 0, high: counts ? unitsOf((b + u) * w) : 0 };
}

/** What the findings of the explaining path add up to. */
function explained(incidents: readonly Incident[], pact: Pact, setting: Setting): Rollup {
  const clauses = pact.referenceOnly ? [] : pact.clauses.map(({ id }) => id);
  const parties = pact.parties.map(({ code }) => code);
  const rollup = emptyRollup(clauses, parties);
  const party = ({ accused }: Finding): number =>
    accused === null ? -1 : parties.indexOf(partyOf(pact, accused)?.code ?? '');
  const own = assess(incidents, pact, setting).filter((finding) => party(finding) >= 0);
  for (const finding of own) {
    const cell = clauses.indexOf(finding.clause) * parties.length + party(finding);
    const { low, high } = unitsIn(finding, setting);
    bump(rollup.counts, cell * RULE_IDS.length + RULE_IDS.indexOf(finding.rule), 1);
    bump(rollup.low, cell, low);
    bump(rollup.high, cell, high);
  }
  for (const finding of onePerIncident(own, setting)) {
    const { low, high } = unitsIn(finding, setting);
    const place = party(finding) * VERDICTS.length + VERDICT_RANK[finding.verdict];
    bump(rollup.caseCounts, place, 1);
    bump(rollup.caseLow, party(finding), low);
    bump(rollup.caseHigh, party(finding), high);
  }
  return rollup;
}

function expectSame(incidents: readonly Incident[], pact: Pact, setting: Setting): void {
  const rows = incidents.flatMap((incident) => rowsOf(incident, setting));
  const rollup = plainScore(rows, plainQuestion(pact, setting));
  expect(rollup).toEqual(explained(incidents, pact, setting));
  expect(rollupHash(rollup)).toBe(rollupHash(explained(incidents, pact, setting)));
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

/** Pacts as the plain loop reads them: hypothetical, with every commission limb or none. */
const plainPacts = pacts
  .filter((pact) => assumedFrom(pact) !== null)
  .map((pact) => ({
    ...pact,
    clauses: pact.clauses.map((clause) => ({
      ...clause,
      commissionLimbs: clause.commissionLimbs.length > 0 ? [...COMMISSION_LIMBS] : [],
    })),
  }));

test('the plain loop adds up what the explaining path finds, on random records and pacts', () => {
  fc.assert(fc.property(incidentLists(6), plainPacts, settings, expectSame), { numRuns: 150 });
});

test('it does so for the ten clauses of the bench, their numbers moved', () => {
  fc.assert(fc.property(incidentLists(6), variants, settings, expectSame), { numRuns: 60 });
});

const setting: Setting = { policy: POLICY_2026_11, compiledOn: COMPILED, asOf: AS_OF };

test('it does so for the made-up corpus, as of two days', () => {
  const incidents = [...syntheticIncidents(300)];
  for (const asOf of [AS_OF, Date.parse('2015-06-30T23:59:59.999Z')])
    expectSame(incidents, BENCH_PACT, { ...setting, asOf });
});

test('the ten clauses match what was meant, and most rules occur', () => {
  const incidents = [...syntheticIncidents(4000)];
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
