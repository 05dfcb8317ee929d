import { beforeAll, expect, it } from 'vitest';
import type { CaseFlip } from '@/domain/lab/case-flip';
import { FLIPS_SHOWN } from '@/domain/lab/compare-view';
import type { Clause } from '@/domain/pact';
import { VERDICTS } from '@/domain/verdict';
import { ingest } from '@/server/ingest';
import { append, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { onBoth, onEmbedded } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { bare, pdfPages } from '@/server/testing/pdf-text';
import { type SignedIn, signedIn } from '@/server/testing/person';
import { GET as brief } from './brief/route';
import { GET as cases } from './cases/route';
import { GET as flips } from './flips/route';
import { GET } from './route';
import { GET as why } from './why/route';

const author = { kind: 'program', name: 'import' } as const;
const HOST = 'http://localhost:3000/api/v1/lab/compare';
let caller = 0;
const asked = (path: string, query: string, by?: SignedIn) => {
  caller += 1;
  const cookie = by === undefined ? {} : { cookie: by.cookie };
  return new Request(`${HOST}${path}?${query}`, {
    headers: { 'x-forwarded-for': `192.0.2.${caller % 200}`, ...cookie },
  });
};
const compared = async (query: string) => (await GET(asked('', query))).json();

async function filled(
  incidents: Parameters<typeof ingest>[1]['dossier']['incidents'],
  pacts: ReturnType<typeof aPact>[],
): Promise<void> {
  await ingest(author, {
    id: 'd',
    dossier: {
      ...{ format: 'servanda.dossier/1', title: 'For tests', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', monitoring: [], incidents },
    },
    ...{ published: true, reason: 'test' },
  });
  await writing(async (tx) => {
    const { at } = await append(tx, {
      ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
    });
    for (const pact of pacts) await keepPact(tx, author, pact, new Date(at));
  });
}

const [clause] = aPact('x').clauses;
const reworded = (words: string): Clause => {
  if (clause === undefined) throw new Error('no clause');
  return { ...clause, text: words };
};
const BOTH = 'pact=a-pact&bSet=theta.link:1';

onBoth('comparing two pacts over HTTP', (fresh) => {
  beforeAll(async () => {
    await fresh();
    await filled(
      [anIncident('open-leak', { title: '=1+1 leak' }), anIncident('quiet-leak', { tlp: 'RED' })],
      [
        aPact('a-pact'),
        aPact('a-pact', { version: 2, clauses: [reworded('No theft and no publication.')] }),
        aPact('kept', { referenceOnly: true }),
        aPact('old-treaty', { kind: 'historical', assumedInForce: null }),
      ],
    );
  });

  it('says that a pact compared with itself says and does the same', async () => {
    expect(await compared('pact=a-pact')).toMatchObject({
      ...{ identical: true, flipCount: 0, flips: [], changes: [] },
      sentence: 'These two say and do the same.',
    });
  });

  it('redlines two versions and names the numbers moved, of hidden records not a word', async () => {
    const view = await compared('pact=a-pact&version=1&bVersion=2&bSet=theta.link:1');
    expect(view.pairs[0].text.filter(({ of }: { of: string }) => of !== 'both')).toEqual([
      { of: 'b', text: expect.stringContaining('no') },
    ]);
    expect(view.pairs[0].changes).toMatchObject([
      { kind: 'number', slider: 'theta.link', after: 1 },
    ]);
    expect([view.a.unsaved, view.b.unsaved]).toEqual([false, true]);
    expect(view.flips.map(({ incident }: { incident: string }) => incident)).toEqual(['open-leak']);
    expect(view.corpus.incidents).toBe(1);
    expect(JSON.stringify(view)).not.toContain('quiet-leak');
  });

  it('explains a case under both, and nothing of a record that may not be known', async () => {
    const one = await why(
      asked('/why', `${BOTH}&incident=open-leak&clause=c1&bClause=c1&accused=RU`),
    );
    const told = await one.json();
    expect([told.a.finding.rule, told.b.finding.rule]).not.toEqual([undefined, undefined]);
    expect(told.a.finding.verdict).not.toBe(told.b.finding.verdict);
    const alone = await why(asked('/why', `${BOTH}&incident=open-leak&clause=c1&accused=RU`));
    expect((await alone.json()).b).toBeNull();
    for (const incident of ['quiet-leak', 'no-leak']) {
      const hidden = await why(asked('/why', `${BOTH}&incident=${incident}&clause=c1&accused=RU`));
      expect([hidden.status, (await hidden.json()).code]).toEqual([404, 'unknown_incident']);
    }
  });

  it('lists behind each number as many findings as it counts, of hidden records none', async () => {
    const view = await compared(BOTH);
    const [pair] = view.pairs;
    const of = `${BOTH}&clause=${pair.a.id}&bClause=${pair.b.id}`;
    for (const { party, a, b } of view.matrix[0].cells)
      for (const verdict of VERDICTS) {
        const reply = await cases(asked('/cases', `${of}&party=${party}&verdict=${verdict}`));
        const { rows, total } = await reply.json();
        expect(total).toBe(rows.length);
        const count = (side: 'a' | 'b') =>
          rows.filter((row: CaseFlip) => row[side].verdict === verdict).length;
        expect([count('a'), count('b')]).toEqual([a[verdict], b[verdict]]);
        expect(JSON.stringify(rows)).not.toContain('quiet-leak');
      }
    for (const [query, status] of [
      [`${of}&verdict=GUILTY`, 400],
      [`${BOTH}&verdict=PENDING`, 404],
      [`${BOTH}&clause=nowhere&verdict=PENDING`, 404],
      [`${of}&party=FR&verdict=PENDING`, 404],
    ] as const)
      expect((await cases(asked('/cases', query))).status).toBe(status);
  });

  it('lists behind each count of a standing as many cases as it says, and of a side what is a side', async () => {
    const { parties } = await compared(BOTH);
    for (const { party, ...standing } of parties)
      for (const side of ['a', 'b'] as const)
        for (const verdict of VERDICTS) {
          const of = `${BOTH}&side=${side}&party=${party}&verdict=${verdict}`;
          const { rows, total } = await (await cases(asked('/cases', of))).json();
          expect([total, rows.length]).toEqual(Array(2).fill(standing[side].counts[verdict]));
          for (const row of rows) expect(row[side].verdict).toBe(verdict);
          expect(JSON.stringify(rows)).not.toContain('quiet-leak');
        }
    for (const [query, status] of [
      ['side=a&verdict=PENDING', 400],
      ['side=c&party=RU&verdict=PENDING', 400],
      ['side=a&side=b&party=RU&verdict=PENDING', 400],
      ['side=a&clause=c1&party=RU&verdict=PENDING', 400],
      ['side=a&party=FR&verdict=PENDING', 404],
    ] as const)
      expect((await cases(asked('/cases', `${BOTH}&${query}`))).status).toBe(status);
  });

  it('writes every flip to a file that no spreadsheet runs', async () => {
    const file = await (await flips(asked('/flips', BOTH))).text();
    const [head, row, rest] = file.trimEnd().split('\r\n');
    expect(head).toContain('clause_a,verdict_a,rule_a,reason_a,clause_b');
    expect(row).toContain("'=1+1 leak");
    expect(row).toContain('unsaved variant');
    expect(row).toContain('HYPOTHETICAL');
    expect([rest, file.includes('quiet-leak')]).toEqual([undefined, false]);
  });

  it('marks file and brief by what they hold for their reader, and by nothing hidden', async () => {
    const analyst = await signedIn('Anna', 'analyst');
    const file = async (by?: SignedIn) => (await flips(asked('/flips', BOTH, by))).text();
    const page = async (by?: SignedIn) => {
      const reply = await brief(asked('/brief', BOTH, by));
      return pdfPages(Buffer.from(await reply.arrayBuffer())).join('');
    };
    for (const open of [await file(), await page()]) {
      expect(open).toContain('TLP:CLEAR');
      expect(open).not.toContain('RED');
      expect(open).not.toContain('quiet');
    }
    const rows = (await file(analyst)).trimEnd().split('\r\n').slice(1);
    expect(rows.filter((row) => row.includes(',CLEAR,'))).toHaveLength(1);
    expect(rows.filter((row) => row.includes(',RED,'))).toHaveLength(1);
    for (const row of rows) expect(row).toMatch(/,TLP:RED$/);
    expect((await page(analyst)).split('TLP:RED')).toHaveLength(3);
  });

  it.each([
    ['', 400, 'invalid_query', 'pact'],
    ['pact=a-pact&bSet=actDays', 400, 'invalid_query', 'bSet'],
    ['pact=a-pact&bFrom=2016-02-30', 400, 'invalid_query', 'bFrom'],
    ['pact=nothing', 404, 'unknown_pact', 'pact'],
    ['pact=a-pact&bPact=nothing', 404, 'unknown_pact', 'bPact'],
    ['pact=a-pact&bVersion=3', 404, 'unknown_version', 'bVersion'],
    ['pact=a-pact&bSet=actDays@nowhere:3', 404, 'unknown_clause', 'bSet'],
    ['pact=a-pact&bPact=old-treaty&bFrom=2016-01-01', 400, 'historical_pact', 'bFrom'],
    ['pact=a-pact&bPact=kept', 400, 'reference_only', 'bPact'],
  ])('%j is refused with %i %s at %s', async (query, status, code, field) => {
    for (const [path, route] of [
      ['', GET],
      ['/flips', flips],
      ['/brief', brief],
    ] as const) {
      const reply = await route(asked(path, query));
      const body = await reply.json();
      expect([reply.status, body.code, body.faults[0].path]).toEqual([status, code, field]);
    }
  });
});

onEmbedded('the brief of a comparison', (fresh) => {
  const long = 'A party shall not, under whatever name or through whomever, take documents. ';
  const many = (words: string) =>
    Array.from({ length: 14 }, (_, at) => ({
      ...reworded(`${words} ${long.repeat(60)}`.slice(0, 9000)),
      ...{ id: `c${at + 1}`, reference: `Article ${at + 1}` },
    }));
  beforeAll(async () => {
    await fresh();
    await filled(
      Array.from({ length: 30 }, (_, at) =>
        anIncident(`leak-${at}`, { title: `Leak ${at} `.padEnd(290, 'of a very long name ') }),
      ),
      [
        aPact('long-a', { title: 'A '.padEnd(300, 'long title '), clauses: many('First.') }),
        aPact('long-b', {
          title: 'B '.padEnd(300, 'other title '),
          clauses: many('Second and other.').map((one) => ({
            ...one,
            theta: { ...one.theta, link: 1 },
            minSeverity: { commission: 5, dueDiligence: 4 },
          })),
        }),
      ],
    );
  });

  it('is one page whatever is compared, and counts what does not fit', async () => {
    const reply = await brief(asked('/brief', 'pact=long-a&bPact=long-b&bSet=actDays:1'));
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    const pages = pdfPages(Buffer.from(await reply.arrayBuffer()));
    expect(pages).toHaveLength(1);
    const view = await compared('pact=long-a&bPact=long-b&bSet=actDays:1');
    expect(view.flipCount).toBeGreaterThan(FLIPS_SHOWN);
    expect(view.flips).toHaveLength(FLIPS_SHOWN);
    for (const words of [
      ...['HYPOTHETICAL', 'unsaved variant', 'more differences', 'more clauses'],
      ...[`and ${view.flipCount - 9} more, see CSV`, view.a.textHash, view.b.textHash, '1 / 1'],
      ...['The gravest findings that turn', 'Versions and hashes', 'Corpus'],
    ])
      expect(pages[0]).toContain(bare(words));
  });
});
