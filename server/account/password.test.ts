import { expect, test } from 'vitest';
import { hashPassword, isPassword, TooBusy } from './password';

test('a hash is Argon2id with the parameters OWASP names, and salted', async () => {
  const [one, other] = await Promise.all([
    hashPassword('a b c d e f'),
    hashPassword('a b c d e f'),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await isPassword('a b c d e f', one)).toBe(true);
  expect(await isPassword('A b c d e f', one)).toBe(false);
});

test('nobody has no password, and it takes as long to say so', async () => {
  const kept = await hashPassword('something long');
  await isPassword('warm', null);
  const timed = async (hash: string | null) => {
    const begun = process.cpuUsage();
    expect(await isPassword('guess', hash)).toBe(false);
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  // The least work of several, in turns: what other programs do at the same time falls away.
  const [unknown, known]: [number[], number[]] = [[], []];
  for (let round = 0; round < 10; round += 1) {
    unknown.push(await timed(null));
    known.push(await timed(kept));
  }
  const ratio = Math.min(...unknown) / Math.min(...known);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test('a crowd waits in line, and beyond it is told to come back', async () => {
  const kept = await hashPassword('something long');
  const crowd = Array.from({ length: 60 }, () => isPassword('guess', kept));
  const results = await Promise.allSettled(crowd);
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(60);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(TooBusy);
  expect(await isPassword('something long', kept)).toBe(true);
});
