import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { GET as readDraft, PUT as saveDraft } from '@/app/api/v1/pact-drafts/[id]/route';
import { POST as beginDraft } from '@/app/api/v1/pact-drafts/route';
import { fromBuffer } from '@/domain/lab/buffer';
import { ingest } from '@/server/ingest';
import { append, checkLedger, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';
import { GET as columns } from './columns/route';
import { GET as comparedFlips } from './compare/flips/route';
import { GET as compare } from './compare/route';
import { GET as flips } from './flips/route';
import { GET as lab } from './route';
import { POST as restore } from './scenarios/[id]/restore/route';
import { DELETE as remove, PATCH as rename } from './scenarios/[id]/route';
import { POST as keep, GET as list } from './scenarios/route';
import { GET as smallest } from './smallest/route';
import { GET as traces } from './traces/route';

const SEED = { kind: 'program', name: 'seed' } as const;

async function filled(): Promise<void> {
  await ingest(SEED, {
    id: 'd',
    dossier: {
      ...{ format: 'servanda.dossier/1', title: 'For tests', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', monitoring: [] },
      incidents: [anIncident('open-leak'), anIncident('quiet-leak', { tlp: 'RED' })],
    },
    ...{ published: true, reason: 'test' },
  });
  await writing(async (tx) => {
    const entry = await append(tx, {
      ...{ actor: SEED, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
    });
    for (const pact of [aPact('accord'), aPact('kept', { referenceOnly: true })])
      await keepPact(tx, SEED, pact, new Date(entry.at));
  });
}

const told = z.looseObject({
  code: z.string().optional(),
  faults: z.array(z.looseObject({ path: z.string() })).optional(),
  columns: z.string().optional(),
  unsaved: z.boolean().optional(),
  flips: z
    .looseObject({ total: z.number(), rows: z.array(z.looseObject({ incident: z.string() })) })
    .optional(),
});

async function sent(route: (request: Request) => Promise<Response>, query: string, by?: SignedIn) {
  const reply = await route(asked(`/lab?${query}`, { cookie: by?.cookie }));
  return { status: reply.status, ...told.parse(await reply.json()) };
}

const turned = async (query: string, by?: SignedIn) =>
  (await sent(lab, query, by)).flips?.rows.map(({ incident }) => incident).sort();

const held = async (by?: SignedIn) =>
  fromBuffer(
    await (await columns(asked('/lab/columns?pact=accord', { cookie: by?.cookie }))).arrayBuffer(),
  ).incidents;

onBoth('the lab', (fresh) => {
  let analyst: SignedIn;
  let recorder: SignedIn;
  beforeAll(async () => {
    await fresh();
    await filled();
    analyst = await signedIn('Anna', 'analyst');
    recorder = await signedIn('Rick', 'recorder');
  });

  it('tells what a variant turns, of the records one may see and of no other', async () => {
    expect(await turned('pact=accord')).toEqual([]);
    expect(await turned('pact=accord&set=theta.link:1')).toEqual(['open-leak']);
    expect(await turned('pact=accord&set=theta.link:1', analyst)).toEqual([
      'open-leak',
      'quiet-leak',
    ]);
  });

  it('hands out columns of the records one may see alone, under a tag that tells them apart', async () => {
    expect(await held()).toBe(1);
    expect(await held(analyst)).toBe(2);
    const [visitors, analysts] = [
      await sent(lab, 'pact=accord'),
      await sent(lab, 'pact=accord', analyst),
    ];
    expect(visitors.columns).not.toBe(analysts.columns);
    const moved = await sent(lab, 'pact=accord&set=actDays:60');
    expect(moved.columns).toBe(visitors.columns);
    const first = await columns(asked('/lab/columns?pact=accord'));
    const again = new Request('http://localhost:3000/api/v1/lab/columns?pact=accord', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect((await columns(again)).status).toBe(304);
  });

  it('shows both traces of what it may show', async () => {
    const query = 'pact=accord&set=theta.link:1&clause=c1&accused=RU';
    const reply = await traces(asked(`/lab/traces?${query}&incident=open-leak`));
    const shown = await reply.json();
    expect(shown.before.finding.verdict).not.toBe(shown.after.finding.verdict);
    expect((await sent(traces, `${query}&incident=quiet-leak`)).code).toBe('unknown_incident');
    expect((await sent(traces, `${query}&incident=nothing`)).code).toBe('unknown_incident');
  });

  it('writes a file of all that turns, each row with where it is from', async () => {
    const reply = await flips(asked('/lab/flips?pact=accord&set=theta.link:1'));
    const text = await reply.text();
    expect(reply.headers.get('content-type')).toContain('text/csv');
    expect(text).toContain('open-leak');
    expect(text).toContain('cannot be signed');
    expect(text).not.toContain('quiet-leak');
  });

  it('marks a file of what turns by the records that it names for its reader', async () => {
    const file = async (query: string, by?: SignedIn) =>
      (await flips(asked(`/lab/flips?pact=accord${query}`, { cookie: by?.cookie }))).text();
    const visitors = await file('&set=theta.link:1');
    expect(visitors).toContain('TLP:CLEAR');
    expect(visitors).not.toContain('RED');
    const analysts = (await file('&set=theta.link:1', analyst)).trimEnd().split('\r\n').slice(1);
    expect(analysts.map((row) => [row.split(',')[0], row.includes(',RED,')])).toEqual([
      ['open-leak', false],
      ['quiet-leak', true],
    ]);
    for (const row of analysts) expect(row).toMatch(/,TLP:RED$/);
    expect(await file('', analyst)).toContain('TLP:CLEAR');
    const json = JSON.parse(await file('&set=theta.link:1&format=json', analyst));
    expect(json).toMatchObject({ marking: 'TLP:RED', rows: [{ tlp: 'CLEAR' }, { tlp: 'RED' }] });
  });

  it.each([
    ['pact=nothing', 404, 'unknown_pact'],
    ['pact=accord&version=9', 404, 'unknown_version'],
    ['pact=kept', 400, 'reference_only'],
    ['pact=accord&set=actDays%40c9:3', 404, 'unknown_clause'],
    ['pact=accord&__proto__=1', 400, 'invalid_query'],
    ['pact=accord&set=severity:3', 400, 'invalid_query'],
    ['pact=accord&asOf=9999-01-01', 400, 'invalid_query'],
    ['draft=018f0000-0000-7000-8000-00000000dead', 404, 'unknown_draft'],
    ['draft=nothing', 400, 'invalid_query'],
    ['pact=accord&more=1', 400, 'invalid_query'],
  ])('refuses %s', async (query, status, code) => {
    for (const route of [lab, columns, flips]) {
      const reply = await sent(route, query);
      expect([reply.status, reply.code]).toEqual([status, code]);
    }
  });

  it('makes a draft of a variant, and looks at drafts for those who may read them', async () => {
    const json = { pact: 'accord', set: 'actDays:60', from: '2016-01-01' };
    const begun = await beginDraft(asked('/pact-drafts', { cookie: analyst.cookie, json }));
    expect(begun.status).toBe(201);
    const { id } = await begun.json();
    const found = await lab(asked(`/lab?draft=${id}`, { cookie: analyst.cookie }));
    expect(found.status).toBe(200);
    const { head } = await found.json();
    expect(head.pact.inForce.from).toBe('2016-01-01');
    expect(await turned(`draft=${id}&set=theta.link:1`, analyst)).toHaveLength(2);
    expect((await sent(lab, `draft=${id}`)).code).toBe('unknown_draft');
    expect((await sent(lab, `draft=${id}`, recorder)).code).toBe('unknown_draft');
  });

  it('compares a draft with the version it was forked from, as it says now, for those who may read it', async () => {
    const json = { pact: 'accord', set: 'theta.link:1' };
    const cookie = { cookie: analyst.cookie };
    const { id } = await (await beginDraft(asked('/pact-drafts', { ...cookie, json }))).json();
    const query = `pact=accord&version=1&bDraft=${id}`;
    const view = async () => (await compare(asked(`/x?${query}`, cookie))).json();
    const first = await view();
    expect([first.a.draft, first.b.draft, first.b.unsaved]).toEqual([null, id, false]);
    expect(first.flipCount).toBe(2);
    const file = await (await comparedFlips(asked(`/x?${query}`, cookie))).text();
    expect(file).toContain('draft, not saved as a version');
    expect(file).toContain('HYPOTHETICAL');
    const found = first.flips[0];
    const finding = `${found.incident}~${found.clauseA}~${found.accused}`;
    expect(
      (await sent(smallest, `draft=${id}&want=catch&findings=${finding}`, analyst)).status,
    ).toBe(200);

    const { payload } = await (await readDraft(asked('/x', cookie), at({ id }))).json();
    for (const clause of payload.pact.clauses) clause.theta.link = 0.5;
    const put = { ...cookie, method: 'PUT', json: { basedOn: 1, payload } };
    expect((await saveDraft(asked('/x', put), at({ id }))).status).toBe(200);
    expect((await view()).identical).toBe(true);

    for (const by of [undefined, recorder])
      for (const route of [compare, comparedFlips]) {
        const reply = await sent(route, query, by);
        expect([reply.status, reply.code, reply.faults?.[0]?.path]).toEqual([
          ...[404, 'unknown_draft', 'bDraft'],
        ]);
      }
  });

  it('a version that is kept meanwhile is what a comparison without a version is of', async () => {
    const latest = async () => (await (await compare(asked('/x?pact=accord'))).json()).b.version;
    expect(await latest()).toBe(1);
    await writing(async (tx) => {
      const entry = await append(tx, {
        ...{ actor: SEED, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      await keepPact(tx, SEED, aPact('accord', { version: 2 }), new Date(entry.at));
    });
    expect(await latest()).toBe(2);
  });

  it.each([
    ['actDays:-1', 'actDays goes from 0 to 120, whole numbers'],
    ['theta.link:1e308', 'theta.link goes from 0 to 1'],
    [`severity:${'9'.repeat(9000)}`, 'sliders: theta.state'],
  ])('says of %.20s what would be taken, and repeats little of it', async (set, words) => {
    const { detail } = await (await lab(asked(`/x?pact=accord&set=${set}`))).json();
    expect(detail).toContain(words);
    expect(detail.length).toBeLessThan(500);
  });

  it('makes no draft of a number of a clause that is not there', async () => {
    const json = { pact: 'accord', set: 'actDays@nowhere:3' };
    const reply = await beginDraft(asked('/pact-drafts', { cookie: analyst.cookie, json }));
    const { code, faults } = await reply.json();
    expect([reply.status, code, faults[0].path]).toEqual([404, 'unknown_clause', 'set']);
  });

  it('keeps scenarios for their owner alone; a deleted one can be taken back', async () => {
    const name = async (by: SignedIn) => {
      const reply = await list(asked('/lab/scenarios', { cookie: by.cookie }));
      const { scenarios } = await reply.json();
      return scenarios.map((one: { name: string }) => one.name);
    };
    const json = { name: 'Longer', query: 'pact=accord&set=actDays:60' };
    const kept = await keep(asked('/lab/scenarios', { cookie: recorder.cookie, json }));
    expect(kept.status).toBe(201);
    const { id } = await kept.json();
    const theirs = { cookie: analyst.cookie };
    const own = { cookie: recorder.cookie };
    const renamed = { json: { name: 'Much longer' }, method: 'PATCH' };
    expect((await rename(asked('/x', { ...theirs, ...renamed }), at({ id }))).status).toBe(404);
    expect((await rename(asked('/x', { ...own, ...renamed }), at({ id }))).status).toBe(200);
    expect(await name(recorder)).toEqual(['Much longer']);
    expect(await name(analyst)).toEqual([]);
    const gone = { method: 'DELETE' };
    expect((await remove(asked('/x', { ...theirs, ...gone }), at({ id }))).status).toBe(404);
    expect((await remove(asked('/x', { ...own, ...gone }), at({ id }))).status).toBe(200);
    expect(await name(recorder)).toEqual([]);
    expect((await restore(asked('/x', { ...own, method: 'POST' }), at({ id }))).status).toBe(200);
    expect(await name(recorder)).toEqual(['Much longer']);
    expect((await list(asked('/lab/scenarios'))).status).toBe(401);
    const wrong = { name: 'x', query: 'pact=accord&set=nothing:1' };
    const refused = await keep(asked('/lab/scenarios', { ...own, json: wrong }));
    expect(refused.status).toBe(400);
    expect(told.parse(await refused.json()).faults?.[0]?.path).toBe('query');
    expect((await checkLedger()).ok).toBe(true);
  });
});
