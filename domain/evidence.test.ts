import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CustodyEntry,
  EVIDENCE_LIMITS,
  type Evidence,
  evidenceSchema,
  fileRefusal,
  mediaTypeOf,
  sealedByDefault,
} from './evidence';
import { custodyFaults, isSealedAfter, onlyAdds, withCustody } from './evidence-custody';
import { suspendedClaims, withoutSuspended } from './evidence-mismatch';
import { parse } from './fault';
import { claimsOf, incidentOf } from './fixtures/builders';
import { incidents } from './fixtures/generators';
import { incidentSchema } from './incident';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const captured: CustodyEntry = { at: '2016-07-22T10:00Z', by: 'Ann', action: 'captured' };
const item: Evidence = {
  id: 'e1',
  kind: 'screenshot',
  name: 'page.png',
  description: 'The page as it stood',
  sha256: HASH,
  mediaType: 'image/png',
  bytes: 1000,
  capturedAt: '2016-07-22T10:00Z',
  capturedBy: 'Ann',
  tool: 'Browser 1.0',
  url: 'https://example.org/',
  tlp: 'AMBER',
  sealed: true,
  workingCopy: null,
  claims: ['c1'],
  custody: [captured],
};

test('a plain item is valid', () => {
  expect(evidenceSchema.parse(item)).toEqual(item);
});

test.each([
  ['a short hash', { sha256: 'abc' }, 'sha256'],
  ['a hash in capitals', { sha256: HASH.toUpperCase() }, 'sha256'],
  ['a page', { mediaType: 'text/html' }, 'mediaType'],
  ['a drawing that can run', { mediaType: 'image/svg+xml' }, 'mediaType'],
  ['an empty file', { bytes: 0 }, 'bytes'],
  ['a file too large', { bytes: EVIDENCE_LIMITS.maxBytes + 1 }, 'bytes'],
  ['a path for a name', { name: '../../etc/passwd' }, 'name'],
  ['a name that hides its end', { name: 'gnp.\u202Efdp' }, 'name'],
  ['a script for an address', { url: 'javascript:alert(1)' }, 'url'],
  ['a capture without a time', { capturedAt: '2016-07-22' }, 'capturedAt'],
  ['nobody who had it', { custody: [] }, 'custody'],
])('%s is refused', (_, change, path) => {
  const parsed = parse(evidenceSchema, { ...item, ...change });
  expect(parsed.ok ? null : parsed.faults.map((fault) => fault.path)).toEqual([path]);
});

test.each([
  [{ mediaType: 'image/png', bytes: 1 }, null],
  [{ mediaType: 'image/png', bytes: EVIDENCE_LIMITS.maxBytes }, null],
  [{ mediaType: 'image/png', bytes: EVIDENCE_LIMITS.maxBytes + 1024 * 1024 }, '26 MiB'],
  [{ mediaType: 'image/png', bytes: EVIDENCE_LIMITS.maxBytes + 1 }, '25.01 MiB'],
  [{ mediaType: 'image/png', bytes: 0 }, 'empty'],
  [{ mediaType: 'text/html', bytes: 1 }, 'text/html'],
  [{ mediaType: '', bytes: 1 }, 'unknown'],
])('%o: %s', (file, words) => {
  const refusal = fileRefusal(file);
  if (words === null) expect(refusal).toBeNull();
  else expect(refusal).toContain(words);
});

test.each([
  ['image/png', 'a.png', 'image/png'],
  ['text/plain;charset=utf-8', 'a.txt', 'text/plain'],
  ['', 'Mail.EML', 'message/rfc822'],
  ['application/octet-stream', 'a.pcap', 'application/vnd.tcpdump.pcap'],
  ['application/vnd.ms-excel', 'rows.csv', 'text/csv'],
  ['application/vnd.ms-excel', 'rows.xls', 'application/vnd.ms-excel'],
  ['text/html', 'page.csv', 'text/html'],
  ['', 'page.html', ''],
  ['', 'constructor', ''],
])('a browser says %o of %s: it is taken as %o', (type, name, taken) => {
  expect(mediaTypeOf({ name, type })).toBe(taken);
});

test.each([
  [['data-theft-and-doxing'], true],
  [['covert-personas', 'data-theft-and-doxing'], true],
  [['data-theft'], false],
  [[], false],
] as const)('evidence of %o starts out sealed: %s', (conduct, sealed) => {
  expect(sealedByDefault(conduct)).toBe(sealed);
});

