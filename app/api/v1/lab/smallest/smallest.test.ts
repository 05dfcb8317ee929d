import { beforeAll, expect, it } from 'vitest';
import { ingest } from '@/server/ingest';
import { append, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { GET } from './route';

const author = { kind: 'program', name: 'import' } as const;
let caller = 0;
const asked = (query: string, more: RequestInit = {}) => {
  caller += 1;
  return new Request(`http://localhost:3000/api/v1/lab/smallest?${query}`, {
    ...more,
    headers: { 'x-forwarded-for': `192.0.2.${caller % 200}`, ...more.headers },
  });
};
const LINES = { headers: { accept: 'application/x-ndjson' } };
const OPEN = 'pact=a-pact&findings=open-leak~c1~RU';

onBoth('the smallest change over HTTP', (fresh) => {
  beforeAll(async () => {
    await fresh();
    await ingest(author, {
      id: 'd',
      dossier: {
        ...{ format: 'servanda.dossier/1', title: 'For tests', license: 'CC0-1.0' },
        ...{ compiledOn: '2026-11-22', monitoring: [] },
        incidents: [
          anIncident('open-leak'),
          anIncident('other-leak'),
          anIncident('quiet-leak', { tlp: 'RED' }),
        ],
      },
      ...{ published: true, reason: 'test' },
    });
    await writing(async (tx) => {
      const { at } = await append(tx, {
        ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      await keepPact(tx, author, aPact('a-pact'), new Date(at));
    });
  });

  it('finds what clears a violation, with what else it turns; of hidden records not a word', async () => {
    const reply = await GET(asked(OPEN));
    expect(reply.status).toBe(200);
    const found = await reply.json();
    expect(found).toMatchObject({
      want: 'clear',
      stopped: false,
      verdicts: ['VIOLATION_OMISSION'],
    });
    const [least] = found.options;
    expect(least).toMatchObject({ numbers: 1, achieved: 1 });
    expect(least.collateral.flips.map(({ incident }: { incident: string }) => incident)).toEqual([
      'other-leak',
    ]);
    expect(JSON.stringify(found)).not.toContain('quiet-leak');
  });

  it('tells line by line how far it is, and at last the same', async () => {
    const whole = await (await GET(asked(OPEN))).json();
    const reply = await GET(asked(OPEN, LINES));
    expect(reply.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await reply.text()).trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ found: whole });
  });

  it('ends with the request', async () => {
    const given = new AbortController();
    given.abort();
    const reply = await GET(asked(OPEN, { ...LINES, signal: given.signal }));
    const reader = reply.body?.getReader();
    await reader?.cancel();
    const plain = await GET(asked(OPEN, { signal: given.signal }));
    expect([200, 499]).toContain(plain.status);
  });

  it.each([
    [OPEN.replace('open-leak', 'quiet-leak'), 404, 'unknown_case'],
    [OPEN.replace('open-leak', 'no-leak'), 404, 'unknown_case'],
    [`${OPEN},other-leak~c9~RU`, 404, 'unknown_case'],
    [`${OPEN}&want=catch`, 400, 'nothing_to_do'],
    ['pact=a-pact', 400, 'invalid_query'],
    ['findings=open-leak~c1~RU', 400, 'invalid_query'],
    ['pact=a-pact&findings=open-leak', 400, 'invalid_query'],
    [`${OPEN}&want=both`, 400, 'invalid_query'],
    [OPEN.replace('a-pact', 'nothing'), 404, 'unknown_pact'],
    [
      `pact=a-pact&findings=${Array.from({ length: 41 }, (_, at) => `x${at}~c1~RU`)}`,
      400,
      'invalid_query',
    ],
    [`pact=a-pact&findings=${'open-leak~c1~RU,'.repeat(1000)}`, 400, 'invalid_query'],
  ])('%s is refused with %i %s', async (query, status, code) => {
    const reply = await GET(asked(query));
    expect([reply.status, (await reply.json()).code]).toEqual([status, code]);
  });
});
