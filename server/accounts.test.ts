import { encode } from 'next-auth/jwt';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '@/domain/actor';
import { rolesOf } from '@/domain/actor';
import { verifyLedger } from '@/domain/ledger';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './account/demo';
import { isPassword } from './account/password';
import { findPerson } from './account/people';
import { sessionSecret } from './account/secret';
import { sessionCookie } from './account/session';
import { beginSession } from './account/session-row';
import { listUsers } from './account/user-list';
import { ensureAccounts } from './accounts';
import { actorFromRequest } from './actor';
import { database } from './database';
import { ledgerRecords } from './ledger';
import { hasAdmin, setUp, setUpTarget } from './set-up';
import { onBoth } from './testing/both';
import { createUser, grantRole, inviteUser, revokeRole, setDisabled } from './users';

const SECRET = 'a secret for these tests, long enough';
const PASSWORD = 'a long enough password';

/** The actor behind a demo account, as a route would find it. */
async function demo(word: string): Promise<Extract<Actor, { kind: 'person' }>> {
  const { id } = await database().user.findUniqueOrThrow({
    where: { email: `${word}@demo.example` },
  });
  const person = await findPerson(id);
  if (person === null) throw new Error(`There is no ${word}.`);
  return person;
}

/** A request with a session that this server gave out. */
async function requestOf(id: string, more: Record<string, unknown> = {}): Promise<Request> {
  const user = await database().user.findUniqueOrThrow({ where: { id } });
  const begun = await beginSession({ id, epoch: user.sessionEpoch }, null);
  const cookie = await encode({ token: { ...begun, ...more }, secret: sessionSecret() });
  return new Request('http://localhost/', {
    headers: { cookie: `x=1; ${sessionCookie()}=${cookie}` },
  });
}

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NODE_ENV', 'development');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

onBoth('a first start', (fresh) => {
  beforeEach(fresh);

  test('a first start creates the demo accounts and prints them; a second only prints', async () => {
    const first = await ensureAccounts();
    expect(await ensureAccounts()).toEqual(first);
    const users = await listUsers();
    expect(users.map(({ email }) => email).sort()).toEqual(
      DEMO_ACCOUNTS.map(({ email }) => email).sort(),
    );
    for (const { email, grant } of DEMO_ACCOUNTS) {
      expect(users.find((user) => user.email === email)?.grants.map((each) => each.grant)).toEqual([
        grant,
      ]);
      expect(first.join('\n')).toContain(email);
    }
    expect(first.join('\n')).toContain(DEMO_PASSWORD);
    const entries = (await ledgerRecords()).map(({ type }) => type);
    expect(entries.filter((type) => type === 'user.created')).toHaveLength(DEMO_ACCOUNTS.length);
    expect(entries.filter((type) => type === 'role.granted')).toHaveLength(DEMO_ACCOUNTS.length);
    expect(JSON.stringify(await ledgerRecords())).not.toMatch(/argon2|demo\.example/);
  });

  test('in production with a server there is no demo account, but a link for the first admin', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    vi.stubEnv('NEXTAUTH_URL', 'https://servanda.example');
    if (!process.env.DATABASE_URL) return; // Embedded, demo accounts are right.
    const linkIn = (lines: readonly string[]) =>
      lines
        .map((line) => line.match(/^ {2}https:\/\/servanda\.example\/set-up\/(\S+)$/)?.[1])
        .find(Boolean) ?? '';
    const first = linkIn(await ensureAccounts());
    const second = linkIn(await ensureAccounts());
    expect(await database().user.count()).toBe(0);
    expect(await setUpTarget(first)).toBeNull();
    expect(await setUpTarget(second)).toBe('first');
    expect(await setUp({ token: second, password: PASSWORD })).toEqual({ ok: false, code: 'who' });
    const who = { name: 'First', email: 'first@example.org' };
    expect(await setUp({ token: second, password: PASSWORD, who })).toMatchObject({ ok: true });
    expect(await hasAdmin()).toBe(true);
    expect(await setUp({ token: second, password: PASSWORD, who })).toMatchObject({ ok: false });
    expect(await ensureAccounts()).toEqual([]);
    expect((await ledgerRecords()).map(({ type }) => type)).toEqual([
      'user.created',
      'role.granted',
    ]);
  });
});

