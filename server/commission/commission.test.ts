import { beforeAll, describe, expect, test, vi } from 'vitest';
import { VISITOR } from '@/domain/actor';
import { DAY_MS } from '@/domain/dates';
import { canonicalJson } from '@/domain/ledger';
import { checkCertificate } from '@/domain/review/certificate-check';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { database } from '@/server/database';
import { reviseRecord } from '@/server/incident/revising';
import { PUBLIC } from '@/server/incident-search';
import { reviseIncident } from '@/server/incidents';
import { checkLedger, ledgerRecords } from '@/server/ledger';
import { standingView } from '@/server/standing';
import { onBoth } from '@/server/testing/both';
import {
  acceptedIncident,
  codeOf,
  contentOfFinding,
  keepAPact,
  type Member,
  type People,
  people,
  reviewedFinding,
  sessionWith,
} from '@/server/testing/commission';
import { anIncident } from '@/server/testing/incident';
import { certificateFor } from './certificate';
import { convene, recordPresence } from './convocations';
import { decide } from './deciding';
import { forward } from './forwarding';
import { minutesOf } from './minutes';
import { nominate } from './nominating';
import { proposeFor, second } from './publishing';
import { closeSession, openSession, table } from './sessions';
import { recuse, replyTo } from './statements';
import { vote } from './voting';

type Position = 'uphold' | 'dissent' | 'abstain';

async function cast(who: Member, finding: string, position: Position, content?: string) {
  const text = position === 'dissent' ? 'The clusters are one.' : null;
  const ballot = {
    content: content ?? (await contentOfFinding(finding)),
    stepUp: await codeOf(who),
  };
  return position === 'dissent'
    ? vote(who.actor, finding, { position, text: text ?? '', ...ballot })
    : vote(who.actor, finding, { position, text, ...ballot });
}

const stateOf = async (id: string) =>
  (await database().finding.findUniqueOrThrow({ where: { id } })).state;
const typesOf = async (id: string) =>
  (await ledgerRecords())
    .filter(({ subject }) => subject === `finding:${id}`)
    .map(({ type }) => type.replace('finding.', ''));

async function publish({ chair, reviewer }: People, finding: string): Promise<void> {
  const asked = await proposeFor(chair.actor, finding, {
    ...{ kind: 'publish', stepUp: await codeOf(chair) },
  });
  if (!asked.ok) throw new Error(asked.code);
  const done = await second(
    reviewer.actor,
    { finding, proposal: asked.id },
    { accept: true, stepUp: await codeOf(reviewer) },
  );
  if (!done.ok) throw new Error(done.code);
}

/** Brings a finding to its publication, all four delegates upholding it. */
async function published(all: People, incident: string): Promise<string> {
  await acceptedIncident(all, incident);
  const finding = await reviewedFinding(all, incident);
  const everybody = [...all.us, ...all.ru];
  await sessionWith(all, everybody, [finding]);
  for (const each of everybody) await cast(each, finding, 'uphold');
  await decide(all.chair.actor, finding);
  await publish(all, finding);
  return finding;
}

async function signedCounts(asOf: string | null = null) {
  const filter = { ...DEFAULT_FILTER, pact: 'a-pact', party: 'RU', counting: 'signed' as const };
  const answer = await standingView({ ...filter, asOf }, PUBLIC);
  if (!answer.ok) throw new Error(answer.refusal.code);
  const { counts } = answer.view.standings[0] ?? {};
  return [answer.view.signed, counts?.VIOLATION_OMISSION, counts?.PENDING];
}

