import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COVERAGE_CODES } from './coverage';
import { dossierSchema } from './dossier';
import { findingOf, type Judgement, judgeIncident } from './finding';
import { answer, claimsOf, judged, LINKED, notice, objection, plea } from './fixtures/builders';
import { incidents, pacts, settings } from './fixtures/generators';
import { pactLibrarySchema } from './pact';
import { POLICY_2026_11 as policy } from './policy';
import { explain } from './trace';
import type { RuleId } from './verdict';

/** How a sentence begins under each rule: what it says must be what the table said. */
const SAYS: Record<RuleId, RegExp> = {
  R0: /^Pending: the record does not say \w/,
  R1: /^Not covered: \w/,
  R2: /^Pending: .* to be verified by DAY\.$/,
  R3: /^Not attributable: .* not verified by DAY\.$/,
  R4: /^A violation because .+ itself is held responsible: /,
  R5: /^Disputed because \w/,
  R6: /^Not (a violation because the link to .+ is not proved: |attributable: no state is accused)/,
  R7: /^Disputed because the responsibility of .+ is contested: /,
  R8: /^Not a violation: linked to .+ no duty to act/,
  R9: /^Not a violation yet because: no notification reached .+ before DAY/,
  R10: /^Not a violation because: no notification reached .+ before DAY/,
  R11: /^Duty met: .+ acted enough before DAY/,
  R12: /^Duty met: .+ could not do more/,
  R13: /^Pending: .+ has until DAY to act/,
  R14: /^A violation because .+ knew from DAY and did not act enough by DAY/,
};
/** Days as people write them. */
const DAY = /\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g;

function checkExplanation(judgement: Judgement): void {
  const { finding, sentence, steps } = explain(judgement);
  expect(finding).toEqual(findingOf(judgement));
  const place = `${finding.incident} ${finding.clause} ${finding.accused} ${finding.rule}`;
  expect(sentence.replace(DAY, 'DAY'), place).toMatch(SAYS[finding.rule]);
  expect(sentence).not.toMatch(/1 January 1970|undefined|null|NaN/);
  for (const { id, question, value, reference, outcome } of steps) {
    expect(reference, `${place} ${id}`).toMatch(/^method \d/);
    expect(
      [question, value, outcome].every((text) => text !== ''),
      `${place} ${id}`,
    ).toBe(true);
  }
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  const step = (id: string) => steps.find((one) => one.id === id);
  // What passed and what failed in the trace is what the table was asked.
  const { input } = judgement;
  expect(COVERAGE_CODES.every((code) => step(`coverage.${code}`) !== undefined)).toBe(true);
  const outs = COVERAGE_CODES.filter((code) => step(`coverage.${code}`)?.outcome === 'fail');
  expect(outs.length > 0).toBe(input.cov === 'out');
  for (const name of ['link', 'state'] as const)
    expect(step(`predicate.${name}`)?.outcome).toBe(
      { met: 'pass', contested: 'unknown', unmet: 'fail' }[input[name]],
    );
  if (['R11', 'R12', 'R13', 'R14'].includes(finding.rule))
    expect(step('response')).toMatchObject({
      outcome: finding.rule === 'R11' ? 'pass' : expect.stringMatching(/unknown|fail/),
    });
}

describe('every finding explains itself', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8'));
  const library = pactLibrarySchema.parse(read('pacts')).pacts;
  const corpus = ['russia-west', 'china-and-others', 'territory-and-treaties'].flatMap((name) => {
    const { incidents: list, compiledOn } = dossierSchema.parse(read(name));
    return list.map((incident) => ({ incident, compiledOn }));
  });
  test.each(library.filter(({ referenceOnly }) => !referenceOnly).map((pact) => [pact.id, pact]))(
    'the corpus under %s',
    (_, pact) => {
      const asOf = Date.parse('2026-11-22T23:59:59.999Z');
      let explained = 0;
      for (const { incident, compiledOn } of corpus)
        for (const judgement of judgeIncident(incident, pact, { policy, asOf, compiledOn })) {
          // Most of the corpus lies outside any one pact; one in eight of those is enough.
          explained += 1;
          if (judgement.rule.id !== 'R1' || explained % 8 === 0) checkExplanation(judgement);
        }
      expect(explained).toBeGreaterThanOrEqual(corpus.length);
    },
  );
  test('random cases, violations and not', () => {
    fc.assert(
      fc.property(incidents, pacts, settings, (incident, pact, setting) => {
        for (const judgement of judgeIncident(incident, pact, setting)) checkExplanation(judgement);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a step names', () => {
  const step = (judgement: Judgement, id: string) => {
    const found = explain(judgement).steps.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no step ${id}`);
    return found;
  };
  test('the claims a predicate rests on lead to their records', () => {
    const records = step(judged(), 'predicate.state').inputs.map(({ record }) => record);
    expect(records).toEqual(expect.arrayContaining(['claims/c1', 'claims/c2']));
  });
  test('how much belief is missing', () => {
    const claims = claimsOf('c1 RU:STATE B2 very_likely K1');
    const state = step(judged({ claims }), 'predicate.state');
    expect(state).toMatchObject({
      outcome: 'fail',
      threshold: '0.750',
      wouldChange: 'Belief of 0.750: 0.356 more.',
    });
  });
  test('which notices were sent and do not count, which answers came, which pleas were made', () => {
    const judgement = judged({
      claims: LINKED,
      notifications: [notice({ channel: 'public' }), notice()],
      responses: [answer('2016-02-01', 2)],
      pleas: [plea({ kind: 'incapacity', accepted: false })],
    });
    const values = step(judgement, 'knowledge').inputs.map(({ value }) => value);
    expect(values.filter((value) => value.endsWith('(does not count)'))).toHaveLength(1);
    expect(step(judgement, 'response').inputs.map(({ record }) => record)).toContain('responses/0');
    expect(step(judgement, 'feasibility').outcome).toBe('fail');
  });
  test('a contested question says by what', () => {
    const judgement = judged({ objections: [objection({ against: 'CONDUCT' })] });
    expect(explain(judgement).sentence).toBe(
      'Disputed because an objection of the accused is open.',
    );
  });
});
