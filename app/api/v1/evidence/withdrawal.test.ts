import { createHash } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { GET as impact } from '@/app/api/v1/evidence/[item]/impact/route';
import { POST as restore } from '@/app/api/v1/evidence/[item]/restore/route';
import { GET as download } from '@/app/api/v1/evidence/[item]/route';
import { POST as withdraw } from '@/app/api/v1/evidence/[item]/withdraw/route';
import { POST as add, GET as list } from '@/app/api/v1/incidents/[id]/evidence/route';
import { corpus } from '@/server/corpus';
import { corpusKnownOn } from '@/server/corpus/known';
import { database } from '@/server/database';
import { logIncident } from '@/server/incidents';
import { checkLedger, ledgerRecords } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

onBoth('withdrawing evidence', (fresh) => {
  let ann: SignedIn;
  let ben: SignedIn;
  let rita: SignedIn;
  beforeAll(async () => {
    await fresh();
    ann = await signedIn('Ann', 'recorder');
    ben = await signedIn('Ben', 'recorder');
    rita = await signedIn('Rita', 'reviewer');
    const author = { kind: 'program', name: 'import' } as const;
    await logIncident(author, anIncident('plain', { conduct: ['disruption'] }), 'test');
    await database().incident.updateMany({ data: { published: true } });
  });

  const adding = async (words: string, meta: object = {}): Promise<string> => {
    const bytes = new TextEncoder().encode(words);
    const form = new FormData();
    form.set('file', new File([bytes], 'note.txt', { type: 'text/plain' }));
    const said = {
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), name: 'note.txt' },
      ...{ description: 'A note', capturedAt: '2026-11-20T10:00Z', tool: 'Pen 1', url: null },
      ...{ tlp: 'CLEAR', claims: ['c1'], ...meta },
    };
    form.set('meta', JSON.stringify(said));
    const request = new Request('http://localhost:3000/api/v1/x', {
      ...{ method: 'POST', body: form, headers: { cookie: ann.cookie } },
    });
    return (await (await add(request, at({ id: 'plain' }))).json()).id;
  };
  const act = (what: typeof withdraw, item: string, who?: SignedIn, json: unknown = {}) =>
    what(asked(`/evidence/${item}/x`, { cookie: who?.cookie, json }), at({ item }));
  const told = (item: string, who?: SignedIn) =>
    impact(asked(`/evidence/${item}/impact`, { cookie: who?.cookie }), at({ item }));
  const listed = async (who?: SignedIn) => {
    const answer = await list(asked('/x', { cookie: who?.cookie }), at({ id: 'plain' }));
    return (await answer.json()).evidence;
  };
  const claims = async (instant: number | null = null) =>
    (await corpusKnownOn(instant)).incidents
      .find(({ incident }) => incident.id === 'plain')
      ?.incident.claims.map((claim) => claim.id);
  const why = { reason: 'The wrong page' };

  it('tells first what it changes, takes a reason, and is undone', async () => {
    const item = await adding('one');
    expect(await (await told(item, ann)).json()).toMatchObject({
      ...{ act: 'withdraw', claims: ['c1'], turned: ['c1'] },
      sentence: expect.stringContaining('c1 is suspended'),
    });
    expect((await act(withdraw, item, ann, { reason: ' ' })).status).toBe(400);
    expect((await act(restore, item, ann, why)).status).toBe(409);
    const before = Date.now() - 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await act(withdraw, item, ann, why)).status).toBe(200);
    expect((await act(withdraw, item, ben, why)).status).toBe(409);
    expect([await claims(), await claims(before)]).toEqual([[], ['c1']]);
    const file = download(asked(`/evidence/${item}`, { cookie: ann.cookie }), at({ item }));
    expect((await file).status).toBe(404);
    expect(await listed()).toEqual([]);
    expect(await listed(rita)).toMatchObject([
      {
        ...{ id: item, withdrawnAt: expect.any(String), mayWithdraw: false },
        custody: [{ action: 'added' }, { action: 'withdrawn', by: 'Ann', reason: why.reason }],
      },
    ]);
    expect(await (await told(item, ben)).json()).toMatchObject({ act: 'return', turned: ['c1'] });
    expect((await act(restore, item, ben, { reason: 'It was right' })).status).toBe(200);
    expect(await claims()).toEqual(['c1']);
    expect((await listed())[0].sha256).toBe(createHash('sha256').update('one').digest('hex'));
    const types = (await ledgerRecords()).map(({ type }) => type);
    expect(types.filter((type) => /withdrawn|returned/.test(type))).toEqual([
      ...['evidence.withdrawn', 'evidence.returned'],
    ]);
    await act(withdraw, item, ann, why);
  });

  it('lets a claim count again once other evidence carries it', async () => {
    expect(await claims()).toEqual([]);
    const seen = (await corpus()).version;
    const other = await adding('two');
    expect(await claims()).toEqual(['c1']);
    expect((await corpus()).version).toBeGreaterThan(seen);
    expect(await (await told(other, ann)).json()).toMatchObject({ turned: ['c1'] });
  });

  it('is for those who record, of what they may know of', async () => {
    const secret = await adding('three', { tlp: 'RED', claims: [] });
    const codes = await Promise.all([
      ...[act(withdraw, secret, undefined, why), act(withdraw, secret, rita, why)],
      ...[act(withdraw, secret, ben, why), act(withdraw, 'nothing', ann, why)],
      ...[told(secret), told(secret, rita), told(secret, ben), told(secret, ann)],
    ]);
    expect(codes.map(({ status }) => status)).toEqual([401, 403, 404, 404, 401, 403, 404, 200]);
    expect(await checkLedger()).toMatchObject({ ok: true });
  });
});