onBoth('accounts', (fresh) => {
  beforeAll(async () => {
    vi.stubEnv('NEXTAUTH_SECRET', SECRET);
    await fresh();
    await ensureAccounts();
  });

  test('a session is worth what the user’s row says now', async () => {
    const [admin, chair] = [await demo('admin'), await demo('chair')];
    const request = await requestOf(chair.id);
    expect(rolesOf(await actorFromRequest(request))).toEqual(['chair']);

    const [held] = (await listUsers()).find(({ id }) => id === chair.id)?.grants ?? [];
    expect(await revokeRole(admin, chair.id, held?.id ?? '')).toEqual({ ok: true });
    expect(rolesOf(await actorFromRequest(request))).toEqual([]);
    expect((await actorFromRequest(request)).kind).toBe('person');

    expect((await setDisabled(admin, chair.id, true)).ok).toBe(true);
    expect((await actorFromRequest(request)).kind).toBe('visitor');
    // Enabling does not bring old sessions back.
    expect((await setDisabled(admin, chair.id, false)).ok).toBe(true);
    expect((await actorFromRequest(request)).kind).toBe('visitor');
    expect((await actorFromRequest(await requestOf(chair.id))).kind).toBe('person');
    expect(verifyLedger(await ledgerRecords()).ok).toBe(true);
  });

  test('a session that is old, altered or of another secret is none', async () => {
    const { id } = await demo('reviewer');
    const kind = async (request: Request) => (await actorFromRequest(request)).kind;
    expect(await kind(await requestOf(id))).toBe('person');
    expect(await kind(await requestOf(id, { since: 1 }))).toBe('visitor');
    expect(await kind(await requestOf(id, { epoch: 7 }))).toBe('visitor');
    expect(await kind(await requestOf(id, { sub: 'somebody-else' }))).toBe('visitor');
    const foreign = await encode({
      token: { sub: id, epoch: 0 },
      secret: 'another secret altogether',
    });
    const cookie = `${sessionCookie()}=${foreign}`;
    expect(await kind(new Request('http://localhost/', { headers: { cookie } }))).toBe('visitor');
    expect(await kind(new Request('http://localhost/'))).toBe('visitor');
  });

  test('only an admin changes accounts, never their own, and the guard is asked inside', async () => {
    const [admin, chair] = [await demo('admin'), await demo('chair')];
    const before = await database().user.count();
    const code = (result: { ok: boolean; code?: string }) => (result.ok ? 'ok' : result.code);
    const wanted = { name: 'N', email: 'n@example.org', grants: [] };
    for (const { email } of DEMO_ACCOUNTS.filter(({ grant }) => grant.role !== 'admin')) {
      const actor = await demo(email.split('@')[0] ?? '');
      expect(code(await createUser(actor, wanted))).toMatch(/^(role|auditor)$/);
      expect(code(await setDisabled(actor, admin.id, true))).toMatch(/^(role|auditor)$/);
    }
    expect(code(await setDisabled(admin, admin.id, true))).toBe('own_account');
    expect(code(await grantRole(admin, admin.id, { role: 'chair' }))).toBe('own_account');
    expect(code(await setDisabled(admin, 'nobody', true))).toBe('hidden');
    expect(code(await revokeRole(admin, chair.id, 'nothing'))).toBe('hidden');
    // What the caller remembers of itself counts for nothing.
    const boasting: Actor = { ...chair, grants: [{ role: 'admin' }] };
    expect(code(await createUser(boasting, wanted))).toBe('role');
    expect(await database().user.count()).toBe(before);
  });

  test('roles that do not go together are refused, and nothing of the attempt stays', async () => {
    const [admin, auditor] = [await demo('admin'), await demo('auditor')];
    expect(await grantRole(admin, auditor.id, { role: 'recorder' })).toMatchObject({
      code: 'conflict',
    });
    const before = await database().ledgerEntry.count();
    const both = [{ role: 'auditor' }, { role: 'chair' }] as const;
    expect(
      await createUser(admin, { name: 'Both', email: 'both@example.org', grants: [...both] }),
    ).toMatchObject({ ok: false, code: 'conflict' });
    expect(await database().user.findUnique({ where: { email: 'both@example.org' } })).toBeNull();
    expect(await database().ledgerEntry.count()).toBe(before);
    expect(
      await grantRole(admin, (await demo('recorder')).id, {
        ...{ role: 'delegate', party: 'US', pact: 'no-such-pact' },
      }),
    ).toMatchObject({ code: 'unknown_pact' });
  });

  test('a new account is set up by a link that works once; a newer link makes an older void', async () => {
    const admin = await demo('admin');
    const made = await createUser(admin, {
      ...{ name: 'New Person', email: 'new@example.org', grants: [{ role: 'recorder' }] },
    });
    if (!made.ok) throw new Error(made.message);
    const invited = await inviteUser(admin, made.id);
    if (!invited.ok) throw new Error(invited.message);
    const token = (path: string) => path.replace('/set-up/', '');
    expect(await setUpTarget(token(made.link.path))).toBeNull();
    expect(await setUpTarget(token(invited.link.path))).toMatchObject({ name: 'New Person' });

    const attempt = { token: token(invited.link.path), password: PASSWORD };
    const attempts = await Promise.all([setUp(attempt), setUp(attempt)]);
    expect(attempts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await setUp(attempt)).toEqual({ ok: false, code: 'link' });
    const { passwordHash } = await database().user.findUniqueOrThrow({ where: { id: made.id } });
    expect(await isPassword(PASSWORD, passwordHash)).toBe(true);
    const kept = JSON.stringify(await database().setupLink.findMany());
    expect(kept).not.toContain(token(made.link.path));
    expect((await ledgerRecords()).map(({ type }) => type)).toContain('user.set_up');
  });

  test('a token cannot be turned to another use', async () => {
    const admin = await demo('admin');
    const invited = await inviteUser(admin, (await demo('chair')).id);
    if (!invited.ok) throw new Error(invited.message);
    const secret = invited.link.path.split('.').at(-1) ?? '';
    expect(await setUpTarget(`first.${secret}`)).toBeNull();
    expect(await setUpTarget(`${admin.id}.0.${secret}`)).toBeNull();
  });

  test('a link lasts a day', async () => {
    const invited = await inviteUser(await demo('admin'), (await demo('chair')).id);
    if (!invited.ok) throw new Error(invited.message);
    expect(invited.link.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
    await database().setupLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await setUpTarget(invited.link.path.replace('/set-up/', ''))).toBeNull();
  });
});
