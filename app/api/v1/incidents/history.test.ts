import { beforeAll, expect, it } from 'vitest';
import { GET as impactOf } from '@/app/api/v1/incidents/[id]/impact/route';
import { POST as proposeOn } from '@/app/api/v1/incidents/[id]/proposals/route';
import { GET as revisionOf } from '@/app/api/v1/incidents/[id]/revisions/[number]/route';
import { GET as revisionsOf } from '@/app/api/v1/incidents/[id]/revisions/route';
import { GET, PUT } from '@/app/api/v1/incidents/[id]/route';
import { POST as likeness } from '@/app/api/v1/incidents/likeness/route';
import { POST } from '@/app/api/v1/incidents/route';
import { POST as decideOn } from '@/app/api/v1/proposals/[id]/decision/route';
import { POST as undoMerge } from '@/app/api/v1/proposals/[id]/undo/route';
import { GET as proposals } from '@/app/api/v1/proposals/route';
import type { Incident } from '@/domain/incident';
import { corpus, visibleIncidents } from '@/server/corpus';
import { corpusKnownOn, corpusOn } from '@/server/corpus/known';
import { database } from '@/server/database';
import { PUBLIC } from '@/server/incident-search';
import { ingest } from '@/server/ingest';
import { checkLedger } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

const ALL = {
  tlp: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'],
  publishedOnly: false,
} as const;

