import { beforeAll, expect, it } from 'vitest';
import { PUT as save } from '@/app/api/v1/drafts/[id]/route';
import { POST as createDraft, GET as listDrafts } from '@/app/api/v1/drafts/route';
import { GET, PUT } from '@/app/api/v1/incidents/[id]/route';
import { POST as undo } from '@/app/api/v1/incidents/[id]/undo/route';
import { POST as likeness } from '@/app/api/v1/incidents/likeness/route';
import { GET as list, POST } from '@/app/api/v1/incidents/route';
import type { Incident } from '@/domain/incident';
import { database } from '@/server/database';
import { incidentPage } from '@/server/incident-page';
import { checkLedger, ledgerRecords } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

onBoth('logging over the API', (fresh) => {
  let ann: SignedIn;
  let ben: SignedIn;
  let reader: SignedIn;
  beforeAll(async () => {
    await fresh();
    ann = await signedIn('Ann', 'recorder');
    ben = await signedIn('Ben', 'analyst');
    reader = await signedIn('Rita', 'reviewer');
  });

  const log = (who: SignedIn, json: unknown) =>
    POST(asked('/incidents', { cookie: who.cookie, json }));
  const put = (who: SignedIn, id: string, json: unknown) =>
    PUT(asked(`/incidents/${id}`, { cookie: who.cookie, json, method: 'PUT' }), at({ id }));

  it('asks who it is before anything else', async () => {
    const body = { incident: anIncident('nobody') };
    expect((await POST(asked('/incidents', { json: body }))).status).toBe(401);
    expect((await log(reader, body)).status).toBe(403);
  });

  it('logs with the draft it came from, once however often it is sent', async () => {
    const drafted = await createDraft(
      asked('/drafts', { cookie: ann.cookie, json: { payload: { title: 'Half' } } }),
    );
    expect(drafted.status).toBe(201);
    const { id: draft } = await drafted.json();
    const body = { incident: anIncident('first'), reason: 'A new report', draft };
    const logged = await log(ann, body);
    expect(logged.status).toBe(201);
    expect(await logged.json()).toEqual({ id: 'first', revision: 1, warnings: [] });
    expect((await log(ann, body)).status).toBe(201);
    const other = await log(ann, { ...body, incident: anIncident('other') });
    expect([other.status, (await other.json()).error.code]).toEqual([409, 'submitted']);
    const mine = await listDrafts(asked('/drafts', { cookie: ann.cookie }));
    expect((await mine.json()).drafts).toEqual([]);
    const types = (await ledgerRecords()).map(({ type }) => type);
    expect(types).toEqual(['draft.created', 'incident.logged']);
  });

  it('begins a draft once, however often it is sent, and overwrites no later save', async () => {
    const id = '6f1c1a52-58d5-4c1f-9f0e-0a1b2c3d4e5f';
    const begin = async (who: SignedIn, title: string) => {
      const json = { id, payload: { title } };
      const sent = await createDraft(asked('/drafts', { cookie: who.cookie, json }));
      const { revision, error, theirs } = await sent.json();
      return [sent.status, revision ?? error.code, theirs?.payload.title];
    };
    expect(await begin(ann, 'a')).toEqual([201, 1, undefined]);
    expect(await begin(ann, 'a')).toEqual([201, 1, undefined]);
    expect(await begin(ann, 'ab')).toEqual([201, 2, undefined]);
    expect(await begin(ann, 'abc')).toEqual([409, 'stale', 'ab']);
    expect(await begin(ben, 'b')).toEqual([409, 'taken', undefined]);
    const begun = (await ledgerRecords()).filter(({ subject }) => subject === `draft:${id}`);
    expect(begun.map(({ type }) => type)).toEqual(['draft.created']);
    const bad = { id: 'mine', payload: {} };
    const refused = await createDraft(asked('/drafts', { cookie: ann.cookie, json: bad }));
    expect([refused.status, (await refused.json()).error.field]).toEqual([400, 'id']);
  });

  it('names every field that is wrong, with its code', async () => {
    const incident = {
      ...anIncident('wrong'),
      title: 'x'.repeat(2 ** 20),
      started: { date: '2016-02-30', precision: 'day' },
      colour: 'red',
    };
    const refused = await log(ann, { incident, reason: '' });
    expect(refused.status).toBe(400);
    const { faults, error } = await refused.json();
    expect(faults.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['reason', 'blank'],
      ['incident.title', 'too_large'],
      ['incident.started.date', 'impossible_date'],
      ['incident', 'unknown_field'],
    ]);
    expect(error).toMatchObject({ code: 'invalid', field: 'reason' });
    const ended = { date: '2015-01-01', precision: 'day' };
    const late = await (await log(ann, { incident: { ...anIncident('late'), ended } })).json();
    expect(late.faults).toEqual([
      {
        path: 'incident.ended',
        code: 'end_before_start',
        message: 'The end lies before the start.',
        level: 'refused',
      },
    ]);
  });

  it('keeps one of two changes and answers the other with both versions', async () => {
    const mine = { basedOn: 1, reason: 'graver', incident: anIncident('first', { severity: 5 }) };
    expect(await (await put(ben, 'first', mine)).json()).toEqual({ revision: 2, warnings: [] });
    const late = await put(ann, 'first', {
      ...mine,
      incident: anIncident('first', { victims: [] }),
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      error: { code: 'stale', field: 'basedOn' },
      base: { revision: 1, incident: { severity: 4 } },
      theirs: { revision: 2, author: 'Ben', incident: { severity: 5 } },
    });
    const read = await GET(asked('/incidents/first', { cookie: ann.cookie }), at({ id: 'first' }));
    expect(await read.json()).toMatchObject({ revision: 2, incident: { severity: 5 } });
  });

  it('refuses to retract by a revision, and what differs in nothing', async () => {
    const retracted = anIncident('first', { severity: 5, status: 'retracted' });
    const codes = await Promise.all(
      [retracted, anIncident('first', { severity: 5 }), anIncident('other')].map(
        async (incident) => {
          const done = await put(ben, 'first', { basedOn: 2, reason: 'x', incident });
          return [done.status, (await done.json()).error.code];
        },
      ),
    );
    expect(codes).toEqual([
      [400, 'retraction'],
      [400, 'unchanged'],
      [400, 'renamed'],
    ]);
  });

  it('answers hidden and unknown alike', async () => {
    await log(ben, { incident: anIncident('red', { tlp: 'RED' }) });
    const bodies = await Promise.all(
      ['red', 'nowhere', 'No Slug', '\0'].map(async (id) => {
        const put409 = await put(ann, id, { basedOn: 1, reason: 'x', incident: anIncident('red') });
        const read = await GET(asked('/incidents/x', { cookie: ann.cookie }), at({ id }));
        return [put409.status, read.status, await read.text()];
      }),
    );
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]?.slice(0, 2)).toEqual([404, 404]);
  });

  it('lists and shows a recorder their own records, whatever their marking, and nobody else', async () => {
    await log(ann, { incident: anIncident('own', { tlp: 'RED' }) });
    const rea = await signedIn('Rea', 'recorder');
    const listed = async (who?: SignedIn) => {
      const answer = await list(asked('/incidents?q=own', { cookie: who?.cookie }));
      const { total, incidents } = await answer.json();
      expect(incidents).toHaveLength(total);
      return incidents.map(
        ({ published, incident }: { published: boolean; incident: Incident }) => [
          ...[incident.id, published],
        ],
      );
    };
    expect(await Promise.all([listed(ann), listed(ben), listed(rea), listed()])).toEqual([
      ...[[['own', false]], [['own', false]], [], []],
    ]);
    const question = { pact: null, clause: null, accused: null, from: null, asOf: null };
    const seen = await incidentPage('own', question, ann.actor);
    expect(seen).toMatchObject({ published: false, view: { incident: { id: 'own' } } });
    expect(await incidentPage('own', question, rea.actor)).toBeNull();
    const hints = async (who: SignedIn) => {
      const json = { draft: { title: 'Incident own', victimStates: ['US'] } };
      const answer = await likeness(asked('/incidents/likeness', { cookie: who.cookie, json }));
      return (await answer.json()).hints.map(({ id }: { id: string }) => id);
    };
    expect(await hints(ann)).toContain('own');
    expect(await hints(rea)).not.toContain('own');
  });

  it('is undone by its author within a minute, and comes back as a draft', async () => {
    await log(ann, { incident: anIncident('hasty') });
    const undoing = (who: SignedIn) =>
      undo(
        asked('/incidents/hasty/undo', { cookie: who.cookie, method: 'POST' }),
        at({ id: 'hasty' }),
      );
    expect((await undoing(ben)).status).toBe(409);
    const undone = await undoing(ann);
    expect(undone.status).toBe(200);
    const { draft } = await undone.json();
    const kept = await database().draft.findUniqueOrThrow({ where: { id: draft } });
    expect(kept).toMatchObject({ authorId: ann.actor.id, payload: { id: 'hasty' } });
    expect((await undoing(ann)).status).toBe(404);
    const again = await log(ann, { incident: anIncident('hasty', { severity: 1 }), draft });
    expect(await again.json()).toMatchObject({ id: 'hasty', revision: 2 });
    const stale = await save(
      asked(`/drafts/${draft}`, {
        cookie: ann.cookie,
        method: 'PUT',
        json: { basedOn: 1, payload: {} },
      }),
      at({ id: draft }),
    );
    expect([stale.status, (await stale.json()).error.code]).toEqual([409, 'submitted']);
    expect(await checkLedger()).toMatchObject({ ok: true });
  });
});
