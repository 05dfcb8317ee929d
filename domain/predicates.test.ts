import { describe, expect, test } from 'vitest';
import {
  answer,
  claimsOf,
  found,
  incidentOf,
  LINKED,
  objection,
  on,
  outcome,
  PROVED,
} from './fixtures/builders';
import type { Incident } from './incident';
import type { Clause } from './pact';

const RIVAL = claimsOf(`
  c1 RU:STATE A1 almost_certain K1
  c2 RU:STATE A1 almost_certain K2
  c3 CN:STATE A1 almost_certain K3`);
const words = (
  incident: Partial<Incident>,
  { asOf = '2020-01-01', clause = {} }: { asOf?: string; clause?: Partial<Clause> } = {},
): string => {
  const { link, state } = found(incident, { asOf, clause });
  return `link ${link.predicate} (${link.reason}), state ${state.predicate} (${state.reason})`;
};

describe('met: belief at the threshold, and corroborated', () => {
  test('two clusters, or one with a conviction', () => {
    const one = claimsOf('c1 RU:STATE A1 almost_certain K1');
    const convicted = claimsOf('c1 RU:STATE A1 almost_certain K1 by court');
    const court = claimsOf('c1 RU:STATE A2 almost_certain K1 by court');
    expect(words({ claims: one })).toBe(
      'link unmet (uncorroborated), state unmet (uncorroborated)',
    );
    expect(words({ claims: convicted })).toBe('link met (proved), state met (proved)');
    expect(found({ claims: court }).link.reason).toBe('uncorroborated');
    expect(found({ claims: one }).reason).toBe('uncorroborated');
  });
  test('a cluster corroborates from .25 units of evidence', () => {
    const beside = (grade: string, word: string) =>
      found({
        claims: claimsOf(`
          c1 RU:LINK A1 almost_certain K1
          c2 RU:LINK ${grade} ${word} K2`),
      }).link;
    expect(beside('C3', 'likely').clusters).toBe(1);
    expect(beside('C3', 'very_likely').clusters).toBe(2);
    expect(beside('B2', 'likely').clusters).toBe(2);
  });
  test('the threshold itself is enough, a hair below is not', () => {
    const { link } = found({ claims: LINKED });
    const theta = { state: 1, minClusters: 2 };
    expect(
      words({ claims: LINKED }, { clause: { theta: { ...theta, link: link.lower } } }),
    ).toMatch(/^link met/);
    expect(
      words({ claims: LINKED }, { clause: { theta: { ...theta, link: link.lower + 1e-9 } } }),
    ).toMatch(/^link unmet \(below_threshold\)/);
  });
  test('no threshold makes the state met and the link not', () => {
    const clause = { theta: { state: 0.2, link: 0.95, minClusters: 2 } };
    expect(words({}, { clause })).toMatch(/^link met .*state met/);
  });
});

describe('contested', () => {
  test('by a rival of .25 or more, unless the two are alleged together', () => {
    expect(words({ claims: RIVAL })).toMatch(/^link contested \(rival\)/);
    expect(words({ claims: RIVAL, joint: [['CN', 'RU']] })).toBe(
      'link met (proved), state met (proved)',
    );
  });
  test('by an open objection, for what it names', () => {
    const objected = (against: 'LINK' | 'STATE' | 'CONDUCT') =>
      words({ objections: [objection({ against })] }, { asOf: '2016-03-15' });
    expect(objected('LINK')).toBe('link contested (objection), state contested (objection)');
    expect(objected('CONDUCT')).toBe('link contested (objection), state contested (objection)');
    expect(objected('STATE')).toBe('link met (proved), state contested (objection)');
  });
  test("only the accused's own objection counts, and unmet stays unmet", () => {
    const objections = [objection({ by: 'US' })];
    expect(words({ objections }, { asOf: '2016-03-15' })).toMatch(/^link met/);
    const claims = LINKED.slice(0, 1);
    expect(words({ claims, objections: [objection()] }, { asOf: '2016-03-15' })).toMatch(
      /^link unmet/,
    );
  });
  test.each([
    ['LINK', '2016-02-29', 'met'],
    ['LINK', '2016-03-01', 'contested'],
    ['LINK', '2016-03-31', 'contested'],
    ['LINK', '2016-04-01', 'met'],
    ['CONDUCT', '2030-01-01', 'contested'],
  ] as const)('an objection to %s of 1 March, on %s: %s', (against, asOf, predicate) => {
    const { link } = found({ objections: [objection({ against })] }, { asOf });
    expect(link.predicate).toBe(predicate);
  });
  test('the commission closes any objection', () => {
    const objections = [objection({ against: 'CONDUCT', closedAt: on('2016-03-10') })];
    expect(words({ objections }, { asOf: '2016-03-09' })).toMatch(/^link contested/);
    expect(words({ objections }, { asOf: '2016-03-10' })).toMatch(/^link met/);
  });
  test('an objection of some day in March is open until 30 days after March', () => {
    const objections = [objection({ at: on('2016-03') })];
    expect(words({ objections }, { asOf: '2016-04-30' })).toMatch(/^link contested/);
    expect(words({ objections }, { asOf: '2016-05-01' })).toMatch(/^link met/);
  });
  test('an answer with rebuttal evidence objects to the state, not to the link', () => {
    const responses = [answer('2016-03-01', 1, { rebuttalEvidence: true })];
    expect(words({ responses }, { asOf: '2016-03-15' })).toBe(
      'link met (proved), state contested (objection)',
    );
    expect(words({ responses }, { asOf: '2016-04-01' })).toMatch(/state met/);
  });
});

