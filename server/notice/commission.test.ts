import { beforeAll, expect, test } from 'vitest';
import { newVoteSchema } from '@/domain/review/vote';
import { settleFindings } from '@/server/commission/settling';
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

  test('tell delegates of both sides what is before them, and nobody else', async () => {
    const elsewhere = await member('Zoe', 'delegate FR');
    await sessionWith(all, [...all.us, ...all.ru], [finding]);
    for (const delegate of [...all.us, ...all.ru])
      expect(await told(delegate)).toEqual(['finding_tabled', 'session_convened']);
    expect(await told(elsewhere)).toEqual(['session_convened']);
    const [line] = await inboxLines(all.us[0]?.actor ?? all.chair.actor, { size: 1 });
    expect(line).toMatchObject({
      title: 'A leak (RU, c1 of a-pact)',
      subject: `finding:${finding}`,
    });
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
});
