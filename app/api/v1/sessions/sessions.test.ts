import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DELETE as endOwn, GET as own } from '@/app/api/v1/me/sessions/route';
import { DELETE as endOne } from '@/app/api/v1/sessions/[id]/route';
import { GET as everybodys } from '@/app/api/v1/sessions/route';
import { DELETE as endTheirs } from '@/app/api/v1/users/[id]/sessions/route';
import { type ListedSession, sessionListSchema } from '@/domain/session';
import { SESSION_SECONDS } from '@/server/account/session';
import { listSessions } from '@/server/account/sessions';
import { actorFromRequest } from '@/server/actor';
import { authOptions } from '@/server/auth';
import { database } from '@/server/database';
import { checkLedger, ledgerRecords } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { anotherSession, asked, at, type SignedIn, signedIn } from '@/server/testing/person';

const kind = async (cookie: string) => (await actorFromRequest(asked('/me', { cookie }))).kind;
const sessionsOf = async (answer: Response): Promise<readonly ListedSession[]> =>
  sessionListSchema.parse(await answer.json()).sessions;
const ownOf = async ({ cookie }: SignedIn) => sessionsOf(await own(asked('/x', { cookie })));

onBoth('sessions', (fresh) => {
  let una: SignedIn;
  let admin: SignedIn;
  beforeAll(async () => {
    vi.stubEnv('LOG_LEVEL', 'silent');
    await fresh();
    admin = await signedIn('Ada', 'admin');
  });
  beforeEach(async () => {
    una = await signedIn('Una', 'recorder');
  });

  test('each sign-in is a session of its own; the one asking is marked', async () => {
    const other = await anotherSession(una.actor.id);
    const sessions = await ownOf(una);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(await kind(other)).toBe('person');
  });

  test('its owner ends one session, and the other goes on', async () => {
    const other = await anotherSession(una.actor.id);
    const there = (await ownOf(una)).find(({ current }) => !current)?.id ?? '';
    const path = at({ id: there });
    expect((await endOne(asked('/x', { cookie: una.cookie }), path)).status).toBe(204);
    expect(await kind(other)).toBe('visitor');
    expect(await kind(una.cookie)).toBe('person');
    expect((await endOne(asked('/x', { cookie: una.cookie }), path)).status).toBe(404);
    expect((await ledgerRecords()).at(-1)).toMatchObject({
      ...{ type: 'session.ended', actor: una.actor.id, subject: `user:${una.actor.id}` },
      payload: { user: una.actor.id, by: 'owner', session: there },
    });
  });

  test('somebody else’s session is not there; an admin ends it', async () => {
    const rita = await signedIn('Rita', 'reviewer');
    const [session] = await ownOf(una);
    const path = at({ id: session?.id ?? '' });
    expect((await endOne(asked('/x', { cookie: rita.cookie }), path)).status).toBe(404);
    expect((await endOne(asked('/x', {}), path)).status).toBe(401);
    expect(await kind(una.cookie)).toBe('person');
    expect((await endOne(asked('/x', { cookie: admin.cookie }), path)).status).toBe(204);
    expect(await kind(una.cookie)).toBe('visitor');
  });

  test('signing out everywhere ends every session of that account alone', async () => {
    const others = [await anotherSession(una.actor.id), await anotherSession(una.actor.id)];
    expect((await endOwn(asked('/x', { cookie: una.cookie }))).status).toBe(204);
    for (const cookie of [una.cookie, ...others]) expect(await kind(cookie)).toBe('visitor');
    expect(await kind(admin.cookie)).toBe('person');
    expect(await listSessions(null, una.actor.id)).toEqual([]);
    expect((await ledgerRecords()).at(-1)).toMatchObject({
      ...{ type: 'session.ended', payload: { user: una.actor.id, by: 'owner', every: true } },
    });
  });

  test('an admin sees every session and ends those of an account; nobody else may', async () => {
    const rita = await signedIn('Rita', 'reviewer');
    const auditor = await signedIn('Aude', 'auditor');
    const path = at({ id: una.actor.id });
    for (const { cookie } of [rita, auditor])
      expect((await endTheirs(asked('/x', { cookie }), path)).status).toBe(403);
    expect((await everybodys(asked('/x', { cookie: rita.cookie }))).status).toBe(403);
    expect((await everybodys(asked('/x', {}))).status).toBe(401);
    for (const { cookie } of [auditor, admin]) {
      const all = await sessionsOf(await everybodys(asked('/x', { cookie })));
      expect(all.some(({ user }) => user.id === una.actor.id)).toBe(true);
      expect(all.filter(({ current }) => current)).toHaveLength(1);
    }
    const { cookie } = admin;
    expect((await endTheirs(asked('/x', { cookie }), at({ id: 'nobody' }))).status).toBe(404);
    expect((await endTheirs(asked('/x', { cookie }), path)).status).toBe(204);
    expect(await kind(una.cookie)).toBe('visitor');
    expect(await checkLedger()).toMatchObject({ ok: true });
  });

  test('signing out ends the session, so that a copied cookie is worth nothing', async () => {
    const [row] = await database().session.findMany({ where: { userId: una.actor.id } });
    const token = { sub: una.actor.id, sid: row?.id, epoch: 0, since: Date.now() / 1000 };
    await authOptions().events?.signOut?.({ token, session: { expires: '' } });
    expect(await kind(una.cookie)).toBe('visitor');
  });

  test('a session is over after twelve hours, and its row goes with the next sign-in', async () => {
    await database().session.updateMany({
      where: { userId: una.actor.id },
      data: { startedAt: new Date(Date.now() - (SESSION_SECONDS + 1) * 1000) },
    });
    expect(await listSessions(null, una.actor.id)).toEqual([]);
    await anotherSession(una.actor.id);
    expect(await database().session.count({ where: { userId: una.actor.id } })).toBe(1);
  });

  test('when it was last used is noted, at most every five minutes', async () => {
    const seen = async () =>
      (await database().session.findFirstOrThrow({ where: { userId: una.actor.id } })).seenAt;
    const first = await seen();
    await kind(una.cookie);
    expect(await seen()).toEqual(first);
    const long = new Date(Date.now() - 6 * 60_000);
    await database().session.updateMany({
      where: { userId: una.actor.id },
      data: { seenAt: long },
    });
    await kind(una.cookie);
    expect((await seen()).getTime()).toBeGreaterThan(long.getTime() + 300_000);
  });
});
