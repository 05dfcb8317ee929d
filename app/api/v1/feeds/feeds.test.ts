import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as fetchFeed } from '@/app/api/v1/feeds/[token]/[name]/route';
import { POST as make, DELETE as revoke, GET as state } from '@/app/api/v1/me/feeds/route';
import { DAY_MS, toDay } from '@/domain/dates';
import { type MadeFeeds, madeFeedsSchema } from '@/domain/feed';
import { LINKED, notice, on } from '@/domain/fixtures/builders';
import type { Incident } from '@/domain/incident';
import { database } from '@/server/database';
import { logIncident, reviseIncident } from '@/server/incidents';
import { append, checkLedger, writing } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { keepAPact } from '@/server/testing/commission';
import {
  childrenOf,
  type Element,
  type IcsEvent,
  parseIcs,
  parseXml,
  textOf,
} from '@/server/testing/feeds';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';
import { setDisabled } from '@/server/users';

const made = async ({ cookie }: SignedIn): Promise<MadeFeeds> =>
  madeFeedsSchema.parse(await (await make(asked('/me/feeds', { cookie, method: 'POST' }))).json());

/** Fetches an address as a program does: without a cookie. */
function fetched(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const [token = '', name = ''] = path.split('/').slice(-2);
  const request = new Request(`http://localhost:3000${path}`, { headers });
  return fetchFeed(request, at({ token, name }));
}
const pathFor = ({ roles }: MadeFeeds, role: string): string =>
  roles.find((each) => each.role === role)?.path ?? '';
const feedAt = async (path: string): Promise<Element> =>
  parseXml(await (await fetched(path)).text());
const titlesAt = async (path: string): Promise<string[]> =>
  childrenOf(await feedAt(path), 'entry').map((entry) => textOf(entry, 'title'));
const eventsAt = async (path: string): Promise<IcsEvent[]> =>
  parseIcs(await (await fetched(path)).text());

const NOW = Date.parse('2026-11-20T10:00:00Z');
const ago = (days: number) => on(toDay(NOW - days * DAY_MS));
/** Linked to RU and told to it some days ago: RU has to act. */
const linked = (id: string, days: number, changes: Partial<Incident> = {}) =>
  anIncident(id, {
    ...{ title: `Leak ${id}`, started: ago(9), disclosed: ago(9) },
    claims: LINKED.map((claim) => ({ ...claim, date: ago(9) })),
    notifications: [notice({ at: ago(days), sources: ['s1'] })],
    ...changes,
  });

