import { expect, test } from 'vitest';
import { logTo } from './log';

test('nothing secret is written, at the top or further down', () => {
  const lines: string[] = [];
  const log = logTo({ write: (line) => void lines.push(line) });
  const secret = 'correct-horse-battery';
  log.warn({ event: 'test', password: secret, user: { passwordHash: secret } });
  log.warn({ request: { headers: { cookie: secret, authorization: secret, accept: 'seen' } } });
  log.warn({ body: { token: secret }, 'set-cookie': secret });
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toContain(secret);
  expect(lines.join('')).toContain('[redacted]');
  expect(lines.join('')).toContain('seen');
});
