import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAsOf } from './dates';
import { dossierSchema } from './dossier';
import { assess } from './finding';
import { incidentSchema } from './incident';
import { pactSchema } from './pact';
import { POLICY_2026_11 as policy } from './policy';
import { BASES, CLAIMANT_TYPES, CONDUCT, codesOf, EXCEPTIONS, LIMBS, OBJECTS } from './vocabulary';

/** The page that explains the two formats must not rot: its examples are read as anybody's file is. */
const page = readFileSync(new URL('../docs/dossier.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text]) =>
  JSON.parse(text ?? ''),
);
const [dossierBlock, pactBlock] = blocks;

test('docs/dossier.md holds one dossier and one pact, and both validate', () => {
  expect(blocks).toHaveLength(2);
  expect(dossierSchema.safeParse(dossierBlock).error?.issues).toBeUndefined();
  expect(pactSchema.safeParse(pactBlock).error?.issues).toBeUndefined();
});

test('an unknown key in either example is refused', () => {
  expect(dossierSchema.safeParse({ ...dossierBlock, colour: 'red' }).success).toBe(false);
  expect(pactSchema.safeParse({ ...pactBlock, colour: 'red' }).success).toBe(false);
});

test('the example incident falls under the example pact', () => {
  const { incidents, compiledOn } = dossierSchema.parse(dossierBlock);
  const asOf = parseAsOf(compiledOn) ?? 0;
  const [finding, ...more] = assess(incidents, pactSchema.parse(pactBlock), {
    policy,
    asOf,
    compiledOn,
  });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ accused: 'IS', rule: 'R6', failedCoverage: null });
});

test('docs/dossier.md names every field of an incident, a claim, a pact and a clause', () => {
  const incident = incidentSchema.shape;
  const pact = pactSchema.shape;
  const fields = [
    ...Object.keys(dossierSchema.shape),
    ...Object.keys(dossierSchema.shape.monitoring.unwrap().element.shape),
    ...Object.keys(incident),
    ...Object.keys(incident.sources.element.shape),
    ...Object.keys(incident.claims.element.shape),
    ...Object.keys(incident.notifications.element.shape),
    ...Object.keys(incident.responses.element.shape),
    ...Object.keys(incident.extensions.unwrap().element.shape),
    ...Object.keys(incident.pleas.unwrap().element.shape),
    ...Object.keys(incident.objections.unwrap().element.shape),
    ...Object.keys(pact),
    ...Object.keys(pact.adherence.element.shape),
    ...Object.keys(pact.clauses.element.shape),
    ...Object.keys(pact.clauses.element.shape.dueDiligence.unwrap().shape),
  ];
  expect(fields.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
});

test.each(Object.entries({ CONDUCT, OBJECTS, LIMBS, CLAIMANT_TYPES, BASES, EXCEPTIONS }))(
  'docs/dossier.md names every code of %s',
  (_, terms) => {
    expect(codesOf<string>(terms).filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  },
);
