import { beforeAll, expect, it, test } from 'vitest';
import { GET as file } from '@/app/api/v1/findings/export/route';
import { GET as findings } from '@/app/api/v1/findings/route';
import { GET as pact } from '@/app/api/v1/pacts/[id]/route';
import { pdfAnswer } from '@/app/api/v1/pdf';
import { GET as standing } from '@/app/api/v1/standing/route';
import { FindingsTable } from '@/components/pdf/report/findings-table';
import { Sheet } from '@/components/pdf/sheet';
import { toDay } from '@/domain/dates';
import { hashOf } from '@/domain/ledger';
import { ingest } from '@/server/ingest';
import { append, writing } from '@/server/ledger';
import { PACES } from '@/server/pace';
import { keepPact } from '@/server/pacts';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { bare, pdfPages } from '@/server/testing/pdf-text';
import { at, signedIn } from '@/server/testing/person';
import { GET } from './route';

const author = { kind: 'program', name: 'import' } as const;
const HOST = 'http://localhost:3000/api/v1';
const today = toDay(Date.now());

const report = (id: string, query = '', from = '192.0.2.1', cookie = '') =>
  GET(
    new Request(`${HOST}/pacts/${id}/report?${query}`, {
      headers: { 'x-forwarded-for': from, cookie },
    }),
    at({ id }),
  );
const pagesOf = async (reply: Response) => pdfPages(Buffer.from(await reply.arrayBuffer()));

onBoth('the report of a pact over HTTP', (fresh) => {
  beforeAll(async () => {
    await fresh();
    const incidents = [
      anIncident('open-leak'),
      anIncident('quiet-leak', { tlp: 'AMBER', title: 'Known to few' }),
    ];
    const dossier = {
      ...{ format: 'servanda.dossier/1' as const, title: 'For tests', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', incidents, monitoring: [] },
    };
    await ingest(author, { id: 'd', dossier, published: true, reason: 'x' });
    await writing(async (tx) => {
      const entry = await append(tx, {
        ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      const kept = aPact('kept', { referenceOnly: true });
      const held = aPact('held', { kind: 'historical', assumedInForce: null });
      for (const one of [aPact('a-pact'), kept, held])
        await keepPact(tx, author, one, new Date(entry.at));
    });
  });

  it('says on every page what it is, and where it can be checked, with the hashes of the API', async () => {
    const reply = await report('a-pact', `asOf=${today}&by=month`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(reply.headers.get('content-disposition')).toContain(`servanda-a-pact-standing-${today}`);
    const pages = await pagesOf(reply);
    expect(pages.length).toBeGreaterThan(1);
    for (const [number, page] of pages.entries()) {
      expect(page).toContain('HYPOTHETICAL');
      expect(page).toContain(`${number + 1}/${pages.length}`);
    }
    const text = pages.join('');
    const query = `pact=a-pact&asOf=${today}&by=month`;
    const view = await (await standing(new Request(`${HOST}/standing?${query}`))).json();
    const list = await (await findings(new Request(`${HOST}/findings?${query}`))).json();
    const told = await (
      await pact(new Request(`${HOST}/pacts/a-pact`), at({ id: 'a-pact' }))
    ).json();
    for (const hash of [hashOf(view), hashOf(list), told.textHash]) expect(text).toContain(hash);
    for (const words of ['Had this pact been in force since', 'would stand at', query])
      expect(text).toContain(bare(words));
    expect(text).not.toContain(bare('Known to few'));
  });

  it('is marked on every page, and the file of findings in every row, by what their reader sees', async () => {
    const { cookie } = await signedIn('Anna', 'analyst');
    const listed = async (own: string) =>
      (
        await (
          await file(
            new Request(`${HOST}/findings/export?pact=a-pact`, { headers: { cookie: own } }),
          )
        ).text()
      )
        .trimEnd()
        .split('\r\n')
        .slice(1);
    for (const [own, label, hidden] of [
      ['', 'TLP:CLEAR', 'AMBER'],
      [cookie, 'TLP:AMBER', 'RED'],
    ] as const) {
      const pages = await pagesOf(await report('a-pact', '', '192.0.2.2', own));
      for (const page of pages) expect(page.split(label)).toHaveLength(3);
      const rows = await listed(own);
      expect(rows).toHaveLength(own === '' ? 1 : 2);
      for (const row of rows) expect(row.endsWith(`,${label}`)).toBe(true);
      expect([...pages, ...rows].join('')).not.toContain(hidden);
      expect(rows.join('').includes('Known to few')).toBe(own !== '');
    }
  });

  it('stamps nothing that was in force, and draws nothing of what is kept for its text', async () => {
    const held = (await pagesOf(await report('held'))).join('');
    expect(held).not.toContain('HYPOTHETICAL');
    const kept = (await pagesOf(await report('kept'))).join('');
    expect(kept).toContain(bare('kept for reference, never scored'));
    expect(kept).not.toContain(bare('Findings by period'));
  });

  it.each([
    ['nowhere', '', 404, 'unknown_pact'],
    ['a-pact', 'pact=a-pact', 400, 'invalid_query'],
    ['a-pact', 'by=week', 400, 'invalid_query'],
    ['a-pact', 'colour=red', 400, 'invalid_query'],
    ['a-pact', 'since=2020-01-02&until=2020-01-01', 400, 'invalid_query'],
  ])('%s?%s is refused with %i %s', async (id, query, status, code) => {
    const reply = await report(id, query);
    expect([reply.status, (await reply.json()).code]).toEqual([status, code]);
  });

  it('is made no faster than a person reads', async () => {
    const { points } = PACES.report;
    for (let turn = 0; turn < points; turn += 1) await report('nowhere', '', '192.0.2.9');
    const reply = await report('a-pact', '', '192.0.2.9');
    expect([reply.status, reply.headers.has('retry-after')]).toEqual([429, true]);
  });
});

test('findings beyond what paper holds are counted, with where they are', async () => {
  const children = FindingsTable({
    ...{ findings: { rows: [], total: 1234 }, signed: false, query: 'pact=a-pact' },
  });
  const sheet = Sheet({ title: 'A pact', stamp: null, foot: 'Corpus 1', children });
  const text = (await pagesOf(await pdfAnswer(sheet, 'a.pdf'))).join('');
  expect(text).toContain(bare('1234 more findings of 1234 are not listed here'));
  expect(text).toContain('/api/v1/findings/export?pact=a-pact&format=csv');
});
