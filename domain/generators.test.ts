import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierSchema } from './dossier';
import { judgeIncident } from './finding';
import { dossiers, incidents, pacts, settings } from './fixtures/generators';
import { pactSchema } from './pact';
import { RULE_IDS } from './verdict';

test('what the generators yield satisfies the schemas, word for word', () => {
  fc.assert(
    fc.property(dossiers(4), (dossier) => {
      expect(dossierSchema.parse(dossier)).toEqual(dossier);
    }),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(pacts, (pact) => {
      expect(pactSchema.parse(pact)).toEqual(pact);
    }),
    { numRuns: 100 },
  );
});

test('they reach every rule of the decision table', () => {
  const seen = new Map<string, number>();
  const draw = fc.sample(fc.tuple(incidents, pacts, settings), { numRuns: 3000, seed: 7 });
  for (const [incident, pact, setting] of draw)
    for (const { rule } of judgeIncident(incident, pact, setting))
      seen.set(rule.id, (seen.get(rule.id) ?? 0) + 1);
  expect([...seen.keys()].sort()).toEqual([...RULE_IDS].sort());
});
