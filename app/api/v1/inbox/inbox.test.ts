import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { POST as propose } from '@/app/api/v1/incidents/[id]/proposals/route';
import { HOUR_MS } from '@/domain/dates';
import { inboxPageSchema, markOf } from '@/domain/inbox';
import type { Incident } from '@/domain/incident';
import { digested, type Notice } from '@/domain/notice';
import { NOTICE_KINDS } from '@/domain/notice/kinds';
import { database } from '@/server/database';
import { logIncident } from '@/server/incidents';
import { append, checkLedger, writing } from '@/server/ledger';
import { inboxLines } from '@/server/notice/inbox';
import { actOnRecord } from '@/server/review/judging';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';
import { POST as mark } from './read/route';
import { GET as read } from './route';

const pageOf = async ({ cookie }: SignedIn, query = '') =>
  inboxPageSchema.parse(await (await read(asked(`/inbox${query}`, { cookie }))).json());
const linesOf = async (who: SignedIn) =>
  (await pageOf(who)).lines.map(({ kind, title }) => `${kind}: ${title}`);
const marked = async ({ cookie }: SignedIn, json: unknown) =>
  (await mark(asked('/inbox/read', { cookie, json }))).json();

const ENTRIES = 30;

/** Somebody's roles end, and another begins. */
async function becomes({ actor: { id: userId } }: SignedIn, role: string): Promise<void> {
  await database().roleGrant.updateMany({ where: { userId }, data: { revokedAt: new Date() } });
  await database().roleGrant.create({ data: { userId, role } });
}

