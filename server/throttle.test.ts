import { beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from './database';
import { onBoth } from './testing/both';
import { addressOf, forgetOldTurns, TRIES, takeTurn } from './throttle';

onBoth('the sign-in throttle', (fresh) => {
  beforeAll(fresh);

  test('an account is refused after so many failures, whether it exists or not', async () => {
    for (let time = 0; time < TRIES.account; time += 1)
      expect((await takeTurn('somebody@example.org', `address ${time}`)).ok).toBe(true);
    const refused = await takeTurn('somebody@example.org', 'another address');
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    expect(refused.seconds).toBeGreaterThan(0);
    expect(refused.seconds).toBeLessThanOrEqual(15 * 60);
    expect((await takeTurn('another@example.org', 'another address')).ok).toBe(true);
  });

  test('many tries at once are all counted', async () => {
    const turns = await Promise.all(
      Array.from({ length: TRIES.account * 2 }, () => takeTurn('rushed@example.org', 'rush')),
    );
    expect(turns.filter(({ ok }) => ok)).toHaveLength(TRIES.account);
  });

  test('success gives the turns back', async () => {
    for (let time = 0; time < TRIES.account * 3; time += 1) {
      const turn = await takeTurn('regular@example.org', 'regular');
      expect(turn.ok).toBe(true);
      if (turn.ok) await turn.succeeded();
    }
  });

  test('an address is refused for many accounts', async () => {
    for (let time = 0; time < TRIES.address; time += 1)
      expect((await takeTurn(`${time}@example.org`, 'sprayer')).ok).toBe(true);
    expect((await takeTurn('next@example.org', 'sprayer')).ok).toBe(false);
  });

  test('no address of a person stands in the table, and old counters go', async () => {
    const rows = await database().rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/example\.org|sprayer/);
    await forgetOldTurns(new Date(Date.now() + 16 * 60_000));
    expect(await database().rateLimit.count()).toBe(0);
  });
});

describe('the address a request came from', () => {
  test.each<[string | null, string, string]>([
    ['127.0.0.1', '', '127.0.0.1'],
    ['spoofed, 198.51.100.7', '1', '198.51.100.7'],
    ['spoofed, 198.51.100.7, 10.0.0.1', '2', '198.51.100.7'],
    [null, '', 'unknown'],
  ])('%s behind %s proxies', (header, proxies, address) => {
    vi.stubEnv('SERVANDA_PROXIES', proxies);
    expect(addressOf(header)).toBe(address);
    vi.unstubAllEnvs();
  });
});
