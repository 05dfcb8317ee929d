import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { partyOf } from './bound';
import { assess } from './finding';
import { incidentOf, LINKED, PROVED, pactOf, settingOf } from './fixtures/builders';
import { incidentLists, pacts, policyWith, settings } from './fixtures/generators';
import { POLICY_2026_11 } from './policy';
import { policyFlips, underPolicy } from './policy-flips';

const all = () => true;

test('a change that changes nothing turns nothing', () => {
  const incidents = [incidentOf({ id: 'proved', claims: PROVED })];
  const setting = settingOf('2020-01-01');
  const laid = underPolicy(incidents, setting.policy, setting.compiledOn);
  const { flips, counts, beyond } = policyFlips(laid, laid, {
    ...{ pact: pactOf(), asOf: setting.asOf, sees: all },
  });
  expect([flips, beyond]).toEqual([[], 0]);
  for (const { before, after } of counts) expect(before).toBe(after);
  expect(counts.reduce((sum, { before }) => sum + before, 0)).toBeGreaterThan(0);
});

test('trusting one claim less turns what rests on few of them; of a hidden record the number is told', () => {
  const incidents = [
    incidentOf({ id: 'proved', claims: PROVED }),
    incidentOf({ id: 'linked', claims: LINKED }),
  ];
  const setting = settingOf('2020-01-01');
  const [before, after] = [POLICY_2026_11, policyWith({ claimTrustCap: 0.05 })].map((policy) =>
    underPolicy(incidents, policy, setting.compiledOn),
  );
  if (before === undefined || after === undefined) throw new Error('two were made');
  const about = { pact: pactOf(), asOf: setting.asOf };
  const seen = policyFlips(before, after, { ...about, sees: all });
  expect(seen.flips.map(({ incident, from, to }) => [incident, from, to])).toEqual([
    ['linked', 'VIOLATION_OMISSION', 'NOT_ATTRIBUTABLE'],
    ['proved', 'VIOLATION_COMMISSION', 'NOT_ATTRIBUTABLE'],
  ]);
  const half = policyFlips(before, after, { ...about, sees: (id) => id === 'linked' });
  expect(half.flips.map(({ incident }) => incident)).toEqual(['linked']);
  expect(half.beyond).toBe(1);
  expect(JSON.stringify(half)).not.toContain('proved');
});

test('the flips are the differences between two assessments by the explaining path', () => {
  const other = [
    policyWith({ priorWeight: 8 }),
    policyWith({ rivalBelief: 0.05, conflictLimit: 0.05 }),
    policyWith({ requiredLevel: 2, objectionDays: 0 }),
  ];
  fc.assert(
    fc.property(
      ...([incidentLists(5), pacts, settings, fc.constantFrom(...other)] as const),
      (incidents, pact, setting, policy) => {
        const found = (one: typeof policy) =>
          new Map(
            assess(incidents, pact, { ...setting, policy: one, assumedFrom: null }).flatMap(
              ({ incident, clause, accused, verdict }) =>
                accused !== null && partyOf(pact, accused) !== null
                  ? [[`${incident} ${clause} ${accused}`, verdict] as const]
                  : [],
            ),
          );
        const [old, fresh] = [found(POLICY_2026_11), found(policy)];
        const expected = [...fresh].filter(([key, verdict]) => old.get(key) !== verdict);
        const { flips } = policyFlips(
          underPolicy(incidents, POLICY_2026_11, setting.compiledOn),
          underPolicy(incidents, policy, setting.compiledOn),
          { pact, asOf: setting.asOf, sees: all },
        );
        const told = flips.map(({ incident, clause, accused, to }) => [
          `${incident} ${clause} ${accused}`,
          to,
        ]);
        expect(told.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 60 },
  );
});