onBoth('the joint commission', (fresh) => {
  let all: People;
  beforeAll(async () => {
    vi.stubEnv('LOG_LEVEL', 'silent');
    await fresh();
    all = await people();
    await keepAPact();
  });

  describe('the path of one finding', () => {
    test('from nominated to published, each step in the ledger, and only then signed', async () => {
      expect(await signedCounts()).toEqual([0, 0, 0]);
      const finding = await published(all, 'whole-path');
      expect(await typesOf(finding)).toEqual([
        ...['nominated', 'coded', 'forwarded', 'tabled', 'voted', 'voted', 'voted', 'voted'],
        ...['decided', 'proposed', 'published'],
      ]);
      const row = await database().finding.findUniqueOrThrow({ where: { id: finding } });
      expect(row).toMatchObject({
        ...{ state: 'published', outcome: 'agreed', publishedWord: 'VIOLATION_OMISSION' },
      });
      expect(await signedCounts()).toEqual([1, 1, 0]);
      // Nothing of this was known then.
      expect(await signedCounts('2020-01-01')).toEqual([0, 0, 0]);
      expect(await checkLedger()).toMatchObject({ ok: true });
      const made = await certificateFor(VISITOR, finding);
      if (!made.ok) throw new Error(made.code);
      const verdict = checkCertificate(canonicalJson(made.certificate));
      expect(verdict).toMatchObject({ ok: true, judgedAgain: true });
      expect(await certificateFor(VISITOR, '0'.repeat(36))).toMatchObject({ code: 'hidden' });
      const item = await database().agendaItem.findFirstOrThrow({ where: { findingId: finding } });
      const minutes = await minutesOf(all.chair.actor, item.sessionId);
      expect(minutes?.sittings.map(({ present }) => present.length)).toEqual([4]);
      expect(minutes?.items).toMatchObject([
        { id: finding, contentHash: row.contentHash, decided: { decision: { outcome: 'agreed' } } },
      ]);
      const [{ seats = [], votes = [] } = {}] = minutes?.items ?? [];
      expect(seats.map(({ side, name, voted }) => `${side} ${name} ${voted}`).sort()).toEqual([
        ...['accused Rita true', 'accused Ruslan true'],
        ...['complainant Ulric true', 'complainant Una true'],
      ]);
      expect(votes.map(({ position }) => position)).toEqual(Array(4).fill('uphold'));
      expect(minutes?.entries.map(({ type }) => type)).toContain('session.convened');
    });

    test('certificate and minutes are marked as the record is, for whoever may still read it', async () => {
      const { id } = await database().finding.findFirstOrThrow({
        where: { incidentId: 'whole-path' },
      });
      const { sessionId } = await database().agendaItem.findFirstOrThrow({
        where: { findingId: id },
      });
      const mark = (tlp: string) =>
        database().incident.update({ where: { id: 'whole-path' }, data: { tlp } });
      const [chair, delegate] = [all.chair.actor, all.us[0]?.actor ?? VISITOR];
      expect(await certificateFor(VISITOR, id)).toMatchObject({ tlp: 'CLEAR' });
      expect(await minutesOf(delegate, sessionId)).toMatchObject({ tlp: 'CLEAR', withheld: 0 });
      await mark('RED');
      expect(await certificateFor(chair, id)).toMatchObject({ tlp: 'RED' });
      expect(await certificateFor(VISITOR, id)).toMatchObject({ code: 'hidden' });
      expect(await minutesOf(chair, sessionId)).toMatchObject({ tlp: 'RED', withheld: 0 });
      expect(await minutesOf(delegate, sessionId)).toMatchObject({
        ...{ tlp: 'CLEAR', withheld: 1, items: [] },
      });
      await mark('CLEAR');
    });

    test('nobody may nominate who is no analyst or reviewer, nor twice', async () => {
      const question = { incident: 'whole-path', pact: 'a-pact', clause: 'c1', accused: 'RU' };
      expect(await nominate(all.recorder.actor, question)).toMatchObject({ code: 'role' });
      expect(await nominate(all.analyst.actor, question)).toMatchObject({ code: 'exists' });
      for (const [change, code] of [
        [{ incident: 'nothing' }, 'hidden'],
        [{ pact: 'nothing' }, 'unknown_pact'],
        [{ clause: 'c9' }, 'unknown_clause'],
        [{ accused: 'US' }, 'unknown_case'],
        [{ asOf: '2999-01-01' }, 'future'],
      ] as const)
        expect(await nominate(all.analyst.actor, { ...question, ...change })).toMatchObject({
          code,
        });
    });

    test('a case between no two parties has nobody to sit on it', async () => {
      await acceptedIncident(all, 'no-victim', { victimStates: ['FR'] });
      const question = { incident: 'no-victim', pact: 'a-pact', clause: 'c1', accused: 'RU' };
      expect(await nominate(all.analyst.actor, question)).toMatchObject({ code: 'two_sides' });
    });

    test('is not forwarded by whoever nominated it, nor before it was coded twice', async () => {
      await acceptedIncident(all, 'own-work');
      const question = { incident: 'own-work', pact: 'a-pact', clause: 'c1', accused: 'RU' };
      const made = await nominate(all.reviewer.actor, question);
      if (!made.ok) throw new Error(made.code);
      expect(made.state).toBe('coded');
      expect(await forward(all.reviewer.actor, made.id)).toMatchObject({ code: 'own_work' });
      expect(await typesOf(made.id)).toContain('access.refused');
      expect(await forward(all.chair.actor, made.id)).toMatchObject({ code: 'role' });

      const { recorder, analyst, reviewer } = all;
      await reviseIncident(
        recorder.actor,
        'own-work',
        1,
        anIncident('own-work', { severity: 5 }),
        'x',
      );
      expect(await forward((await twoReviewers()).actor, made.id)).toMatchObject({ code: 'fresh' });
      expect(await stateOf(made.id)).toBe('stale');
      await database().coding.updateMany({
        where: { incidentId: 'own-work' },
        data: { supersededAt: new Date() },
      });
      const next = await nominate(analyst.actor, question);
      if (!next.ok) throw new Error(next.code);
      expect([next.state, await stateOf(made.id)]).toEqual(['computed', 'superseded']);
      expect(await forward(reviewer.actor, next.id)).toMatchObject({ code: 'wrong_state' });
    });
  });

  const twoReviewers = async () =>
    (await import('@/server/testing/commission')).member('R', 'reviewer');

  describe('at a session', () => {
    test('without a quorum nothing is decided; with one, by delegation', async () => {
      await acceptedIncident(all, 'quorum');
      const finding = await reviewedFinding(all, 'quorum');
      const [una] = all.us;
      const [rita] = all.ru;
      if (una === undefined || rita === undefined) throw new Error('no delegates');
      const session = await sessionWith(all, [una, rita, ...all.ru.slice(1)], [finding]);
      expect(await decide(all.chair.actor, finding)).toMatchObject({ code: 'quorum' });
      const [, ulric] = all.us;
      if (ulric === undefined) throw new Error('no delegate');
      expect(await cast(ulric, finding, 'uphold')).toMatchObject({ code: 'seated' });
      const [sitting] = await database().convocation.findMany({ where: { sessionId: session } });
      const at = { session, convocation: sitting?.id ?? '' };
      const everybody = [...all.us, ...all.ru].map(({ actor }) => actor.id);
      expect(
        await recordPresence(all.chair.actor, at, { present: [...everybody, all.chair.actor.id] }),
      ).toMatchObject({ code: 'not_delegate' });
      expect(await recordPresence(all.chair.actor, at, { present: everybody })).toEqual({
        ok: true,
      });
      for (const each of all.us)
        expect(await cast(each, finding, 'uphold')).toMatchObject({ ok: true });
      expect(await cast(rita, finding, 'dissent')).toMatchObject({ ok: true });
      const without = everybody.filter((id) => id !== rita.actor.id);
      expect(await recordPresence(all.chair.actor, at, { present: without })).toMatchObject({
        code: 'has_voted',
      });
      expect(await decide(all.chair.actor, finding)).toMatchObject({ ok: true, outcome: 'split' });
      const row = await database().finding.findUniqueOrThrow({ where: { id: finding } });
      expect(row.decision).toMatchObject({
        decision: { ground: 'positions_differ', positions: { accused: 'dissent' } },
      });
    });

    test('a later vote supersedes an earlier one; both are kept, and none can be changed', async () => {
      await acceptedIncident(all, 'second-thoughts');
      const finding = await reviewedFinding(all, 'second-thoughts');
      await sessionWith(all, [...all.us, ...all.ru], [finding]);
      for (const each of [...all.us, ...all.ru]) await cast(each, finding, 'uphold');
      for (const each of all.ru) await cast(each, finding, 'abstain');
      expect(await database().vote.count({ where: { findingId: finding } })).toBe(6);
      expect(await decide(all.chair.actor, finding)).toMatchObject({ outcome: 'split' });
      await expect(
        database().vote.updateMany({ where: { findingId: finding }, data: { position: 'uphold' } }),
      ).rejects.toThrow(/stay as they were written/);
      await expect(database().vote.deleteMany()).rejects.toThrow(/stay as they were written/);
    });

    test('a vote takes a fresh code, the content it was read on, and a seat', async () => {
      await acceptedIncident(all, 'codes');
      const finding = await reviewedFinding(all, 'codes');
      const [una, ulric] = all.us;
      const [rita] = all.ru;
      if (una === undefined || ulric === undefined || rita === undefined) throw new Error('nobody');
      await sessionWith(all, [...all.us, ...all.ru], [finding]);
      const content = await contentOfFinding(finding);
      const stepUp = await codeOf(una);
      const ballot = { position: 'uphold', text: null, content } as const;
      const wrong = { ...ballot, stepUp: '000000' };
      expect(await vote(una.actor, finding, wrong)).toMatchObject({ code: 'wrong' });
      expect(await vote(una.actor, finding, { ...ballot, stepUp })).toMatchObject({ ok: true });
      expect(await vote(una.actor, finding, { ...ballot, stepUp })).toMatchObject({
        code: 'replayed',
      });
      expect(await cast(ulric, finding, 'uphold', 'f'.repeat(64))).toMatchObject({ code: 'stale' });
      expect(await cast(all.chair, finding, 'uphold')).toMatchObject({ code: 'role' });
      expect(await cast(all.auditor, finding, 'uphold')).toMatchObject({ code: 'auditor' });
      const stranger = { ground: 'employee_of_claimant', reason: 'I worked there.' } as const;
      expect(await recuse(ulric.actor, finding, stranger)).toMatchObject({ ok: true });
      expect(await cast(ulric, finding, 'uphold')).toMatchObject({ code: 'recused' });
      expect(await replyTo(ulric.actor, finding, { text: 'We object.' })).toMatchObject({
        code: 'not_accused',
      });
      expect(await replyTo(rita.actor, finding, { text: 'We object.' })).toMatchObject({
        ok: true,
      });
      const refused = (await typesOf(finding)).filter((type) => type === 'access.refused');
      expect(refused).toHaveLength(4);
      expect(await database().vote.count({ where: { findingId: finding } })).toBe(1);
    });

    test('a vote on what has changed is refused, and the finding is stale', async () => {
      await acceptedIncident(all, 'moving');
      const finding = await reviewedFinding(all, 'moving');
      const session = await sessionWith(all, [...all.us, ...all.ru], [finding]);
      const { recorder } = all;
      await reviseIncident(recorder.actor, 'moving', 1, anIncident('moving', { severity: 2 }), 'x');
      const [una] = all.us;
      if (una === undefined) throw new Error('nobody');
      expect(await cast(una, finding, 'uphold')).toMatchObject({ code: 'fresh' });
      expect(await stateOf(finding)).toBe('stale');
      expect(await decide(all.chair.actor, finding)).toMatchObject({ code: 'fresh' });
      expect(await closeSession(all.chair.actor, session)).toEqual({ ok: true });
      expect(await convene(all.chair.actor, session, { present: [] })).toMatchObject({
        code: 'session_open',
      });
    });

    test('the database refuses the vote of an author, whatever the program says', async () => {
      await acceptedIncident(all, 'backed');
      const finding = await reviewedFinding(all, 'backed');
      const session = await sessionWith(all, [...all.us, ...all.ru], [finding]);
      const contentHash = await contentOfFinding(finding);
      const row = (voter: Member, seq: number) => ({
        ...{ seq, findingId: finding, sessionId: session, voterId: voter.actor.id, contentHash },
        ...{ position: 'uphold', castAt: new Date() },
      });
      for (const [who, why] of [
        [all.recorder, 'own work'],
        [all.analyst, 'own work'],
        [all.coder, 'own work'],
        [all.chair, 'would not count'],
      ] as const)
        await expect(database().vote.create({ data: row(who, 1_000_000) })).rejects.toThrow(
          new RegExp(why),
        );
      const [una] = all.us;
      if (una === undefined) throw new Error('nobody');
      await expect(
        database().vote.create({
          data: { ...row(una, 1_000_001), contentHash: 'f'.repeat(64) },
        }),
      ).rejects.toThrow(/would not count/);
    });

    test('a side that stays away from two sittings 14 days apart is decided without', async () => {
      await acceptedIncident(all, 'absent');
      const finding = await reviewedFinding(all, 'absent');
      const session = await sessionWith(all, all.us, [finding]);
      expect(await decide(all.chair.actor, finding)).toMatchObject({ code: 'quorum' });
      const start = Date.now();
      const clock = vi.spyOn(Date, 'now').mockReturnValue(start + 14 * DAY_MS);
      const present = all.us.map(({ actor }) => actor.id);
      expect(await convene(all.chair.actor, session, { present })).toMatchObject({ ok: true });
      for (const each of all.us)
        expect(await cast(each, finding, 'uphold')).toMatchObject({ ok: true });
      expect(await decide(all.chair.actor, finding)).toMatchObject({ outcome: 'unilateral' });
      clock.mockRestore();
    });

    test('a finding stands before one open session at a time', async () => {
      await acceptedIncident(all, 'agenda');
      const finding = await reviewedFinding(all, 'agenda');
      const first = await sessionWith(all, [], [finding]);
      expect(await table(all.chair.actor, { finding, session: first })).toMatchObject({
        code: 'tabled',
      });
      const other = await openSession(all.chair.actor, { title: 'Another' });
      if (!other.ok) throw new Error(other.code);
      const again = { finding, session: other.id };
      expect(await table(all.chair.actor, again)).toMatchObject({ code: 'off_agenda' });
      await closeSession(all.chair.actor, first);
      expect(await table(all.chair.actor, again)).toMatchObject({ ok: true });
      expect(await openSession(all.reviewer.actor, { title: 'Mine' })).toMatchObject({
        code: 'role',
      });
    });

    test('nobody sits at a session that has not met, whoever came to an earlier one', async () => {
      await acceptedIncident(all, 'next-time');
      const finding = await reviewedFinding(all, 'next-time');
      const [una] = all.us;
      if (una === undefined) throw new Error('nobody');
      const first = await sessionWith(all, [...all.us, ...all.ru], [finding]);
      await closeSession(all.chair.actor, first);
      const later = await openSession(all.chair.actor, { title: 'Later' });
      if (!later.ok) throw new Error(later.code);
      await table(all.chair.actor, { finding, session: later.id });
      expect(await cast(una, finding, 'uphold')).toMatchObject({ code: 'seated' });
      expect(await decide(all.chair.actor, finding)).toMatchObject({ code: 'quorum' });
      const present = [...all.us, ...all.ru].map(({ actor }) => actor.id);
      await convene(all.chair.actor, later.id, { present });
      expect(await cast(una, finding, 'uphold')).toMatchObject({ ok: true });
    });

    test('who came to a sitting elsewhere, later than the last of the open session, does not sit', async () => {
      await acceptedIncident(all, 'elsewhere');
      const finding = await reviewedFinding(all, 'elsewhere');
      const [una] = all.us;
      if (una === undefined) throw new Error('nobody');
      const meeting = await sessionWith(all, all.ru, []);
      const other = await sessionWith(all, [...all.us, ...all.ru], [finding]);
      await closeSession(all.chair.actor, other);
      await table(all.chair.actor, { finding, session: meeting });
      expect(await cast(una, finding, 'uphold')).toMatchObject({ code: 'seated' });
    });

    test('delegates cannot be shown what is marked RED', async () => {
      await acceptedIncident(all, 'red', { tlp: 'RED' });
      const finding = await reviewedFinding(all, 'red');
      const opened = await openSession(all.chair.actor, { title: 'S' });
      if (!opened.ok) throw new Error(opened.code);
      expect(await table(all.chair.actor, { finding, session: opened.id })).toMatchObject({
        code: 'readable',
      });
    });
  });

  describe('publication', () => {
    test('takes the chair and a second person, each with a code', async () => {
      await acceptedIncident(all, 'two-people');
      const finding = await reviewedFinding(all, 'two-people');
      await sessionWith(all, [...all.us, ...all.ru], [finding]);
      const { chair, reviewer } = all;
      const asking = async () =>
        proposeFor(chair.actor, finding, { kind: 'publish', stepUp: await codeOf(chair) });
      expect(await asking()).toMatchObject({ code: 'wrong_state' });
      expect(await decide(chair.actor, finding)).toMatchObject({ outcome: 'procedural' });
      const asked = await asking();
      if (!asked.ok) throw new Error(asked.code);
      expect(await asking()).toMatchObject({ code: 'pending' });
      const about = { finding, proposal: asked.id };
      const yes = async (who: Member) =>
        second(who.actor, about, { accept: true, stepUp: await codeOf(who) });
      expect(await yes(chair)).toMatchObject({ code: 'same_person' });
      expect(await yes(all.analyst)).toMatchObject({ code: 'role' });
      expect(await second(reviewer.actor, about, { accept: true })).toMatchObject({
        code: 'wrong',
      });
      expect(await stateOf(finding)).toBe('procedural');
      expect(await yes(reviewer)).toEqual({ ok: true });
      expect(await yes(reviewer)).toMatchObject({ code: 'decided' });
      const row = await database().finding.findUniqueOrThrow({ where: { id: finding } });
      expect([row.state, row.publishedWord]).toEqual(['published', 'DISPUTED']);
      await expect(
        database().finding.update({ where: { id: finding }, data: { publishedWord: 'PENDING' } }),
      ).rejects.toThrow(/stays as it is/);
      await expect(
        database().findingProposal.update({
          where: { id: asked.id },
          data: { decidedById: chair.actor.id },
        }),
      ).rejects.toThrow();
      // Nothing was decided on its substance: it never counts as signed.
      expect((await signedCounts())[0]).toBe(1);
    });

    test('a published finding whose record is revised leaves the signed ones at once', async () => {
      const finding = await published(all, 'leaves');
      const [before] = await signedCounts();
      const { recorder } = all;
      await reviseIncident(
        recorder.actor,
        'leaves',
        1,
        anIncident('leaves', { title: 'Else' }),
        'x',
      );
      expect((await signedCounts())[0]).toBe((before ?? 0) - 1);
      await vi.waitFor(async () => expect(await stateOf(finding)).toBe('stale'), 10_000);
      expect(await typesOf(finding)).toContain('stale');
    });

    test('a finding on its way goes stale with the revision itself, before anybody reads it', async () => {
      await acceptedIncident(all, 'on-its-way');
      const question = { incident: 'on-its-way', pact: 'a-pact', clause: 'c1', accused: 'RU' };
      const made = await nominate(all.analyst.actor, question);
      if (!made.ok) throw new Error(made.code);
      expect(await stateOf(made.id)).toBe('coded');
      const incident = anIncident('on-its-way', { title: 'Else' });
      const submission = { incident, reason: 'x', draft: undefined };
      const revised = await reviseRecord(all.recorder.actor, 'on-its-way', 1, submission);
      expect(revised).toMatchObject({ ok: true });
      expect(await stateOf(made.id)).toBe('stale');
    });

    test('is revoked by two people, with a reason', async () => {
      const finding = await published(all, 'revoked');
      const [before] = await signedCounts();
      const { chair, reviewer } = all;
      const asked = await proposeFor(chair.actor, finding, { kind: 'revoke', reason: 'Forged.' });
      if (!asked.ok) throw new Error(asked.code);
      const about = { finding, proposal: asked.id };
      expect(await second(reviewer.actor, about, { accept: false, reason: 'Not shown.' })).toEqual({
        ok: true,
      });
      expect(await stateOf(finding)).toBe('published');
      const again = await proposeFor(chair.actor, finding, { kind: 'revoke', reason: 'Forged.' });
      if (!again.ok) throw new Error(again.code);
      const done = await second(reviewer.actor, { finding, proposal: again.id }, { accept: true });
      expect(done).toEqual({ ok: true });
      expect(await stateOf(finding)).toBe('revoked');
      expect((await signedCounts())[0]).toBe((before ?? 0) - 1);
    });
  });
});