describe('custody', () => {
  const then = (action: CustodyEntry['action'], at: string, reason?: string): CustodyEntry => ({
    ...{ at, by: 'Ben', action },
    ...(reason === undefined ? {} : { reason }),
  });
  test.each<[string, CustodyEntry[], string[]]>([
    ['captured', [captured], []],
    ['received later', [then('received', '2016-08-01T00:00Z')], []],
    ['stored first', [then('stored', '2016-08-01T00:00Z')], ['custody[0].action']],
    ['had before it was captured', [then('received', '2016-07-01T00:00Z')], ['custody[0].at']],
    [
      'out of order',
      [captured, then('stored', '2016-08-02T00:00Z'), then('verified', '2016-08-01T00:00Z')],
      ['custody[2].at'],
    ],
    [
      'opened without a reason',
      [captured, then('opened', '2016-08-02T00:00Z')],
      ['custody[1].reason'],
    ],
    ['opened for a reason', [captured, then('opened', '2016-08-02T00:00Z', 'To code it')], []],
  ])('%s', (_, custody, faults) => {
    expect(custodyFaults({ ...item, custody }).map(({ path }) => path)).toEqual(faults);
  });

  test('entries are added and never changed', () => {
    const stored = then('stored', '2016-07-22T10:01Z');
    expect(withCustody(item, stored)).toEqual([captured, stored]);
    expect(withCustody(item, then('stored', '2016-07-01T00:00Z'))).toBeNull();
    expect(onlyAdds([captured], [captured, stored])).toBe(true);
    expect(onlyAdds([captured, stored], [captured])).toBe(false);
    expect(onlyAdds([captured], [{ ...captured, by: 'Eve' }])).toBe(false);
  });

  test('the last word on the seal counts', () => {
    const unsealed = then('unsealed', '2016-08-02T00:00Z', 'Ordered');
    expect(isSealedAfter([captured], true)).toBe(true);
    expect(isSealedAfter([captured, unsealed], true)).toBe(false);
    expect(isSealedAfter([captured, unsealed, then('sealed', '2016-08-03T00:00Z')], false)).toBe(
      true,
    );
  });
});

describe('a hash that does not agree suspends what rests on it', () => {
  const incident = incidentOf({
    claims: claimsOf(`
      c1 RU:STATE B2 likely K1
      c2 RU:STATE C3 likely K1 derivative of c1
      c3 RU:STATE C3 likely K1 derivative of c2
      c4 RU:STATE B2 likely K1 shared of c1
      c5 RU:STATE B2 likely K2`),
  });
  test.each([
    ['agrees', [{ id: 'e1', sha256: HASH }], []],
    ['was not checked', [], []],
    ['of another item', [{ id: 'e2', sha256: OTHER }], []],
    ['does not agree', [{ id: 'e1', sha256: OTHER }], ['c1', 'c2', 'c3']],
    ['of bytes that are gone', [{ id: 'e1', sha256: null }], ['c1', 'c2', 'c3']],
  ])('a hash that %s', (_, checks, claims) => {
    expect([...suspendedClaims(incident, [item], checks)]).toEqual(claims);
  });

  test('what is left is scored and is still a valid record', () => {
    const suspended = suspendedClaims(incident, [item], [{ id: 'e1', sha256: OTHER }]);
    const scored = withoutSuspended(incident, suspended);
    expect(scored.claims.map(({ id }) => id)).toEqual(['c4', 'c5']);
    expect(incidentSchema.parse(scored)).toEqual(scored);
  });

  test('for every record: nothing suspended changes nothing, anything suspended leaves a valid one', () => {
    fc.assert(
      fc.property(incidents, fc.nat(3), (record, at) => {
        expect(withoutSuspended(record, new Set())).toBe(record);
        const claims = record.claims.slice(at, at + 1).map(({ id }) => id);
        const checks = [{ id: 'e1', sha256: null }];
        const suspended = suspendedClaims(record, [{ ...item, claims }], checks);
        const scored = withoutSuspended(record, suspended);
        expect(incidentSchema.parse(scored)).toEqual(scored);
      }),
      { numRuns: 100 },
    );
  });
});
