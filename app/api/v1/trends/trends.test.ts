import { beforeAll, expect, it } from 'vitest';
import { GET as every } from '@/app/api/v1/findings/export/route';
import { POST as shorten } from '@/app/api/v1/permalinks/route';
import { VIEWS } from '@/domain/view/views';
import { ingest } from '@/server/ingest';
import { append, writing } from '@/server/ledger';
import { PACES } from '@/server/pace';
import { keepPact } from '@/server/pacts';
import { findPermalink } from '@/server/permalinks';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { at } from '@/server/testing/person';
import { GET } from './[view]/route';

const author = { kind: 'program', name: 'import' } as const;
const HOST = 'http://localhost:3000/api/v1';

const ask = (view: string, query = '', headers: Record<string, string> = {}) =>
  GET(new Request(`${HOST}/trends/${view}?${query}`, { headers }), at({ view }));

const link = (body: unknown, from = '192.0.2.1') =>
  shorten(
    new Request(`${HOST}/permalinks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify(body),
    }),
  );

onBoth('the trends over HTTP', (fresh) => {
  beforeAll(async () => {
    await fresh();
    const dossier = (incidents: ReturnType<typeof anIncident>[]) => ({
      ...{ format: 'servanda.dossier/1' as const, title: 'For tests', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', incidents },
      monitoring: [{ victimState: 'US', from: '2015-01-01', to: '2020-12-31', effort: 1 }],
    });
    const incidents = [anIncident('open-leak'), anIncident('quiet-leak', { tlp: 'AMBER' })];
    await ingest(author, { id: 'd', dossier: dossier(incidents), published: true, reason: 'x' });
    await writing(async (tx) => {
      const entry = await append(tx, {
        ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      const kept = aPact('kept', { referenceOnly: true });
      for (const pact of [aPact('a-pact'), kept])
        await keepPact(tx, author, pact, new Date(entry.at));
    });
  });

  it.each(VIEWS.map(({ name }) => name))(
    '%s answers once and says "not modified" after',
    async (view) => {
      const answer = await ask(view, 'pact=a-pact&by=month');
      expect(answer.status).toBe(200);
      const body = await answer.json();
      expect(body).toMatchObject({
        pact: { id: 'a-pact' },
        headline: expect.stringMatching(/\.$/),
      });
      expect(JSON.stringify(body)).not.toContain('quiet-leak');
      const etag = answer.headers.get('etag') ?? '';
      const again = await ask(view, 'pact=a-pact&by=month', { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      const other = await ask(view, 'pact=a-pact&by=month&since=2016-01-01', {
        'if-none-match': etag,
      });
      expect(other.status).toBe(200);
    },
  );

  it.each(VIEWS.map(({ name }) => name))(
    '%s says of a pact without a score that it has none',
    async (view) => {
      const answer = await ask(view, 'pact=kept');
      expect(await answer.json()).toMatchObject({
        overview: [],
        headline: expect.stringMatching(/text/),
      });
    },
  );

  it('has one entry of every series for each bin, and each incident in one', async () => {
    const view = await (await ask('trend', 'pact=a-pact&by=quarter')).json();
    const { bins, rate, stock } = view;
    expect(bins.length).toBeGreaterThan(8);
    expect([rate.points.length, stock.bins.length]).toEqual([bins.length, bins.length]);
    const begun = (one: { onsets: number; coarse: number }) => one.onsets + one.coarse;
    expect(stock.bins.reduce((sum: number, one: never) => sum + begun(one), 0)).toBe(1);
    expect(rate.points.find(({ n }: { n: number }) => n > 0)?.exposure ?? 1).toBeGreaterThan(0);
    // Nobody is on record as having looked after 2020: no rate, and no zero.
    expect(rate.points.at(-1)).toMatchObject({ exposure: null, rate: null });
  });

  it.each([
    ['no-such-view', 'pact=a-pact', 404, 'unknown_view'],
    ['trend', 'pact=nowhere', 404, 'unknown_pact'],
    ['trend', 'pact=a-pact&over=clause', 400, 'invalid_query'],
    ['multiples', 'pact=a-pact&over=state', 400, 'invalid_query'],
    ['trend', 'pact=a-pact&by=week', 400, 'invalid_query'],
    ['trend', 'pact=a-pact&pact=a-pact', 400, 'invalid_query'],
  ])('%s?%s is refused with %i %s', async (view, query, status, code) => {
    const answer = await ask(view, query);
    expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
  });

  it('gives every finding under a filter as a file that says where it is from', async () => {
    const file = (query: string) => every(new Request(`${HOST}/findings/export?${query}`));
    const csv = await file('pact=a-pact&format=csv');
    expect(csv.headers.get('content-disposition')).toContain('servanda-a-pact-findings.csv');
    const [head, row, end] = (await csv.text()).split('\r\n');
    expect(head).toMatch(/^\ufeff?incident,title,.*,tlp,pact,sources,marking$/);
    expect(row).toMatch(/^open-leak,.*HYPOTHETICAL.*policy/);
    expect(end).toBe('');
    const json = await (await file('pact=a-pact&format=json')).json();
    expect(json).toMatchObject({ stamp: 'HYPOTHETICAL', rows: [{ incident: 'open-leak' }] });
    expect((await file('pact=a-pact&format=xml')).status).toBe(400);
    expect((await file('pact=nowhere')).status).toBe(404);
  });

  it('gives one question one short address, whoever asks and however it is written', async () => {
    const first = await (await link({ path: '/trends', query: 'pact=a-pact&by=month' })).json();
    const again = await (
      await link({ path: '/trends', query: 'by=month&pact=a-pact&since=' })
    ).json();
    expect(again).toEqual(first);
    expect(await findPermalink(first.code)).toMatchObject({
      ...{ path: '/trends', query: 'by=month&pact=a-pact' },
    });
    expect(await findPermalink('0000000000')).toBeNull();
    expect(await findPermalink("' OR 1=1--")).toBeNull();
  });

  it.each([
    [{ path: 'https://elsewhere.example', query: '' }, 'path'],
    [{ path: '//elsewhere.example', query: '' }, 'path'],
    [{ path: '/incidents', query: '' }, 'path'],
    [{ path: '/trends', query: 'by=week' }, 'by'],
    [{ path: '/trends', query: 'colour=red' }, '(address)'],
    [{ path: '/trends', query: `open=${'x'.repeat(3000)}` }, 'query'],
    [{ path: '/trends' }, 'query'],
  ])('%j gets no short address', async (body, field) => {
    const answer = await link(body, '192.0.2.2');
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.field).toBe(field);
  });

  it('shortens no faster than a person reads', async () => {
    const { points } = PACES.link;
    for (let turn = 0; turn < points; turn += 1) await link({ path: '/nowhere' }, '192.0.2.3');
    const answer = await link({ path: '/trends', query: '' }, '192.0.2.3');
    expect([answer.status, answer.headers.has('retry-after')]).toEqual([429, true]);
  });
});
