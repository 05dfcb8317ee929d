import { expect, it } from 'vitest';
import { timeVerify } from './ledger';

it('an export of 20,000 entries is verified in a second or two', async () => {
  const { entries, bytes, seconds, ok } = await timeVerify(20_000);
  process.stdout.write(
    `verify: ${entries} entries, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(2)} s\n`,
  );
  expect(ok).toBe(true);
  expect(seconds).toBeLessThan(10);
});
