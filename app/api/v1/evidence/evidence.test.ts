import { createHash } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { POST as open } from '@/app/api/v1/evidence/[item]/open/route';
import { POST as redact } from '@/app/api/v1/evidence/[item]/redacted/route';
import { GET as download } from '@/app/api/v1/evidence/[item]/route';
import { POST as verify } from '@/app/api/v1/evidence/[item]/verify/route';
import { POST as add, GET as list } from '@/app/api/v1/incidents/[id]/evidence/route';
import { corpus } from '@/server/corpus';
import { database } from '@/server/database';
import { logIncident } from '@/server/incidents';
import { checkLedger, ledgerRecords } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

const MIB = 1024 * 1024;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

function upload(
  cookie: string | undefined,
  bytes: Uint8Array<ArrayBuffer>,
  meta: object,
  type = 'image/png',
) {
  const form = new FormData();
  form.set('file', new File([bytes], 'page.png', { type }));
  form.set('meta', JSON.stringify(meta));
  return new Request('http://localhost:3000/api/v1/x', {
    ...{ method: 'POST', body: form, headers: cookie === undefined ? {} : { cookie } },
  });
}

const text = (words: string) => new TextEncoder().encode(words);
const about = (bytes: Uint8Array, changes: object = {}) => ({
  ...{ sha256: sha256(bytes), name: 'page ü"; x.png', description: 'The page as it stood' },
  ...{ capturedAt: '2026-11-20T10:00Z', tool: 'Browser 1.0', url: 'https://example.org/' },
  ...{ tlp: 'CLEAR', claims: ['c1'], ...changes },
});

