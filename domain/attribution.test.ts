import { describe, expect, test } from 'vitest';
import { evidenceUnits, type FusedClaim, fuse } from './attribution';
import type { Claim, Credibility, Likelihood, Reliability } from './claim';
import { contributions } from './contribution';
import { claimsOf, found, judged, outcome } from './fixtures/builders';
import { policyWith } from './fixtures/generators';
import { leaveOneOut } from './pivotal';
import { POLICY_2026_11 } from './policy';
import { retract } from './retraction';

const policy = POLICY_2026_11.values;
const T2 = claimsOf(`
  c1 RU:STATE A1 very_likely    K1
  c2 RU:STATE B2 almost_certain K2
  c3 RU:LINK  B2 very_likely    K1 shared
  c4 RU:STATE C3 likely         K1 derivative of c1
  c5 OTHER    C4 likely         K3
  c6 RU:STATE A2 very_likely    K4`);

const opinions = (claims: readonly FusedClaim[], joint: string[][] = []) =>
  fuse(claims, { policy, joint });
const link = (claims: readonly FusedClaim[], state = 'RU', joint: string[][] = []) =>
  opinions(claims, joint).states.get(state)?.link;
const state = (claims: readonly FusedClaim[]) => opinions(claims).states.get('RU')?.state;
const without = (id: string) =>
  T2.filter((claim) => claim.id !== id).map((claim) => ({
    ...claim,
    derivedFrom: claim.derivedFrom.filter((lead) => lead !== id),
  }));
const changed = (id: string, change: Partial<Claim>) =>
  T2.map((claim) => (claim.id === id ? { ...claim, ...change } : claim));
const four = (value = Number.NaN) => Number(value.toFixed(4));

describe('T1 single claim', () => {
  test.each<[Reliability, Credibility, Likelihood, number, number]>([
    ['A', 1, 'almost_certain', 0.8037, 8.1885],
    ['A', 1, 'very_likely', 0.6413, 3.5749],
    ['A', 2, 'very_likely', 0.4987, 1.99],
    ['B', 1, 'almost_certain', 0.6345, 3.472],
    ['B', 2, 'very_likely', 0.3937, 1.299],
    ['B', 2, 'likely', 0.1838, 0.4502],
    ['C', 3, 'likely', 0.0875, 0.1918],
    ['F', 6, 'very_likely', 0.0469, 0.0984],
    ['B', 2, 'roughly_even_chance', 0, 0],
    ['E', 5, 'almost_certain', 0, 0],
  ])('%s%i %s: beta %d, evidence %d', (reliability, credibility, likelihood, beta, r) => {
    const [claim] = claimsOf(`c1 RU:STATE ${reliability}${credibility} ${likelihood} K1`);
    if (claim === undefined) throw new Error('no claim');
    expect(four(evidenceUnits(claim, policy))).toBe(r);
    // Alone, the claim's belief is its beta: above the weak cap nothing changes it.
    expect(Math.abs((link([claim])?.lower ?? 0) - beta)).toBeLessThan(1e-4);
  });

  test('no claims: nobody is named and nothing is attributed', () => {
    expect(opinions([])).toEqual({ unattributed: 1, conflict: 0, other: 0, states: new Map() });
  });

  test('no claim weighs more than the cap', () => {
    const [claim] = claimsOf('c1 RU:STATE A1 0.999 K1');
    const trusting = policyWith({ claimTrustCap: 0.5 }).values;
    expect(claim === undefined ? null : evidenceUnits(claim, trusting)).toBe(2);
  });
});

describe('T2 six claims, three clusters', () => {
  test('opinions, ignorance, conflict', () => {
    const fused = opinions(T2);
    expect(four(fused.unattributed)).toBe(0.2078);
    expect(four(fused.conflict)).toBe(0.0286);
    expect(four(fused.other)).toBe(0.0115);
    for (const name of ['link', 'state'] as const) {
      const own = fused.states.get('RU')?.[name];
      expect([four(own?.lower), four(own?.upper), own?.clusters]).toEqual([0.7807, 0.9885, 3]);
    }
  });
  test('state is met: a violation by commission', () => {
    expect(outcome({ claims: T2 })).toBe('R4 VIOLATION_COMMISSION');
  });
  test.each([
    ['c1', 0.1189, 0.0679],
    ['c2', 0.0557, 0.0557],
    ['c3', 0, 0],
    ['c4', 0, 0],
    ['c5', -0.0091, -0.0091],
    ['c6', 0.0572, 0.0572],
  ])('leave-one-out: %s adds %d to state and %d to link', (id, inState, inLink) => {
    const own = contributions(T2, 'RU', { policy }).find(({ claim }) => claim === id);
    expect([four(own?.state), four(own?.link)]).toEqual([inState, inLink]);
  });
  test('the effective shares of a cluster add up to its evidence: what is shared counts once', () => {
    const effective = Object.fromEntries(
      contributions(T2, 'RU', { policy }).map((own) => [own.claim, four(own.effective)]),
    );
    expect(effective).toMatchObject({ c1: 3.5749, c3: 0, c4: 0, c6: 1.99 });
  });
  test('ten copies of the derivative claim change nothing, nor does the order', () => {
    const copies = Array.from({ length: 10 }, (_, at) =>
      claimsOf(`d${at} RU:STATE C3 likely K1 derivative`),
    ).flat();
    expect(opinions([...T2, ...copies])).toEqual(opinions(T2));
    expect(opinions([...T2].reverse()).states.get('RU')?.state.lower).toBeCloseTo(0.7807, 4);
  });
  test('without c6 the state is not proved and the duty to act decides', () => {
    expect(four(state(without('c6'))?.lower)).toBe(0.7235);
    const { predicates } = judged({ claims: without('c6') });
    expect([predicates.state.predicate, predicates.link.predicate]).toEqual(['unmet', 'met']);
  });
  test('pivotal claims: those whose removal lets commission fall', () => {
    const { case: at } = judged({ claims: T2 });
    const table = leaveOneOut(at).map(({ claim, verdict, pivotal }) => [claim, verdict, pivotal]);
    expect(table).toEqual([
      ['c1', 'VIOLATION_OMISSION', true],
      ['c2', 'VIOLATION_OMISSION', true],
      ['c3', 'VIOLATION_COMMISSION', false],
      ['c4', 'VIOLATION_COMMISSION', false],
      ['c5', 'VIOLATION_COMMISSION', false],
      ['c6', 'VIOLATION_OMISSION', true],
    ]);
  });
});