onBoth('the history of records', (fresh) => {
  let ann: SignedIn;
  let ben: SignedIn;
  let rita: SignedIn;
  let second: SignedIn;
  beforeAll(async () => {
    await fresh();
    ann = await signedIn('Ann', 'recorder');
    ben = await signedIn('Ben', 'recorder');
    rita = await signedIn('Rita', 'reviewer');
    second = await signedIn('Sam', 'reviewer', 'recorder');
    const dossier = {
      ...{ format: 'servanda.dossier/1' as const, title: 'Test', license: 'CC0-1.0' },
      ...{
        compiledOn: '2026-11-22',
        monitoring: [],
        incidents: [anIncident('old'), anIncident('odd')],
      },
    };
    const author = { kind: 'program', name: 'seed' } as const;
    await ingest(author, { id: 'test', dossier, published: true, reason: 'test' });
  });

  const log = (who: SignedIn, incident: Incident) =>
    POST(asked('/incidents', { cookie: who.cookie, json: { incident } }));
  const revise = (who: SignedIn, incident: Incident, basedOn: number, reason = 'why') =>
    PUT(
      asked(`/incidents/${incident.id}`, {
        ...{ cookie: who.cookie, method: 'PUT' },
        json: { incident, basedOn, reason },
      }),
      at({ id: incident.id }),
    );
  const propose = (who: SignedIn, id: string, json: unknown) =>
    proposeOn(asked(`/incidents/${id}/proposals`, { cookie: who.cookie, json }), at({ id }));
  const decide = (who: SignedIn, id: string, accept = true) =>
    decideOn(
      asked(`/proposals/${id}/decision`, { cookie: who.cookie, json: { accept, reason: 'seen' } }),
      at({ id }),
    );
  const read = (who: SignedIn, id: string, query = '') =>
    GET(asked(`/incidents/${id}${query}`, { cookie: who.cookie }), at({ id }));

  it('tells who changed what and why, field by field', async () => {
    expect((await revise(ann, anIncident('old', { severity: 5 }), 1, 'graver')).status).toBe(200);
    const answer = await revisionsOf(asked('/incidents/old/revisions'), at({ id: 'old' }));
    const { revisions } = await answer.json();
    expect(revisions).toMatchObject([
      {
        ...{ number: 2, author: 'Ann', reason: 'graver', withheld: false },
        changes: [{ path: 'severity', kind: 'changed', before: 4, after: 5 }],
      },
      { number: 1, author: null, changes: [] },
    ]);
  });

  it('withholds what a marking hides, then and now', async () => {
    await log(ann, anIncident('marked', { tlp: 'CLEAR' }));
    await database().incident.update({ where: { id: 'marked' }, data: { published: true } });
    await revise(ann, anIncident('marked', { tlp: 'AMBER', summary: 'A name' }), 1);
    const one = (n: string) =>
      revisionOf(asked('/x'), at({ id: 'marked', number: n })).then(({ status }) => status);
    expect(await Promise.all([one('1'), one('2')])).toEqual([404, 404]);
    await revise(ann, anIncident('marked', { tlp: 'CLEAR' }), 2);
    expect(await Promise.all(['1', '2', '3', '4', '0', 'x'].map(one))).toEqual([
      ...[200, 404, 200, 404, 404, 404],
    ]);
    const answer = await revisionsOf(asked('/incidents/marked/revisions'), at({ id: 'marked' }));
    const { revisions } = await answer.json();
    expect(revisions.map(({ withheld }: { withheld: boolean }) => withheld)).toEqual([
      ...[true, true, false],
    ]);
    expect(JSON.stringify(revisions)).not.toContain('A name');
  });

  it('rewinds the corpus and a record to what was known then', async () => {
    const before = Date.now() - 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await log(ann, anIncident('later'));
    await revise(ann, anIncident('old', { severity: 1 }), 2);
    const severities = async (instant: number | null) =>
      Object.fromEntries(
        visibleIncidents(await corpusKnownOn(instant), ALL).map(({ id, severity }) => [
          id,
          severity,
        ]),
      );
    expect(await severities(null)).toEqual({ old: 1, odd: 4, marked: 4, later: 4 });
    expect(await severities(before)).toEqual({ old: 5, odd: 4, marked: 4 });
    // Before anything was written down: the imported history as it came in.
    expect(await severities(Date.UTC(2020, 0, 1))).toEqual({ old: 4, odd: 4 });
    expect(await corpusOn(null)).toBe(await corpus());
    expect(await corpusKnownOn(before)).toBe(await corpusKnownOn(before));
    expect(await (await read(ann, 'old', '?known=2020-01-01')).json()).toMatchObject({
      ...{ revision: 1, current: 3, incident: { severity: 4 } },
    });
    const notYet = await read(ann, 'later', '?known=2020-01-01');
    expect([notYet.status, (await notYet.json()).error.code]).toEqual([404, 'unknown_then']);
    expect((await read(ann, 'old', '?known=2020-02-30')).status).toBe(400);
  });

  it('shows a visitor no past revision that today is not theirs to read', async () => {
    await revise(ann, anIncident('odd', { tlp: 'RED' }), 1);
    const past = visibleIncidents(await corpusOn('2020-01-01'), PUBLIC);
    expect(past.map(({ id }) => id)).toEqual(['old']);
  });

  it('takes two people to retract and to restore', async () => {
    const wanted = { kind: 'retract', reason: 'The report was withdrawn' };
    expect((await propose(rita, 'old', wanted)).status).toBe(403);
    const made = await propose(second, 'old', wanted);
    expect(made.status).toBe(201);
    const { id, impact } = await made.json();
    expect(impact.sentence).toContain('on this record');
    expect((await propose(ann, 'old', wanted)).status).toBe(409);
    expect((await decide(second, id)).status).toBe(403);
    expect((await decide(ann, id)).status).toBe(403);
    const listed = await proposals(asked('/proposals', { cookie: rita.cookie }));
    expect((await listed.json()).proposals).toMatchObject([
      { id, kind: 'retract', proposedBy: 'Sam', mayDecide: true, accepted: null },
    ]);
    expect((await decide(rita, id)).status).toBe(200);
    expect((await decide(rita, id)).status).toBe(409);
    expect(await (await read(ann, 'old')).json()).toMatchObject({
      incident: { status: 'retracted' },
    });
    const again = await (
      await propose(ann, 'old', { kind: 'restore', reason: 'It stands' })
    ).json();
    expect((await decide(rita, again.id)).status).toBe(200);
    expect(await (await read(ann, 'old')).json()).toMatchObject({
      ...{ revision: 5, incident: { status: 'confirmed' } },
    });
  });

  it('merges, points from the retired id to the other, and undoes it', async () => {
    const merge = { kind: 'merge', reason: 'The same leak', into: 'old' };
    expect((await propose(ann, 'later', { ...merge, into: 'later' })).status).toBe(400);
    expect((await propose(ann, 'later', { ...merge, into: 'nowhere' })).status).toBe(400);
    const { id } = await (await propose(ann, 'later', merge)).json();
    const before = Date.now() - 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await decide(rita, id)).status).toBe(200);
    const moved = await read(ann, 'later');
    expect([moved.status, moved.headers.get('location')]).toEqual([307, '/api/v1/incidents/old']);
    const ids = async (instant: number | null) =>
      visibleIncidents(await corpusKnownOn(instant), ALL).map((incident) => incident.id);
    expect(await ids(null)).not.toContain('later');
    expect(await ids(before)).toContain('later');
    expect((await revise(ann, anIncident('later', { severity: 2 }), 1)).status).toBe(409);
    const listed = async (who: SignedIn) => {
      const answer = await proposals(asked('/proposals', { cookie: who.cookie }));
      const all: { id: string; merge: string; mayUndo: boolean }[] = (await answer.json())
        .proposals;
      const found = all.find((each) => each.id === id);
      return [found?.merge, found?.mayUndo];
    };
    expect([await listed(ben), await listed(rita)]).toEqual([
      ['stands', true],
      ['stands', false],
    ]);
    const undoing = await undoMerge(
      asked(`/proposals/${id}/undo`, { cookie: ben.cookie, json: { reason: 'Two leaks' } }),
      at({ id }),
    );
    expect(undoing.status).toBe(201);
    const undo = await undoing.json();
    expect(await listed(ben)).toEqual(['undoing', false]);
    expect((await decide(rita, undo.id)).status).toBe(200);
    expect(await listed(ben)).toEqual(['undone', false]);
    expect((await read(ann, 'later')).status).toBe(200);
    expect(await ids(null)).toContain('later');
    expect(await checkLedger()).toMatchObject({ ok: true });
  });

  it('tells what rests on a record, and hints at records alike', async () => {
    const impact = await impactOf(asked('/incidents/old/impact'), at({ id: 'old' }));
    expect(await impact.json()).toMatchObject({ findings: 0, signed: 0, evidence: 0 });
    const url = 'https://www.example.org/leak?utm_source=x';
    const sources = [{ id: 's1', title: 'A', publisher: 'B', date: null, url }];
    await log(ann, anIncident('sourced', { sources, title: 'Quite another title' }));
    const draft = {
      title: 'Incident old',
      victimStates: ['US'],
      sources: [{ url: 'http://example.org/leak' }],
    };
    const hinted = await likeness(
      asked('/incidents/likeness', { cookie: ann.cookie, json: { draft } }),
    );
    const { hints } = await hinted.json();
    expect(hints[0]).toMatchObject({ id: 'sourced', exact: true, score: 1 });
    expect(hints.map(({ id }: { id: string }) => id)).toContain('old');
  });

  it.each([
    'DELETE FROM "Draft"',
    'DELETE FROM "Proposal"',
    'UPDATE "Proposal" SET "reason" = \'x\'',
    'UPDATE "Proposal" SET "accepted" = false',
    'DELETE FROM "RetiredIncident"',
    'UPDATE "RetiredIncident" SET "undoneAt" = NULL',
    'TRUNCATE "Proposal" CASCADE',
  ])('is guarded by the database: %s', async (statement) => {
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/refused/);
  });
});
