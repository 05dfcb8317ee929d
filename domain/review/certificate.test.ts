import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateFor } from '@/domain/fixtures/certificate';
import { canonicalJson } from '@/domain/ledger';
import { type Certificate, sealOf } from './certificate';
import { checkCertificate } from './certificate-check';
import { certificateFaultInWords } from './certificate-fault';

const split = certificateFor(['r1-', 'r2-', 'u1+', 'u2+']);
const agreed = certificateFor(['r1+', 'r2+', 'u1+', 'u2+']);

const told = (certificate: Certificate): string => {
  const verdict = checkCertificate(canonicalJson(certificate));
  return verdict.ok ? 'holds' : verdict.fault.code;
};
/** Changed by somebody who seals it again, and so is caught by what it says alone. */
function forged(from: Certificate, change: (copy: Certificate) => void): string {
  const copy = structuredClone(from);
  change(copy);
  return told({ ...copy, seal: sealOf(copy) });
}
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('nothing there');
  return one;
};
const entry = (of: Certificate, type: string) =>
  first(of.ledger.entries.filter((each) => each.type === type));

describe('a certificate', () => {
  test('holds as it was issued, and its inputs give what was signed', () => {
    for (const certificate of [split, agreed]) {
      const verdict = checkCertificate(canonicalJson(certificate));
      expect(verdict).toMatchObject({ ok: true, judgedAgain: true });
    }
    expect([split.publication.word, agreed.publication.word]).toEqual([
      ...['DISPUTED', 'VIOLATION_COMMISSION'],
    ]);
  });

  test('with any byte flipped is refused', () => {
    const bytes = new TextEncoder().encode(canonicalJson(split));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(flipped);
        expect(checkCertificate(text).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, (copy: Certificate) => void, string]>([
    ['another verdict', (copy) => Object.assign(copy.content, { verdict: 'PENDING' }), 'content'],
    [
      'a graver severity in the inputs',
      ({ inputs }) => Object.assign(Reflect.get(Object(inputs), 'incident'), { severity: 5 }),
      'inputs',
    ],
    [
      'a position turned',
      ({ votes }) =>
        Object.assign(first(votes), { position: 'uphold', text: null, textHash: null }),
      'entry',
    ],
    [
      'a dissent reworded',
      ({ votes }) => Object.assign(first(votes), { text: 'I agree.' }),
      'vote',
    ],
    ['a vote left out', ({ votes }) => votes.shift(), 'entry'],
    ['a reply reworded', ({ replies }) => Object.assign(first(replies), { text: 'Yes.' }), 'vote'],
    [
      'a delegate who came, left out',
      ({ decision }) => first(decision.reckoning.roll.convocations).present.pop(),
      'sitting',
    ],
    [
      'another outcome',
      ({ decision }) => Object.assign(decision.reckoning.decision, { outcome: 'agreed' }),
      'decision',
    ],
    [
      'another word',
      (copy) => Object.assign(copy.publication, { word: 'VIOLATION_COMMISSION' }),
      'word',
    ],
    ['another chair', ({ decision }) => Object.assign(decision, { by: 'u1' }), 'entry'],
    [
      'a payload changed',
      (copy) => Object.assign(Object(entry(copy, 'finding.voted').payload), { position: 'uphold' }),
      'payload',
    ],
    [
      'a payload redacted',
      (copy) => Object.assign(entry(copy, 'finding.voted'), { payload: null, salt: null }),
      'payload',
    ],
    [
      'an entry under another actor',
      (copy) => Object.assign(entry(copy, 'finding.voted'), { actor: 'u1' }),
      'proof',
    ],
    ['another root', ({ ledger }) => Object.assign(ledger, { root: 'f'.repeat(64) }), 'proof'],
    [
      'an entry left out',
      ({ ledger }) => {
        ledger.entries = ledger.entries.filter(({ type }) => type !== 'finding.forwarded');
      },
      'entry',
    ],
    [
      'the name of a voter left out',
      (copy) => {
        copy.people = copy.people.filter(({ id }) => id !== 'u1');
      },
      'people',
    ],
  ])('forged and sealed again is refused: %s', (_what, change, code) => {
    expect(forged(split, change)).toBe(code);
  });

  test('changed and not sealed again is refused for its seal', () => {
    expect(told({ ...split, issuedAt: '2026-12-03T00:00:00.000Z' })).toBe('seal');
  });

  test.each(['', '{}', 'null', `${canonicalJson(split)}\n`, JSON.stringify(split, null, 1)])(
    'that is none, or written another way, is refused',
    (text) => {
      expect(checkCertificate(text)).toMatchObject({ ok: false, fault: { code: 'form' } });
    },
  );

  test('names the entry that is wrong in a sentence', () => {
    expect(certificateFaultInWords({ code: 'proof', seq: 7 })).toBe(
      'Entry 7: An entry is not proved to lie in the ledger.',
    );
  });
});