onBoth('evidence', (fresh) => {
  let ann: SignedIn;
  let audrey: SignedIn;
  let rita: SignedIn;
  beforeAll(async () => {
    await fresh();
    ann = await signedIn('Ann', 'recorder');
    audrey = await signedIn('Audrey', 'auditor');
    rita = await signedIn('Rita', 'reviewer');
    const author = { kind: 'program', name: 'import' } as const;
    await logIncident(author, anIncident('leak'), 'test');
    await logIncident(author, anIncident('plain', { conduct: ['disruption'] }), 'test');
    await database().incident.updateMany({ data: { published: true } });
  });

  const adding = async (id: string, bytes: Uint8Array<ArrayBuffer>, changes: object = {}) =>
    add(upload(ann.cookie, bytes, about(bytes, changes)), at({ id }));
  const fetched = (item: string, who?: SignedIn, query = '') =>
    download(asked(`/evidence/${item}${query}`, { cookie: who?.cookie }), at({ item }));
  const opened = (item: string, who: SignedIn, json: unknown) =>
    open(asked(`/evidence/${item}/open`, { cookie: who.cookie, json }), at({ item }));
  const checked = (item: string, who: SignedIn) =>
    verify(asked(`/evidence/${item}/verify`, { cookie: who.cookie, method: 'POST' }), at({ item }));

  it('keeps what arrives under its hash, and hands it out as a file alone', async () => {
    const bytes = text('a picture');
    const added = await adding('plain', bytes);
    expect(added.status).toBe(201);
    const { id, sealed } = await added.json();
    expect(sealed).toBe(false);
    const file = await fetched(id);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': `attachment; filename="page_____x.png"; filename*=UTF-8''page%20%C3%BC%22%3B%20x.png`,
    });
    await adding('plain', bytes, { name: 'again.png' });
    expect(await database().evidenceBlob.count()).toBe(1);
  });

  it('stores nothing that is not what was announced, or not of a kind that is kept', async () => {
    const before = await database().evidenceItem.count();
    const bytes = text('something else');
    const refusals = await Promise.all(
      [
        upload(ann.cookie, bytes, about(text('announced'))),
        upload(ann.cookie, bytes, about(bytes), 'text/html'),
        upload(ann.cookie, new Uint8Array(), about(new Uint8Array())),
        upload(ann.cookie, bytes, about(bytes, { claims: ['c9'] })),
        upload(ann.cookie, bytes, about(bytes, { name: '../x', capturedAt: 'now' })),
        upload(undefined, bytes, about(bytes)),
        upload(rita.cookie, bytes, about(bytes)),
        new Request('http://localhost/x', {
          ...{ method: 'POST', body: 'no form' },
          headers: { cookie: ann.cookie, 'content-type': 'multipart/form-data; boundary=x' },
        }),
      ].map(async (request) => {
        const refused = await add(request, at({ id: 'plain' }));
        const { error, faults } = await refused.json();
        return [refused.status, faults?.[0]?.code ?? error.code, error.field];
      }),
    );
    expect(refusals).toEqual([
      [422, 'mismatch', 'sha256'],
      [400, 'unsupported_type', 'file'],
      [400, 'empty', 'file'],
      [400, 'unknown_claim', 'claims'],
      [400, 'invalid', 'name'],
      [401, 'sign_in', undefined],
      [403, 'role', undefined],
      [400, 'malformed', '(body)'],
    ]);
    expect(await database().evidenceItem.count()).toBe(before);
    expect(await database().evidenceBlob.count()).toBe(1);
  });

  it('takes 25 MiB and not a byte more', async () => {
    const whole = new Uint8Array(25 * MIB).fill(7);
    const added = await adding('plain', whole);
    expect(added.status).toBe(201);
    const file = await fetched((await added.json()).id);
    expect(sha256(new Uint8Array(await file.arrayBuffer()))).toBe(sha256(whole));
    const more = new Uint8Array(25 * MIB + 1);
    const refused = await adding('plain', more);
    expect([refused.status, (await refused.json()).error.field]).toEqual([413, 'file']);
    const far = await adding('plain', new Uint8Array(26 * MIB));
    expect(far.status).toBe(413);
  }, 120_000);

  it('seals what a leak holds: opened for a reason that is kept, else the working copy', async () => {
    const bytes = text('stolen mail');
    const { id, sealed } = await (await adding('leak', bytes)).json();
    expect(sealed).toBe(true);
    const closed = await fetched(id, ann);
    expect([closed.status, (await closed.json()).error.code]).toEqual([403, 'sealed']);
    expect((await opened(id, ann, { reason: ' ' })).status).toBe(400);
    expect((await opened(id, ann, {})).status).toBe(400);
    const file = await opened(id, rita, { reason: 'To check the date' });
    expect(await file.text()).toBe('stolen mail');
    expect((await fetched(id, undefined, '?copy=redacted')).status).toBe(404);
    const copy = text('s----- mail');
    const request = upload(
      ann.cookie,
      copy,
      { sha256: sha256(copy), reason: 'Names' },
      'text/plain',
    );
    expect((await redact(request, at({ item: id }))).status).toBe(201);
    const shown = await fetched(id, undefined, '?copy=redacted');
    expect([await shown.text(), shown.headers.get('content-type')]).toEqual([
      ...['s----- mail', 'text/plain'],
    ]);
    const lists = await Promise.all(
      [audrey, undefined].map(async (who) => {
        const answer = await list(asked('/x', { cookie: who?.cookie }), at({ id: 'leak' }));
        return (await answer.json()).evidence[0];
      }),
    );
    expect(lists[0].custody).toMatchObject([
      { action: 'added', by: 'Ann' },
      { action: 'opened', by: 'Rita', reason: 'To check the date' },
      { action: 'redacted', by: 'Ann', reason: 'Names' },
    ]);
    expect(lists[1]).toMatchObject({ sha256: sha256(bytes), custody: [], addedBy: null });
    const entry = (await ledgerRecords()).find(({ type }) => type === 'evidence.opened');
    expect(entry?.payload).toMatchObject({ item: id, reason: 'To check the date' });
  });

  it('is not there for whom its marking hides it', async () => {
    const bytes = text('for few');
    const { id } = await (await adding('plain', bytes, { tlp: 'RED' })).json();
    const other = await signedIn('Otto', 'recorder');
    const codes = await Promise.all([
      ...[fetched(id), fetched(id, other), fetched('nothing'), opened(id, other, { reason: 'x' })],
      ...[checked(id, other), fetched(id, ann), fetched(id, audrey)],
    ]);
    expect(codes.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 200, 200]);
    const answer = await list(asked('/x', { cookie: other.cookie }), at({ id: 'plain' }));
    expect(JSON.stringify(await answer.json())).not.toContain(sha256(bytes));
  });

  it('suspends the claims that rest on bytes that changed, until they are right again', async () => {
    const bytes = text('to be changed');
    const { id } = await (await adding('plain', bytes)).json();
    const claims = async () =>
      (await corpus()).incidents
        .find(({ incident }) => incident.id === 'plain')
        ?.incident.claims.map((claim) => claim.id);
    expect(await (await checked(id, ann)).json()).toMatchObject({ agrees: true, suspended: [] });
    expect(await claims()).toEqual(['c1']);
    const tamper = async (now: Uint8Array) => {
      await database().$executeRawUnsafe(
        'ALTER TABLE "EvidenceBlob" DISABLE TRIGGER "refuse_change"',
      );
      await database().$executeRaw`
        UPDATE "EvidenceBlob" SET "bytes" = ${Buffer.from(now)} WHERE "sha256" = ${sha256(bytes)}`;
      await database().$executeRawUnsafe(
        'ALTER TABLE "EvidenceBlob" ENABLE TRIGGER "refuse_change"',
      );
    };
    await tamper(text('changed'));
    expect((await fetched(id, ann)).status).toBe(409);
    expect(await (await checked(id, audrey)).json()).toEqual({
      ...{ agrees: false, seen: sha256('changed'), suspended: ['c1'] },
    });
    expect(await claims()).toEqual([]);
    await tamper(bytes);
    expect(await (await checked(id, audrey)).json()).toMatchObject({ agrees: true });
    expect(await claims()).toEqual(['c1']);
    expect(await checkLedger()).toMatchObject({ ok: true });
  });

  it.each([
    'UPDATE "EvidenceBlob" SET "size" = 1',
    'DELETE FROM "EvidenceBlob"',
    'UPDATE "EvidenceItem" SET "sealed" = false',
    'DELETE FROM "EvidenceItem"',
    'UPDATE "CustodyEvent" SET "reason" = NULL',
    'DELETE FROM "CustodyEvent"',
  ])('is guarded by the database: %s', async (statement) => {
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/refused/);
  });
});