describe('T3 retraction of c1', () => {
  const retracted = retract(T2, 'c1');
  test('c4 rested on it and is orphaned, c3 shares the evidence and survives', () => {
    expect(retracted.map(({ status }) => status)).toEqual([
      'retracted',
      'live',
      'live',
      'orphaned',
      'live',
      'live',
    ]);
    const [own, responsible] = [link(retracted), state(retracted)];
    expect([four(own?.lower), four(own?.upper), own?.clusters]).toEqual([0.7128, 0.9849, 3]);
    expect([four(responsible?.lower), four(responsible?.upper), responsible?.clusters]).toEqual([
      0.6511, 0.9817, 2,
    ]);
  });
  test('commission falls away and the due-diligence limb runs', () => {
    expect(outcome({ claims: retracted })).toBe('R14 VIOLATION_OMISSION');
  });
  test('with c3 orphaned too, two clusters still carry the link', () => {
    const both = retracted.map((claim) =>
      claim.id === 'c3' ? { ...claim, status: 'orphaned' as const } : claim,
    );
    expect([four(link(both)?.lower), four(state(both)?.lower)]).toEqual([0.6511, 0.6511]);
    expect(four(opinions(both).unattributed)).toBe(0.3306);
    expect(found({ claims: both }).link.predicate).toBe('met');
  });
});

test('T4 two independent link claims say nothing of the state', () => {
  const claims = claimsOf(`
    c1 RU:LINK B2 very_likely K1
    c2 RU:LINK B2 very_likely K2`);
  expect([four(link(claims)?.lower), link(claims)?.upper]).toEqual([0.565, 1]);
  expect([state(claims)?.lower, state(claims)?.upper]).toEqual([0, 1]);
});

describe('T5 rivals', () => {
  const rivals = claimsOf(`
    c1 RU:STATE B2 very_likely K1
    c2 CN:STATE B2 very_likely K2`);
  test('one against one: neither is proved', () => {
    expect([four(link(rivals)?.lower), four(link(rivals, 'CN')?.lower)]).toEqual([0.2825, 0.2825]);
    expect([four(opinions(rivals).unattributed), opinions(rivals).conflict]).toEqual([0.435, 0.5]);
    expect(outcome({ claims: rivals })).toBe('R6 NOT_ATTRIBUTABLE');
  });
  test('alleged together they are no rivals', () => {
    const joint = [['RU', 'CN']];
    expect(four(link(rivals, 'RU', joint)?.lower)).toBe(0.3937);
    expect(four(link(rivals, 'CN', joint)?.lower)).toBe(0.3937);
    expect(opinions(rivals, joint).conflict).toBe(0);
  });
  test('joint groups that share a state are one group in conflict, yet only pairs are no rivals', () => {
    const three = claimsOf(`
      c1 RU:STATE B2 very_likely K1
      c2 CN:STATE B2 very_likely K2
      c3 US:STATE B2 very_likely K3`);
    const joint = [
      ['RU', 'CN'],
      ['CN', 'US'],
    ];
    expect(opinions(three, joint).conflict).toBeCloseTo(0, 12);
    expect(four(link(three, 'CN', joint)?.lower)).toBe(0.3937);
    expect(four(link(three, 'RU', joint)?.lower)).toBe(0.2825);
  });
  test('five against two: contested by conflict alone, state unmet', () => {
    const claims = claimsOf(
      [1, 2, 3, 4, 5, 6, 7]
        .map((n) => `c${n} ${n <= 5 ? 'RU' : 'CN'}:STATE B2 very_likely K${n}`)
        .join('\n'),
    );
    const fused = opinions(claims);
    expect([four(link(claims)?.lower), four(link(claims, 'CN')?.lower)]).toEqual([0.5855, 0.2342]);
    expect([four(fused.unattributed), four(fused.conflict)]).toEqual([0.1803, 0.4082]);
    expect(outcome({ claims })).toBe('R5 DISPUTED');
    expect(found({ claims })).toMatchObject({
      link: { predicate: 'contested', reason: 'conflict' },
      state: { predicate: 'unmet' },
    });
  });
});