describe('admission comes before objections and is deaf to rivals', () => {
  const weak = claimsOf('c1 RU:STATE C3 likely K1');
  test('an admitted claim meets both, with a belief of at least .95', () => {
    const claims = [...RIVAL.slice(2), ...claimsOf('c9 RU:STATE A1 almost_certain K9 admission')];
    const finding = found({ claims, objections: [objection({ against: 'CONDUCT' })] });
    expect(finding.rule).toBe('R4');
    expect([finding.state.lower, finding.link.lower]).toEqual([0.95, 0.95]);
    expect(finding.state.upper).toBeGreaterThanOrEqual(0.95);
    expect(finding.link.reason).toBe('admitted');
  });
  test('an admission that counts only as LINK under the clause admits the link', () => {
    const claims = claimsOf('c1 RU:STATE A1 almost_certain K1 admission limbs FUNDED');
    expect(words({ claims }, { clause: { commissionLimbs: ['ORGAN'] } })).toBe(
      'link met (admitted), state unmet (below_threshold)',
    );
  });
  test('one endorsed adopts the act where the clause lists ADOPTED, else admits the link', () => {
    const responses = [answer('2016-03-01', 1, { endorsed: true })];
    expect(words({ claims: weak, responses })).toBe('link met (admitted), state met (admitted)');
    const clause = { commissionLimbs: ['ORGAN' as const] };
    expect(words({ claims: weak, responses }, { clause })).toMatch(
      /^link met \(admitted\), state unmet/,
    );
  });
  test('an arrest acknowledges the link, from its day and once the state is named', () => {
    const responses = [answer('2016-03-01', 6, { acknowledgesLink: true })];
    expect(words({ claims: weak, responses }, { asOf: '2016-02-28' })).toMatch(/^link unmet/);
    expect(words({ claims: weak, responses }, { asOf: '2016-03-01' })).toMatch(
      /^link met \(admitted\)/,
    );
    const later = claimsOf('c1 RU:STATE C3 likely K1 on 2017-01-01');
    expect(found({ claims: later, responses }, { asOf: '2016-06-01' }).link.predicate).toBe(
      'unmet',
    );
    expect(found({ claims: later, responses }, { asOf: '2017-01-01' }).link.predicate).toBe('met');
  });
  test("another state's admission contests what is claimed of this one", () => {
    const claims = claimsOf(`
      c1 RU:STATE A1 almost_certain K1
      c2 RU:STATE A1 almost_certain K2
      c3 CN:STATE E5 almost_certain K3 admission`);
    expect(found({ claims }).link.reason).toBe('rival');
  });
  test('a bare denial is an answer, never evidence', () => {
    const responses = [answer('2016-03-01', 1)];
    expect(found({ responses }).state).toEqual(found().state);
  });
  test('below the commission floor not even an admission asks of the state', () => {
    const claims = claimsOf('c1 RU:STATE A1 almost_certain K1 admission');
    const clause = { minSeverity: { commission: 5, dueDiligence: 1 } };
    expect(words({ claims }, { clause })).toBe(
      'link met (admitted), state unmet (below_commission_floor)',
    );
  });
});

test('a dispute over who ordered it does not stop the clock on who failed to stop it', () => {
  const finding = found(
    { claims: PROVED, objections: [objection({ against: 'STATE', at: on('2016-04-01') })] },
    { asOf: '2016-04-15' },
  );
  expect(`${finding.rule} ${finding.flags}`).toBe('R14 commission_disputed');
  const clause = { dueDiligence: null };
  const incident = { objections: [objection({ against: 'STATE', at: on('2016-04-01') })] };
  expect(outcome(incident, { asOf: '2016-04-15', clause })).toBe('R7 DISPUTED');
  expect(incidentOf(incident).objections).toHaveLength(1);
});
