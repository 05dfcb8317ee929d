import { beforeAll, expect, it } from 'vitest';
import { GET as list } from '@/app/api/v1/findings/route';
import { GET as why } from '@/app/api/v1/findings/why/route';
import { logIncident, reviseIncident } from '@/server/incidents';
import { ingest } from '@/server/ingest';
import { append, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { signedIn } from '@/server/testing/person';
import { GET as standing } from './route';

const author = { kind: 'program', name: 'import' } as const;
const HOST = 'http://localhost:3000/api/v1';
const ask = (query: string, headers: Record<string, string> = {}) =>
  new Request(`${HOST}/standing?${query}`, { headers });

onBoth('standing and findings over HTTP', (fresh) => {
  beforeAll(async () => {
    await fresh();
    const dossier = {
      ...{ format: 'servanda.dossier/1' as const, title: 'For tests', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', monitoring: [], incidents: [anIncident('open-leak')] },
    };
    await ingest(author, { id: 'd', dossier, published: true, reason: 'test' });
    await writing(async (tx) => {
      const { at } = await append(tx, {
        ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      await keepPact(tx, author, aPact('a-pact'), new Date(at));
    });
  });

  it('answers once and says "not modified" after', async () => {
    const answer = await standing(ask('pact=a-pact&by=month'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('private');
    expect(await answer.json()).toMatchObject({ filter: { by: 'month' }, pact: { id: 'a-pact' } });
    const etag = answer.headers.get('etag') ?? '';
    const again = await standing(ask('pact=a-pact&by=month', { 'if-none-match': etag }));
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    ['pact=nowhere', 404, 'unknown_pact'],
    ['pact=a-pact&party=DE', 404, 'unknown_party'],
    ['pact=a-pact&by=week', 400, 'invalid_query'],
    ['pact=a-pact&since=2016-13-01', 400, 'invalid_query'],
    ['colour=red', 400, 'invalid_query'],
    ['pact=%00', 400, 'invalid_query'],
  ])('%s is refused with %i %s and a sentence', async (query, status, code) => {
    const answer = await standing(ask(query));
    expect(answer.status).toBe(status);
    const body = await answer.json();
    expect(body).toMatchObject({ code, detail: expect.stringMatching(/\w/) });
    expect(JSON.stringify(body)).not.toMatch(/node_modules|at async/);
  });

  it('lists the findings behind a filter, and explains one', async () => {
    const rows = await (await list(ask('pact=a-pact'))).json();
    expect(rows).toMatchObject({ total: 1, rows: [{ incident: 'open-leak', accused: 'RU' }] });
    const one = await why(ask('pact=a-pact&incident=open-leak&clause=c1&accused=RU'));
    expect(await one.json()).toMatchObject({ finding: { incident: 'open-leak' } });
    expect((await why(ask('pact=a-pact&incident=no&clause=c1&accused=RU'))).status).toBe(404);
    expect((await why(ask('pact=a-pact&clause=c1'))).status).toBe(400);
  });

  it('tells each reader of what they may see, whoever has asked before', async () => {
    const closed = anIncident('closed-leak', { tlp: 'AMBER' });
    const logged = await logIncident(author, closed, 'test');
    expect(logged.ok).toBe(true);
    const { cookie } = await signedIn('Ana', 'analyst');
    const seen = async (headers: Record<string, string>) => {
      const answer = await standing(ask('pact=a-pact', headers));
      const { corpus } = await answer.json();
      return { incidents: corpus.incidents, etag: answer.headers.get('etag') ?? '' };
    };
    const [mine, theirs, again] = [await seen({ cookie }), await seen({}), await seen({ cookie })];
    expect([mine.incidents, theirs.incidents]).toEqual([2, 1]);
    expect(again).toEqual(mine);
    const borrowed = await standing(ask('pact=a-pact', { 'if-none-match': mine.etag }));
    expect(borrowed.status).toBe(200);
    expect(await borrowed.json()).toMatchObject({ corpus: { incidents: 1 } });
  });

  it('tells of a retraction with the next answer', async () => {
    const before = await standing(ask('pact=a-pact'));
    const text = await before.text();
    expect(text).toContain('"incident":"open-leak"');
    const retracted = anIncident('open-leak', { status: 'retracted' });
    expect(await reviseIncident(author, 'open-leak', 1, retracted, 'Withdrawn')).toMatchObject({
      ok: true,
    });
    const held = { 'if-none-match': before.headers.get('etag') ?? '' };
    const after = await standing(ask('pact=a-pact', held));
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain('"incident":"open-leak"');
  });
});
