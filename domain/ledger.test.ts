import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  GENESIS,
  hashOf,
  type LedgerEntry,
  type LedgerRecord,
  link,
  nextEntry,
  verifyLedger,
} from './ledger';
import { merkleRoot } from './merkle';

const T19 = [
  { actor: 'analyst-1', seq: 1, type: 'incident.logged' },
  { actor: 'analyst-2', seq: 2, type: 'claim.added' },
  { actor: 'commission', seq: 3, type: 'finding.signed' },
];

const payloads = fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1, maxLength: 12 });

function chained(values: readonly unknown[]): LedgerRecord[] {
  let last: LedgerEntry | null = null;
  return values.map((value, at) => {
    const event = { at: new Date(at).toISOString(), actor: 'a', type: 't', subject: `s:${at}` };
    const entry: LedgerEntry = nextEntry(last, event, value);
    last = entry;
    return { ...entry, payload: value, redacted: false, salt: null };
  });
}

describe('the ledger chain', () => {
  it('T19: head of three events', () => {
    const head = T19.reduce((previous, event) => link(previous, hashOf(event)), GENESIS);
    expect(head).toBe('c7020b1bc0ff4cc053168db45082fb5bb3b1f5063580835a71c3db2cf52ee170');
  });

  it('hashes content, not the order of keys, and leaves undefined keys out', () => {
    expect(hashOf({ b: 1, a: [true, null], c: undefined })).toBe(hashOf({ a: [true, null], b: 1 }));
    expect(canonicalJson({ b: 1.0, a: 'é' })).toBe('{"a":"é","b":1}');
  });

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, '\ud800'])('refuses %j', (value) => {
    expect(() => hashOf(value)).toThrow();
  });

  it('verifies what was appended, redacted or not', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (values, pick) => {
        const records = chained(values);
        const redacted = records.map((record, at) =>
          at === pick % records.length ? { ...record, payload: null, redacted: true } : record,
        );
        const verdict = { ok: true, entries: records.length, head: records.at(-1)?.chainHash };
        expect(verifyLedger(records)).toEqual(verdict);
        expect(verifyLedger(redacted)).toEqual(verdict);
      }),
    );
  });

  it.each([
    ['subject', 'other', 'event'],
    ['at', '2000-01-01T00:00:00.000Z', 'event'],
    ['payload', { changed: true }, 'payload'],
    ['eventHash', GENESIS, 'event'],
    ['chainHash', GENESIS, 'chain'],
    ['seq', 99, 'gap'],
  ] as const)('names the entry whose %s was changed', (field, value, fault) => {
    fc.assert(
      fc.property(payloads, fc.nat(), (values, pick) => {
        const at = pick % values.length;
        const records = chained(values).map((record, index) =>
          index === at ? { ...record, [field]: value } : record,
        );
        expect(verifyLedger(records)).toMatchObject({ ok: false, fault });
      }),
    );
  });

  it('notices an entry taken out or put elsewhere', () => {
    const records = chained(['a', 'b', 'c', 'd']);
    const [first, second, third, fourth] = records;
    expect(verifyLedger([first, third, fourth].filter((each) => each !== undefined)).ok).toBe(
      false,
    );
    expect(
      verifyLedger([first, third, second, fourth].filter((each) => each !== undefined)).ok,
    ).toBe(false);
  });
});

describe('the Merkle root', () => {
  const leaf = fc.uint8Array({ maxLength: 8 });

  it('T19: three events, and nothing', () => {
    expect(merkleRoot(T19.map((event) => utf8ToBytes(canonicalJson(event))))).toBe(
      '48361cddeb21b9156a9764bf8128fd03c4028c9987274fc94c365b28fe1f939f',
    );
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('depends on every leaf, its place and their number', () => {
    fc.assert(
      fc.property(
        fc.array(leaf, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        leaf,
        (leaves, pick, other) => {
          const root = merkleRoot(leaves);
          const at = pick % leaves.length;
          fc.pre(merkleRoot([other]) !== merkleRoot(leaves.slice(at, at + 1)));
          expect(merkleRoot(leaves.map((each, index) => (index === at ? other : each)))).not.toBe(
            root,
          );
          expect(merkleRoot([...leaves, other])).not.toBe(root);
          expect(merkleRoot(leaves.slice(0, -1))).not.toBe(root);
        },
      ),
    );
  });

  it('never takes a leaf for a node', () => {
    fc.assert(
      fc.property(leaf, leaf, (a, b) => {
        expect(merkleRoot([Uint8Array.of(...a, ...b)])).not.toBe(merkleRoot([a, b]));
      }),
    );
  });
});