test('T6 a reasoned denial of control weighs against the state, not against the link', () => {
  const claims = claimsOf(`
    c1 RU:PRIVATE A1 very_likely K1
    c2 RU:STATE   B2 very_likely K2`);
  expect([four(link(claims)?.lower), link(claims)?.upper]).toEqual([0.709, 1]);
  expect([four(state(claims)?.lower), four(state(claims)?.upper)]).toEqual([0.189, 0.4799]);
});

test('T7 twenty weak outlets never exceed .4872 nor corroborate', () => {
  const claims = claimsOf(
    Array.from({ length: 20 }, (_, n) => `c${n} RU:STATE C3 likely K${n}`).join('\n'),
  );
  expect([four(state(claims)?.lower), state(claims)?.clusters]).toEqual([0.4872, 0]);
  expect(found({ claims }).state.predicate).toBe('unmet');
});

test('T8 "unlikely" eight times over is no evidence', () => {
  const claims = claimsOf(
    Array.from({ length: 8 }, (_, n) => `c${n} RU:STATE A1 unlikely K${n}`).join('\n'),
  );
  expect(state(claims)?.lower).toBe(0);
  expect(opinions(claims).unattributed).toBe(1);
  expect([...opinions(claims).states.keys()]).toEqual(['RU']);
});

test('T8b a partly dependent claim adds its own part, and never lowers', () => {
  const beside = (word: string) =>
    claimsOf(`
      c1 RU:LINK B2 very_likely K1
      c2 RU:LINK B2 ${word} K1 partial`);
  expect(four(link(beside('likely'))?.lower)).toBe(0.4325);
  expect(four(link(beside('very_likely'))?.lower)).toBe(0.4935);
});

describe('T9 tornado on T2: what else the record could have said', () => {
  const merged = T2.map((claim) =>
    claim.cluster === 'K1' || claim.cluster === 'K2'
      ? { ...claim, cluster: 'K1', dependence: 'shared' as const }
      : claim,
  );
  test.each<[string, Claim[], number, boolean]>([
    ['credibility of c2 from 2 to 3', changed('c2', { credibility: 3 }), 0.7592, true],
    ['credibility of c5 from 4 to 2', changed('c5', { credibility: 2 }), 0.7673, true],
    ['reliability of c1 from A to B', changed('c1', { reliability: 'B' }), 0.7394, false],
    ['K1 and K2 merged', merged, 0.725, false],
    ['c1 dropped', without('c1'), 0.6618, false],
    ['c2 dropped', without('c2'), 0.725, false],
    ['c6 dropped', without('c6'), 0.7235, false],
  ])('%s', (_, claims, belief, commission) => {
    expect(four(state(claims)?.lower)).toBe(belief);
    expect(outcome({ claims }) === 'R4 VIOLATION_COMMISSION').toBe(commission);
  });
  test('merging leaves two clusters', () => expect(state(merged)?.clusters).toBe(2));
});

describe('limbs decide as what a claim counts (method 1)', () => {
  const funded = claimsOf(`
    c1 RU:STATE A1 almost_certain K1 limbs FUNDED
    c2 RU:STATE A1 almost_certain K2 limbs FUNDED`);
  test.each([
    ['lists the limb', ['ORGAN', 'FUNDED'] as const, 'R4 VIOLATION_COMMISSION'],
    ['lists another', ['ORGAN'] as const, 'R8 NOT_ATTRIBUTABLE'],
    ['lists none', [] as const, 'R8 NOT_ATTRIBUTABLE'],
  ])('a claim of funding under a clause that %s', (_, commissionLimbs, expected) => {
    expect(outcome({ claims: funded }, { clause: { commissionLimbs: [...commissionLimbs] } })).toBe(
      expected,
    );
  });
  test('an unlimbed claim stands for every limb, and for none where the clause has none', () => {
    expect(outcome({}, { clause: { commissionLimbs: ['ORGAN'] } })).toBe('R4 VIOLATION_COMMISSION');
    expect(outcome({}, { clause: { commissionLimbs: [] } })).toBe('R14 VIOLATION_OMISSION');
  });
});

test('a claim for OTHER that names a state adds nothing to its link', () => {
  const [own, other] = claimsOf(`
    c1 RU:STATE B2 very_likely K1
    c2 OTHER    B2 very_likely K2`);
  if (own === undefined || other === undefined) throw new Error('two claims expected');
  const named = opinions([own, { ...other, accused: 'RU' }]);
  expect(named).toEqual(opinions([own, other]));
  expect(named.states.get('RU')?.link).toMatchObject({ clusters: 1 });
});
