import { beforeAll, expect, test } from 'vitest';
import { newVoteSchema, recusalSchema } from '@/domain/review/vote';
import { convene } from '@/server/commission/convocations';
import { settleFindings } from '@/server/commission/settling';
import { recuse } from '@/server/commission/statements';
import { vote } from '@/server/commission/voting';
import { database } from '@/server/database';
import { reviseIncident } from '@/server/incidents';
import { onEmbedded } from '@/server/testing/both';
import {
  acceptedIncident,
  codeOf,
  contentOfFinding,
  keepAPact,
  type Member,
  member,
  type People,
  people,
  reviewedFinding,
  sessionWith,
} from '@/server/testing/commission';
import { anIncident } from '@/server/testing/incident';
import { inboxLines } from './inbox';

onEmbedded('notices of findings', (fresh) => {
  let all: People;
  let finding: string;
  let session: string;
  beforeAll(async () => {
    await fresh();
    all = await people();
    await keepAPact();
    await acceptedIncident(all, 'leak', { title: 'A leak' });
    finding = await reviewedFinding(all, 'leak');
  });
  /** The kinds somebody was told of since a moment, latest first. */
  const told = async ({ actor }: Member) =>
    (await inboxLines(actor, { size: 50 })).map(({ kind }) => kind);

  test('go to those who have something to do with it next', async () => {
    expect(await told(all.chair)).toEqual(['finding_forwarded']);
    expect(await told(all.reviewer)).toContain('finding_coded');
    for (const delegate of [...all.us, ...all.ru]) expect(await told(delegate)).toEqual([]);
  });

  test('tell delegates of both sides what is before them, the accused that they may reply, and nobody else', async () => {
    const elsewhere = await member('Zoe', 'delegate FR');
    session = await sessionWith(all, [...all.us, ...all.ru], [finding]);
    for (const delegate of all.us)
      expect(await told(delegate)).toEqual(['finding_tabled', 'session_convened']);
    for (const delegate of all.ru)
      expect(await told(delegate)).toEqual(['reply_wanted', 'session_convened']);
    expect(await told(elsewhere)).toEqual(['session_convened']);
    expect(await told(all.recorder)).toEqual(['finding_nominated']);
    const [line] = await inboxLines(all.us[0]?.actor ?? all.chair.actor, { size: 1 });
    expect(line).toMatchObject({
      title: 'A leak (RU, c1 of a-pact)',
      subject: `finding:${finding}`,
    });
  });

  test('call those who came to a sitting to vote, where there is something to vote on', async () => {
    const [una, ulric] = all.us;
    const [rita] = all.ru;
    if (una === undefined || ulric === undefined || rita === undefined) throw new Error('nobody');
    const present = [una.actor.id, rita.actor.id];
    expect(await convene(all.chair.actor, session, { present })).toMatchObject({ ok: true });
    for (const who of [una, rita]) expect((await told(who))[0]).toBe('vote_called');
    expect(await told(ulric)).not.toContain('vote_called');
    const [line] = await inboxLines(una.actor, { size: 1 });
    expect(line).toMatchObject({ title: 'Session', subject: `session:${session}` });
    const other = await sessionWith(all, [una], []);
    const lines = await inboxLines(una.actor, { size: 1, kind: 'vote_called' });
    expect(lines.map(({ subject }) => subject)).not.toContain(`session:${other}`);
  });

  test('tell the chair that a delegate stepped back', async () => {
    const rest = all.ru[1];
    if (rest === undefined) throw new Error('nobody');
    const why = recusalSchema.parse({ ground: 'other', reason: 'A relative is concerned' });
    expect(await recuse(rest.actor, finding, why)).toMatchObject({ ok: true });
    expect((await told(all.chair))[0]).toBe('finding_recused');
  });

  test('tell its signers when it goes stale', async () => {
    const [una] = all.us;
    if (una === undefined) throw new Error('no delegate');
    const position = newVoteSchema.parse({ position: 'uphold' });
    const ballot = { content: await contentOfFinding(finding), stepUp: await codeOf(una) };
    expect(await vote(una.actor, finding, { ...position, ...ballot })).toMatchObject({ ok: true });
    // Whoever voted hears of it by name, as delegate no more.
    await database().roleGrant.updateMany({
      where: { userId: una.actor.id },
      data: { role: 'auditor', party: null },
    });
    const auditor = { ...una.actor, grants: [{ role: 'auditor' as const }] };
    const changed = anIncident('leak', { title: 'A leak', severity: 5 });
    await reviseIncident(all.recorder.actor, 'leak', 1, changed, 'graver');
    await settleFindings([finding]);
    for (const who of [all.chair, all.reviewer, ...all.ru, { ...una, actor: auditor }])
      expect((await told(who))[0], who.actor.name).toBe('finding_stale');
    expect(await told(all.recorder)).not.toContain('finding_stale');
  });

  test('say nothing to a coder who is still blind to the incident', async () => {
    const at = new Date();
    await database().coding.updateMany({ data: { supersededAt: at } });
    await database().coding.create({
      data: {
        ...{ incidentId: 'leak', revision: 2, firstCoderId: all.analyst.actor.id, firstCodes: {} },
        ...{ requestedAt: at, secondCoderId: all.coder.actor.id, assignedAt: at },
      },
    });
    const lines = await inboxLines(all.coder.actor, { size: 50 });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ title, subject }) => title === null && subject === null)).toBe(true);
  });

  test('name nothing of a finding whose record became RED, to those who may not read it', async () => {
    const una = all.ru[0];
    if (una === undefined) throw new Error('nobody');
    await database().incident.update({ where: { id: 'leak' }, data: { tlp: 'RED' } });
    const lines = await inboxLines(una.actor, { size: 50 });
    const ofFinding = lines.filter(
      ({ kind }) => kind.startsWith('finding') || kind === 'reply_wanted',
    );
    expect(ofFinding.length).toBeGreaterThan(0);
    expect(ofFinding.every(({ title, subject }) => title === null && subject === null)).toBe(true);
    expect((await inboxLines(all.chair.actor, { size: 1 }))[0]?.title).toBe(
      'A leak (RU, c1 of a-pact)',
    );
  });

  test('name nothing of a session to whoever sits on none any more', async () => {
    const zed = await member('Zed', 'delegate FR');
    await sessionWith(all, [], []);
    expect((await inboxLines(zed.actor, { size: 1 }))[0]?.title).toBe('Session');
    const analyst = { ...zed.actor, grants: [{ role: 'analyst' as const }] };
    expect((await inboxLines(analyst, { size: 1 }))[0]).toMatchObject({
      title: null,
      subject: null,
    });
  });
});