onBoth('feeds by secret address', (fresh) => {
  let rec: SignedIn;
  let rita: SignedIn;
  beforeAll(async () => {
    await fresh();
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    rec = await signedIn('Rec', 'recorder');
    rita = await signedIn('Rita', 'reviewer', 'chair');
    await keepAPact();
  });
  afterAll(() => {
    vi.useRealTimers();
  });
  const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const submitted = async (id: string, changes: Partial<Incident> = {}) => {
    await logIncident(rec.actor, anIncident(id, changes), 'a report');
    await writing((tx) =>
      append(tx, {
        ...{ actor: rec.actor, type: 'record.submitted', subject: `incident:${id}`, payload: {} },
      }),
    );
  };

  describe('the addresses', () => {
    test('are for whoever is signed in, told once, kept as a hash, and in the ledger without it', async () => {
      expect((await make(asked('/me/feeds', { method: 'POST' }))).status).toBe(401);
      const addresses = await made(rita);
      expect(addresses.roles.map(({ role }) => role)).toEqual(['reviewer', 'chair']);
      const token = addresses.calendar.split('/').at(-2) ?? '';
      expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
      const kept = JSON.stringify([
        await database().feedToken.findMany(),
        await database().ledgerPayload.findMany(),
      ]);
      expect(kept).not.toContain(token);
      const { madeAt } = await (await state(asked('/me/feeds', { cookie: rita.cookie }))).json();
      expect(madeAt).toBe(new Date(NOW).toISOString());
      const types = await database().ledgerEntry.findMany({ where: { type: 'feed_token.made' } });
      expect(types.map(({ subject }) => subject)).toEqual([`user:${rita.actor.id}`]);
    });

    test('answer 404 alike where they are unknown, replaced, revoked, or of somebody disabled', async () => {
      const admin = await signedIn('Ada', 'admin');
      const sam = await signedIn('Sam', 'reviewer');
      const first = await made(sam);
      const second = await made(sam);
      const unknown = await (await fetched(`/api/v1/feeds/${'a'.repeat(43)}/reviewer.atom`)).text();
      const gone = async (path: string) => {
        const answer = await fetched(path);
        expect(answer.status, path).toBe(404);
        expect(await answer.text()).toBe(unknown);
      };
      for (const path of [first.calendar, pathFor(first, 'reviewer')]) await gone(path);
      expect((await fetched(second.calendar)).status).toBe(200);
      for (const name of ['chair.atom', 'nobody.atom', 'deadlines', '', '..'])
        await gone(second.calendar.replace('deadlines.ics', name));
      for (const token of ['', 'a', 'a'.repeat(44), `${'a'.repeat(42)}%`, "' OR 1=1 --"])
        await gone(`/api/v1/feeds/${token}/deadlines.ics`);
      const ended = await revoke(asked('/me/feeds', { cookie: sam.cookie, method: 'DELETE' }));
      expect(ended.status).toBe(204);
      await gone(second.calendar);
      const third = await made(sam);
      await setDisabled(admin.actor, sam.actor.id, true);
      for (const path of [third.calendar, pathFor(third, 'reviewer')]) await gone(path);
      await setDisabled(admin.actor, sam.actor.id, false);
      await gone(third.calendar);
    });

    test('end with the sessions of the account, and with the role they are of', async () => {
      const una = await signedIn('Una', 'reviewer', 'auditor');
      const addresses = await made(una);
      const { id: userId } = una.actor;
      await database().roleGrant.updateMany({
        where: { userId, role: 'reviewer' },
        data: { revokedAt: new Date() },
      });
      expect((await fetched(pathFor(addresses, 'reviewer'))).status).toBe(404);
      expect((await fetched(pathFor(addresses, 'auditor'))).status).toBe(200);
      await database().user.update({
        where: { id: userId },
        data: { sessionEpoch: { increment: 1 } },
      });
      expect((await fetched(pathFor(addresses, 'auditor'))).status).toBe(404);
      expect((await fetched(addresses.calendar)).status).toBe(404);
    });

    test('are fetched at most 120 times a minute', async () => {
      const zoe = await signedIn('Zoe', 'auditor');
      const path = pathFor(await made(zoe), 'auditor');
      const none = path.replace('auditor.atom', 'none');
      for (let n = 0; n < 120; n += 1) await fetched(none);
      const answer = await fetched(path);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    });
  });

  describe('the feed of a role', () => {
    test('holds what its holder is told in it, as Atom that names each thing once and for good', async () => {
      const path = pathFor(await made(rita), 'reviewer');
      await submitted('one', { title: 'A leak & <b>more</b> ]]>' });
      const answer = await fetched(path);
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      const feed = parseXml(await answer.text());
      expect(feed).toMatchObject({
        name: 'feed',
        attributes: { xmlns: 'http://www.w3.org/2005/Atom' },
      });
      const [entry] = childrenOf(feed, 'entry');
      if (entry === undefined) throw new Error('no entry');
      expect(textOf(entry, 'title')).toBe(
        'Submitted for review: A leak &amp; &lt;b&gt;more&lt;/b&gt; ]]&gt;',
      );
      expect(childrenOf(entry, 'link')[0]?.attributes.href).toBe(
        'http://localhost:3000/incidents/one',
      );
      expect(textOf(entry, 'id')).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab]/);
      expect(textOf(entry, 'updated')).toBe(textOf(feed, 'updated'));
      await submitted('two');
      const after = await feedAt(path);
      const ids = childrenOf(after, 'entry').map((each) => textOf(each, 'id'));
      expect(ids[1]).toBe(textOf(entry, 'id'));
      expect(new Set([...ids, textOf(after, 'id')]).size).toBe(3);
      expect(textOf(after, 'id')).toBe(textOf(feed, 'id'));
      expect(JSON.stringify(after)).not.toContain(path.split('/').at(-2));
      expect(await titlesAt(pathFor(await made(rita), 'chair'))).toEqual([]);
    });

    test('holds a storm as one entry, which grows and keeps its name', async () => {
      const zed = await signedIn('Zed', 'reviewer');
      const path = pathFor(await made(zed), 'reviewer');
      for (let n = 0; n < 6; n += 1) await submitted(`storm-${n}`);
      const idsAt = async () =>
        childrenOf(await feedAt(path), 'entry').map((each) => textOf(each, 'id'));
      expect(await titlesAt(path)).toEqual(['6 records were submitted']);
      const ids = await idsAt();
      await submitted('storm-6');
      expect(await titlesAt(path)).toEqual(['7 records were submitted']);
      expect(await idsAt()).toEqual(ids);
    });

    test('says nothing of what its holder may not read any more', async () => {
      const gone = await signedIn('Gone', 'recorder', 'admin');
      const path = pathFor(await made(gone), 'recorder');
      await logIncident(gone.actor, anIncident('mine', { title: 'My leak' }), 'x');
      await writing((tx) =>
        append(tx, {
          ...{ actor: rita.actor, type: 'record.returned', subject: 'incident:mine', payload: {} },
        }),
      );
      expect(textOf(await feedAt(path), 'subtitle')).toBe('TLP:CLEAR');
      expect(await titlesAt(path)).toEqual(['Returned to you: My leak']);
      await database().incident.update({
        where: { id: 'mine' },
        data: { withdrawnAt: new Date() },
      });
      expect(await titlesAt(path)).toEqual([]);
    });

    test('answers 304 to whoever holds it, until something changes', async () => {
      const path = pathFor(await made(rita), 'reviewer');
      await submitted('three');
      later(2000);
      const first = await fetched(path);
      const etag = first.headers.get('etag') ?? '';
      const since = first.headers.get('last-modified') ?? '';
      expect((await fetched(path, { 'if-none-match': etag })).status).toBe(304);
      expect((await fetched(path, { 'if-none-match': `"x", W/${etag}` })).status).toBe(304);
      expect((await fetched(path, { 'if-modified-since': since })).status).toBe(304);
      later(2000);
      await submitted('four');
      expect((await fetched(path, { 'if-none-match': etag })).status).toBe(200);
      expect((await fetched(path, { 'if-modified-since': since })).status).toBe(200);
      expect((await fetched(path)).headers.get('last-modified')).toBeNull();
    });
  });

  describe('the calendar', () => {
    const revised = async (id: string, basedOn: number, incident: Incident) => {
      const done = await reviseIncident(rec.actor, id, basedOn, incident, 'As the sources say');
      if (!done.ok) throw new Error(done.code);
    };
    const about = (events: readonly IcsEvent[], id: string) =>
      events.filter(({ SUMMARY }) => SUMMARY?.endsWith(`Leak ${id}`));

    test('tells deadlines by the day, and nobody else’s', async () => {
      const { calendar } = await made(rita);
      await logIncident(rec.actor, linked('acts', 5), 'x');
      const answer = await fetched(calendar);
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      const [event, ...more] = about(parseIcs(await answer.text()), 'acts');
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        ...{ UID: 'act/a-pact/c1/acts/RU', STATUS: 'CONFIRMED', TRANSP: 'TRANSPARENT' },
        SUMMARY: 'Last day for Russia to act: Leak acts',
        DESCRIPTION: 'Under Pact a-pact (HYPOTHETICAL), clause c1.',
        'URL;VALUE=URI': 'http://localhost:3000/incidents/acts',
      });
      expect(event?.['DTSTART;VALUE=DATE']).toMatch(/^2026(11|12)\d\d$/);
      const outsider = await signedIn('Out');
      expect(await eventsAt((await made(outsider)).calendar)).toEqual([]);
    });

    test('keeps the name of one that moves, and cancels one that is met', async () => {
      const { calendar } = await made(rita);
      await logIncident(rec.actor, linked('moves', 6), 'x');
      const [first] = about(await eventsAt(calendar), 'moves');
      const unchanged = (await fetched(calendar)).headers.get('etag') ?? '';
      expect((await fetched(calendar, { 'if-none-match': unchanged })).status).toBe(304);
      later(DAY_MS / 24);
      await revised('moves', 1, linked('moves', 4));
      expect((await fetched(calendar, { 'if-none-match': unchanged })).status).toBe(200);
      const [moved] = about(await eventsAt(calendar), 'moves');
      const dayOf = (event: IcsEvent | undefined) => Number(event?.['DTSTART;VALUE=DATE']);
      expect(moved?.UID).toBe(first?.UID);
      expect(dayOf(moved)).not.toBe(dayOf(first));
      expect(Number(moved?.SEQUENCE)).toBeGreaterThan(Number(first?.SEQUENCE));
      expect(moved?.['LAST-MODIFIED']).not.toBe(first?.['LAST-MODIFIED']);
      await revised('moves', 2, linked('moves', 4, { claims: [] }));
      const [met] = about(await eventsAt(calendar), 'moves');
      expect(met).toMatchObject({
        ...{ UID: first?.UID, STATUS: 'CANCELLED' },
        SUMMARY: 'Not due any more: Last day for Russia to act: Leak moves',
      });
      expect(Number(met?.SEQUENCE)).toBeGreaterThan(Number(moved?.SEQUENCE));
    });

    test('says nothing of a record that became too secret, not even that it fell away', async () => {
      const una = await signedIn('Amb', 'recorder');
      const { calendar } = await made(una);
      await logIncident(rec.actor, linked('raised', 5), 'x');
      expect(about(await eventsAt(calendar), 'raised')).toHaveLength(1);
      await revised('raised', 1, linked('raised', 5, { tlp: 'RED' }));
      expect(about(await eventsAt(calendar), 'raised')).toEqual([]);
    });

    test('survives two who fetch at once', async () => {
      const { calendar } = await made(rita);
      const answers = await Promise.all(Array.from({ length: 8 }, () => fetched(calendar)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    });
  });

  test('no token stands in the ledger, which is whole', async () => {
    expect(await checkLedger()).toMatchObject({ ok: true });
  });
});
