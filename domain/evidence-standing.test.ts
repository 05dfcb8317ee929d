import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceImpact } from './evidence-impact';
import { type KnownEvidence, suspendedAt } from './evidence-standing';
import { claimsOf, incidentOf, pactOf } from './fixtures/builders';
import { POLICY_2026_11 } from './policy';

const incident = incidentOf({
  claims: claimsOf(`
    c1 RU:STATE A1 very_likely K1
    c2 RU:STATE A1 very_likely K2
    c3 RU:STATE C3 likely K1 derivative of c1`),
});
const never = { mismatchedAt: null, withdrawnAt: null };
const item = (id: string, claims: string[], changes: Partial<KnownEvidence> = {}) => ({
  ...{ id, claims, addedAt: 10, ...never },
  ...changes,
});

describe('what a claim rests on', () => {
  test.each<[string, KnownEvidence[], string[]]>([
    ['nothing kept', [], []],
    ['evidence that stands', [item('e1', ['c1'])], []],
    ['evidence withdrawn', [item('e1', ['c1'], { withdrawnAt: 20 })], ['c1', 'c3']],
    ['evidence to be withdrawn later', [item('e1', ['c1'], { withdrawnAt: 51 })], []],
    ['one withdrawn, one not', [item('e1', ['c1'], { withdrawnAt: 20 }), item('e2', ['c1'])], []],
    [
      'one withdrawn, the other not yet there',
      [item('e1', ['c1'], { withdrawnAt: 20 }), item('e2', ['c1'], { addedAt: 60 })],
      ['c1', 'c3'],
    ],
    ['evidence withdrawn that no claim rests on', [item('e1', [], { withdrawnAt: 20 })], []],
    ['evidence altered', [item('e1', ['c2'], { mismatchedAt: 20 })], ['c2']],
    [
      'one altered, one not',
      [item('e1', ['c2'], { mismatchedAt: 20 }), item('e2', ['c2'])],
      ['c2'],
    ],
    [
      'evidence altered, then withdrawn',
      [item('e1', ['c2'], { mismatchedAt: 20, withdrawnAt: 30 }), item('e2', ['c2'])],
      ['c2'],
    ],
  ])('%s', (_, evidence, claims) => {
    expect([...suspendedAt(incident, evidence, 50)]).toEqual(claims);
  });

  const anyEvidence = fc.array(
    fc.record({
      id: fc.constantFrom('e1', 'e2', 'e3'),
      claims: fc.subarray(['c1', 'c2', 'c3']),
      addedAt: fc.nat(100),
      mismatchedAt: fc.option(fc.nat(100)),
      withdrawnAt: fc.option(fc.nat(100)),
    }),
  );

  test('more evidence for everything frees all but what is altered; bringing back never suspends', () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(100), (evidence, at) => {
        const before = suspendedAt(incident, evidence, at);
        const fresh = item('e9', ['c1', 'c2', 'c3'], { addedAt: 0 });
        const altered = evidence.map((one) => ({ ...one, withdrawnAt: null }));
        const brought = suspendedAt(incident, altered, at);
        expect([...suspendedAt(incident, [...evidence, fresh], at)]).toEqual([...brought]);
        expect([...brought].every((claim) => before.has(claim))).toBe(true);
      }),
    );
  });
});

describe('what withdrawing would change', () => {
  const library = {
    pacts: [pactOf({})],
    setting: { policy: POLICY_2026_11, asOf: Date.UTC(2030, 0, 1), compiledOn: '2026-11-22' },
  };
  const told = (evidence: KnownEvidence[]) => evidenceImpact(incident, evidence, 'e1', 50, library);

  test('is told claim by claim, with the findings that would change', () => {
    expect(told([item('e1', ['c1', 'c2']), item('e2', ['c2'])])).toMatchObject({
      ...{ act: 'withdraw', claims: ['c1', 'c2'], turned: ['c1', 'c3'] },
      sentence: expect.stringMatching(
        /^c1 and c2 rest on it; c1 and c3 are suspended until it is brought back or other evidence is added; /,
      ),
    });
    expect(told([item('e1', ['c1'], { withdrawnAt: 20 })])).toMatchObject({
      ...{ act: 'return', turned: ['c1', 'c3'] },
      sentence: expect.stringMatching(/^c1 rests on it; c1 and c3 count again; /),
    });
    expect(told([item('e1', [])])?.sentence).toBe(
      'No claim rests on it; no claim is suspended or freed by this; no finding changes.',
    );
    expect(told([item('e2', [])])).toBeNull();
  });

  test('withdrawing and bringing back change the same', () => {
    const away = told([item('e1', ['c1', 'c2'])]);
    const back = told([item('e1', ['c1', 'c2'], { withdrawnAt: 20 })]);
    expect(away?.changed).toBeGreaterThan(0);
    expect(back).toMatchObject({
      ...{ turned: away?.turned, changed: away?.changed, findings: away?.findings },
    });
  });
});
