import { describe, expect, test } from 'vitest';
import { codeAt, newSecret, shown, stepOf } from './totp';

/** RFC 6238 appendix B, SHA-1: seconds, step and code; of its eight digits the last six. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const RFC: [number, number, string][] = [
  [59, 0x1, '94287082'],
  [1_111_111_109, 0x23523ec, '07081804'],
  [1_111_111_111, 0x23523ed, '14050471'],
  [1_234_567_890, 0x273ef07, '89005924'],
  [2_000_000_000, 0x3f940aa, '69279037'],
];

describe('codes of an authenticator', () => {
  test.each(RFC)('at %i s', (seconds, step, eight) => {
    const code = eight.slice(-6);
    expect(codeAt(RFC_SECRET, seconds * 1000)).toBe(code);
    expect(stepOf(RFC_SECRET, code, seconds * 1000)).toBe(step);
  });

  test('hold one step before and after their own, and no longer', () => {
    const at = 1_234_567_890_000;
    const step = Math.floor(at / 30_000);
    const seen = [-60, -30, 0, 30, 60].map((off) =>
      stepOf(RFC_SECRET, codeAt(RFC_SECRET, at + off * 1000), at),
    );
    expect(seen).toEqual([null, step - 1, step, step + 1, null]);
  });

  test('a new secret has 160 bits, and its picture is drawn from its address', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(secret);
    const { key, address, picture } = shown(secret, 'una@example.org');
    expect(key).toBe(secret);
    const url = new URL(address);
    expect([url.protocol, url.host]).toEqual(['otpauth:', 'totp']);
    expect(url.searchParams.get('secret')).toBe(secret);
    expect(url.searchParams.get('issuer')).toBe('Servanda');
    // A QR code has 17 + 4 n modules a side, here with 4 of quiet on each.
    expect((picture.size - 8 - 17) % 4).toBe(0);
    expect(picture.path).toMatch(/^(?:M\d+ \d+h1v1h-1z)+$/);
  });
});
