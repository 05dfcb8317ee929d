import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DEMO_PASSWORD } from './account/demo';
import { verifiedEmail } from './account/oidc';
import { ensureAccounts } from './accounts';
import { authOptions } from './auth';
import { database } from './database';
import { onBoth } from './testing/both';
import { TRIES } from './throttle';

const SECRET = 'a secret for these tests, long enough';

/** What the sign-in form is answered: a user's id, null, or the words of an error. */
async function signIn(
  email: string,
  password: string,
  address = '192.0.2.1',
): Promise<string | null> {
  const [provider] = authOptions().providers;
  if (provider?.type !== 'credentials') throw new Error('The first provider is the password.');
  // next-auth keeps what it was given under `options`.
  const authorize: unknown = Reflect.get(provider.options ?? {}, 'authorize');
  if (typeof authorize !== 'function') throw new Error('There is no authorize.');
  const request = { headers: { 'x-forwarded-for': address } };
  try {
    return (await authorize({ email, password }, request))?.id ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

onBoth('signing in', (fresh) => {
  beforeEach(() => {
    vi.stubEnv('NEXTAUTH_SECRET', SECRET);
    vi.stubEnv('NODE_ENV', 'development');
    vi.stubEnv('LOG_LEVEL', 'silent');
  });
  beforeAll(async () => {
    vi.stubEnv('NEXTAUTH_SECRET', SECRET);
    await fresh();
    await ensureAccounts();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  const idOf = async (email: string) =>
    (await database().user.findUniqueOrThrow({ where: { email } })).id;

  test('the right password, in any case of the address', async () => {
    const id = await idOf('chair@demo.example');
    expect(await signIn('chair@demo.example', DEMO_PASSWORD)).toBe(id);
    expect(await signIn(' Chair@Demo.Example ', DEMO_PASSWORD)).toBe(id);
  });

  test('wrong, unknown, disabled and without a password are one answer', async () => {
    await database().user.update({
      where: { email: 'reviewer@demo.example' },
      data: { disabledAt: new Date() },
    });
    await database().user.create({ data: { email: 'none@example.org', name: 'None' } });
    expect(await signIn('admin@demo.example', 'wrong')).toBeNull();
    expect(await signIn('nobody@demo.example', DEMO_PASSWORD)).toBeNull();
    expect(await signIn('reviewer@demo.example', DEMO_PASSWORD)).toBeNull();
    expect(await signIn('none@example.org', DEMO_PASSWORD)).toBeNull();
    expect(await signIn('', '')).toBeNull();
  });

  test('after so many failures even the right password waits, and an unknown account too', async () => {
    for (const email of ['auditor@demo.example', 'stranger@demo.example']) {
      for (let time = 0; time < TRIES.account; time += 1)
        expect(await signIn(email, 'wrong', `198.51.100.${time}`)).toBeNull();
      expect(await signIn(email, DEMO_PASSWORD)).toMatch(/^Wait:\d+$/);
    }
  });

  test('in production with a server a demo password opens nothing', async () => {
    const id = await idOf('admin@demo.example');
    vi.stubEnv('NODE_ENV', 'production');
    const opened = await signIn('admin@demo.example', DEMO_PASSWORD);
    expect(opened).toBe(process.env.DATABASE_URL ? null : id);
  });

  test('a provider’s verified address opens the account that has it, and nothing else', async () => {
    const callbacks = authOptions().callbacks;
    const account = { provider: 'oidc', type: 'oauth', providerAccountId: 'p' } as const;
    const allowed = (profile: object) =>
      callbacks?.signIn?.({ user: { id: 'p' }, account, profile });
    const claims = { sub: 'p', email: 'Chair@demo.example', email_verified: true };
    expect(await allowed(claims)).toBe(true);
    expect(await allowed({ ...claims, email_verified: false })).toBe(false);
    expect(await allowed({ ...claims, email_verified: 'true' })).toBe(false);
    expect(await allowed({ ...claims, email: 'stranger@example.org' })).toBe(false);
    expect(await allowed({ sub: 'p' })).toBe(false);
    const token = await callbacks?.jwt?.({
      ...{ token: { name: 'x', email: 'x' }, user: { id: 'p' }, account, profile: claims },
      trigger: 'signIn',
    });
    expect(token).toEqual({
      sub: await idOf('chair@demo.example'),
      ...{ sid: expect.any(String), epoch: 0, since: expect.any(Number) },
    });
  });
});

test('an address counts only when the provider says it is verified', () => {
  const claims = { sub: 'p', email: 'A@Example.org', email_verified: true };
  expect(verifiedEmail(claims)).toBe('a@example.org');
  expect(verifiedEmail({ sub: 'p', email: 'a@example.org' })).toBeNull();
  expect(verifiedEmail(undefined)).toBeNull();
});

test('cookies are out of reach of scripts, and for https alone where there is https', () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  expect(authOptions().cookies?.sessionToken).toEqual({
    name: 'next-auth.session-token',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
  });
  vi.stubEnv('NEXTAUTH_URL', 'https://servanda.example');
  expect(authOptions().useSecureCookies).toBe(true);
  expect(authOptions().cookies?.sessionToken).toMatchObject({
    ...{ name: '__Secure-next-auth.session-token', options: { secure: true } },
  });
  vi.unstubAllEnvs();
});

test('going back leads nowhere else', async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  const redirect = async (url: string) =>
    authOptions().callbacks?.redirect?.({ url, baseUrl: 'http://localhost:3000' });
  expect(await redirect('/pacts?x=1')).toBe('http://localhost:3000/pacts?x=1');
  expect(await redirect('http://localhost:3000/pacts')).toBe('http://localhost:3000/pacts');
  for (const evil of [
    'https://evil.example',
    '//evil.example',
    'http://localhost:3000.evil.example/',
  ])
    expect(await redirect(evil)).toBe('http://localhost:3000/');
  vi.unstubAllEnvs();
});