onBoth('the inbox', (fresh) => {
  let rec: SignedIn;
  let ana: SignedIn;
  let rita: SignedIn;
  let chair: SignedIn;
  beforeAll(async () => {
    await fresh();
    rec = await signedIn('Rec', 'recorder');
    ana = await signedIn('Ana', 'analyst');
    rita = await signedIn('Rita', 'reviewer');
    chair = await signedIn('Cy', 'chair');
  });

  const logged = (id: string, changes: Partial<Incident> = {}) =>
    logIncident(rec.actor, anIncident(id, changes), 'a report');
  const entered = (type: string, id: string, by = ana, payload: object = {}) =>
    writing((tx) => append(tx, { actor: by.actor, type, subject: `incident:${id}`, payload }));

  describe('tells', () => {
    test('those whom an entry concerns, and not who made it', async () => {
      await logged('one', { title: 'First leak' });
      expect(await database().notice.count()).toBe(0);
      await entered('record.submitted', 'one');
      expect(await linesOf(rita)).toEqual(['record_submitted: First leak']);
      await entered('record.returned', 'one', rita);
      expect(await linesOf(rec)).toEqual(['record_returned: First leak']);
      expect(await linesOf(rita)).toEqual(['record_submitted: First leak']);
      expect(await linesOf(chair)).toEqual([]);
    });

    test('a second person that they are wanted, and the first what became of it', async () => {
      const json = { kind: 'retract', reason: 'It was a test' };
      const made = await propose(asked('/x', { cookie: rec.cookie, json }), at({ id: 'one' }));
      expect((await linesOf(rita))[0]).toBe('proposal_made: First leak');
      const { id } = await made.json();
      await entered('proposal.declined', 'one', rita, { proposal: id });
      expect((await linesOf(rec))[0]).toBe('proposal_decided: First leak');
    });

    test('nobody of what they may not read', async () => {
      const gone = await signedIn('Gone', 'recorder');
      await logIncident(gone.actor, anIncident('secret', { tlp: 'RED', title: 'A secret' }), 'x');
      await becomes(gone, 'admin');
      await entered('record.returned', 'secret', rita);
      expect(await linesOf(gone)).toEqual([]);
    });

    test('no more than that there was something, once it may not be read', async () => {
      const later = await signedIn('Later', 'recorder');
      await logIncident(later.actor, anIncident('raised', { title: 'A leak' }), 'x');
      await entered('record.accepted', 'raised', rita);
      expect(await linesOf(later)).toEqual(['record_accepted: A leak']);
      await becomes(later, 'admin');
      const { lines, unread } = await pageOf(later);
      expect(lines).toMatchObject([{ title: null, subject: null }]);
      expect(unread).toBe(1);
    });

    test('the analyst to whom a coding was given, who hears nothing else of it until it is in', async () => {
      const bea = await signedIn('Bea', 'analyst');
      await logged('coded', { title: 'To be coded' });
      const act = { action: 'submit', reason: null, basedOn: 1 } as const;
      expect(await actOnRecord(ana.actor, 'coded', act)).toMatchObject({ ok: true });
      expect((await linesOf(rita))[0]).toBe('record_submitted: To be coded');
      expect(await linesOf(bea)).toEqual(['coding_wanted: To be coded']);
      const coding = await database().coding.findFirstOrThrow({ where: { incidentId: 'coded' } });
      expect((await pageOf(bea)).lines[0]?.subject).toBe(`coding:${coding.id}`);
      await entered('record.returned', 'coded', rita);
      expect(await linesOf(bea)).toEqual(['coding_wanted: To be coded']);
      expect((await linesOf(ana))[0]).toBe('record_returned: To be coded');
    });

    test('nothing of an act that failed', async () => {
      const before = await database().notice.count();
      const failing = writing(async (tx) => {
        await append(tx, {
          ...{ actor: ana.actor, type: 'record.submitted', subject: 'incident:one', payload: {} },
        });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await database().notice.count()).toBe(before);
    });
  });

  describe('is for its owner', () => {
    test('signed in, with a role', async () => {
      const { cookie } = await signedIn('Nobody');
      for (const [who, status] of [
        [{}, 401],
        [{ cookie }, 403],
      ] as const) {
        expect((await read(asked('/inbox', who))).status).toBe(status);
        expect((await mark(asked('/x', { ...who, json: { upTo: 1 } }))).status).toBe(status);
      }
    });

    test('who marks one, a kind of a day, or all as read, and nothing that came later', async () => {
      const cleo = await signedIn('Cleo', 'reviewer');
      for (const id of ['m1', 'm2', 'm3']) {
        await logged(id);
        await entered('record.submitted', id);
      }
      const { lines, unread } = await pageOf(cleo);
      expect(unread).toBe(3);
      const [third, second] = lines;
      if (third === undefined || second === undefined) throw new Error('no lines');
      expect(await marked(cleo, markOf(second))).toEqual({ unread: 2 });
      await logged('m4');
      await entered('record.submitted', 'm4');
      expect(await marked(cleo, { upTo: third.seq })).toEqual({ unread: 1 });
      expect((await pageOf(cleo)).lines.map(({ unread: left }) => left)).toEqual([1, 0, 0, 0]);
      expect(await database().notice.count({ where: { readAt: { not: null } } })).toBe(3);
    });

    test('page by page, and by kind and day', async () => {
      const first = await pageOf(rita, '?size=1');
      const rest = await pageOf(rita, `?size=200&before=${first.next}`);
      const all = await pageOf(rita, '?size=200');
      expect([...first.lines, ...rest.lines]).toEqual(all.lines);
      expect(rest.next).toBeNull();
      const { lines } = await pageOf(rita, '?kind=proposal_made');
      expect(lines.map(({ kind }) => kind)).toEqual(['proposal_made']);
      for (const query of [
        'size=0',
        'size=201',
        'before=x',
        'kind=any',
        'day=2026-02-30',
        'page=1',
      ])
        expect((await read(asked(`/inbox?${query}`, rita))).status, query).toBe(400);
      for (const json of [{}, { upTo: 0 }, { upTo: 1, all: true }, { upTo: 1, kind: 'any' }])
        expect((await mark(asked('/x', { ...rita, json }))).status).toBe(422);
    });

    test('of a notice nothing changes but whether it was read', async () => {
      const renamed = database().notice.updateMany({ data: { title: 'Another' } });
      await expect(renamed).rejects.toThrow(/only readAt may change/);
      expect(await checkLedger()).toMatchObject({ ok: true });
    });
  });

  test('has a digest where the domain says that there is one', async () => {
    await writing(async (tx) => {
      for (let n = 0; n < ENTRIES; n += 1)
        await append(tx, { actor: ana.actor, type: 'test.done', subject: 'test', payload: {} });
    });
    const row = fc.record({
      kind: fc.constantFrom(...NOTICE_KINDS.slice(0, 3)),
      step: fc.constantFrom(0, 0, 0, 5, 12),
      read: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: ENTRIES }), async (given) => {
        const { actor } = await signedIn('Any', 'reviewer');
        let hours = 0;
        const rows = given.map(({ kind, step, read: seen }, index) => {
          hours += step;
          const when = Date.parse('2026-12-01') + hours * HOUR_MS;
          const told = { kind, subject: 'incident:one', title: 'First leak' };
          const readAt = seen ? new Date() : null;
          return { userId: actor.id, ledgerSeq: index + 1, at: new Date(when), readAt, ...told };
        });
        await database().notice.createMany({ data: rows });
        const notices = rows.map(
          ({ kind, ledgerSeq, at: when, title, subject }): Notice => ({
            ...{ to: actor.id, kind, at: when.getTime(), title, count: 1 },
            ...{ seqs: [ledgerSeq], subjects: [subject] },
          }),
        );
        const shown = await inboxLines(actor, { size: 100 });
        expect(shown.map(({ kind, count, seq }) => [kind, count, seq])).toEqual(
          digested(notices).map(({ kind, count, seqs }) => [kind, count, Math.max(...seqs)]),
        );
        const unread = rows.filter(({ readAt }) => readAt === null).length;
        expect(shown.reduce((sum, line) => sum + line.unread, 0)).toBe(unread);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
