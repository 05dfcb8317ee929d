import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { POST as decide } from '@/app/api/v1/ledger/[seq]/redaction/decision/route';
import { POST as ask } from '@/app/api/v1/ledger/[seq]/redaction/route';
import { GET as download } from '@/app/api/v1/ledger/export/route';
import { GET as prove } from '@/app/api/v1/ledger/proofs/route';
import { GET as waiting } from '@/app/api/v1/ledger/redactions/route';
import { GET as roots } from '@/app/api/v1/ledger/roots/route';
import { GET as read } from '@/app/api/v1/ledger/route';
import { ExportReader } from '@/domain/ledger/export-reader';
import { ledgerProofSchema, proofHolds, proofMisfit, watchedFor } from '@/domain/ledger/proof';
import { ROLES } from '@/domain/role';
import { append, checkLedger, ledgerRecords, writing } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

const SECRET = 'Jane Doe of Elm Street';

function verdictOn(bytes: Uint8Array, reader = new ExportReader()) {
  reader.read(bytes);
  return reader.finish();
}

const bytesIn = async (reply: Response) => new Uint8Array(await reply.arrayBuffer());

onBoth('the ledger for readers', (fresh) => {
  let auditor: SignedIn;
  let admins: SignedIn[];
  let chair: SignedIn;
  beforeAll(async () => {
    await fresh();
    auditor = await signedIn('Ada', 'auditor');
    admins = [await signedIn('Ann', 'admin'), await signedIn('Bob', 'admin')];
    chair = await signedIn('Cy', 'chair');
    for (let n = 1; n <= 30; n += 1)
      await writing((tx) =>
        append(tx, {
          actor: n === 4 ? chair.actor : { kind: 'program', name: 'setup' },
          ...{ type: n % 2 === 0 ? 'test.even' : 'test.odd', subject: `test:${n}` },
          payload: { n, about: n === 4 ? SECRET : 'nobody' },
        }),
      );
  });
  const exported = async () => bytesIn(await download(asked('/ledger/export', auditor)));

  it('comes page by page, newest first, by type and subject', async () => {
    const page = async (query: string) =>
      (await read(asked(`/ledger?${query}`, auditor))).json() as Promise<{
        entries: { seq: number; by: string }[];
        next: number | null;
      }>;
    const first = await page('size=10');
    expect(first.entries.map(({ seq }) => seq)).toEqual([30, 29, 28, 27, 26, 25, 24, 23, 22, 21]);
    expect((await page(`size=10&before=${first.next}`)).entries[0]?.seq).toBe(20);
    expect((await page('type=test.even&size=200')).entries).toHaveLength(15);
    const about = await page('subject=test:4');
    expect(about).toMatchObject({ next: null, entries: [{ seq: 4, by: 'Cy' }] });
    for (const query of [
      'size=0',
      'size=201',
      'page=1',
      'before=x',
      'before=1&before=2',
      'type=',
    ]) {
      const reply = await read(asked(`/ledger?${query}`, auditor));
      expect(reply.status).toBe(400);
      expect((await reply.json()).error.field).toBe(query.split('=')[0]);
    }
  });

  it('is exported whole, the export being its last entry, and a changed byte is named', async () => {
    const reply = await download(asked('/ledger/export', auditor));
    expect(reply.headers.get('content-disposition')).toMatch(
      /^attachment; filename="servanda-ledger-\d{4}-\d\d-\d\d-31\.jsonl"$/,
    );
    const file = await bytesIn(reply);
    expect(verdictOn(file)).toMatchObject({ ok: true, entries: 31, redacted: 0 });
    expect((await ledgerRecords()).at(-1)).toMatchObject({
      ...{ type: 'ledger.exported', actor: auditor.actor.id },
    });
    const lines = new TextDecoder().decode(file).split('\n');
    const ends = lines.map(
      (_, line) => new TextEncoder().encode(lines.slice(0, line + 1).join('\n')).length,
    );
    const place = fc.tuple(fc.nat(file.length - 1), fc.nat(7));
    fc.assert(
      fc.property(place, ([byte, bit]) => {
        const changed = Uint8Array.from(file);
        changed[byte] = (changed[byte] ?? 0) ^ (1 << bit);
        const verdict = verdictOn(changed);
        const entry = ends.findIndex((end) => byte <= end);
        expect(verdict).toMatchObject({ ok: false, fault: { entry } });
      }),
      { numRuns: 150 },
    );
  });

  it('gives proofs of hashes to everybody, which hold and fit the export', async () => {
    const file = await exported();
    for (const query of ['entry=4', 'entry=30&size=31', 'from=7', 'from=7&to=30', 'from=1&to=1']) {
      const reply = await prove(asked(`/ledger/proofs?${query}`));
      expect(reply.headers.get('content-disposition')).toMatch(/servanda-proof-[a-z0-9-]+\.json/);
      const proof = ledgerProofSchema.parse(await reply.json());
      expect(proofHolds(proof)).toBe(true);
      const verdict = verdictOn(file, new ExportReader(watchedFor(proof)));
      expect(verdict.ok ? proofMisfit(proof, verdict) : verdict.fault).toBeNull();
    }
    for (const [query, status] of [
      ['entry=9999', 404],
      ['entry=3&size=9999', 404],
      ['entry=3&size=2', 400],
      ['from=9&to=3', 400],
      ['entry=0', 400],
      ['from=7&size=3', 400],
      ['', 400],
    ] as const)
      expect((await prove(asked(`/ledger/proofs?${query}`))).status, query).toBe(status);
    expect(await (await roots(asked('/ledger/roots'))).json()).toEqual({ roots: [] });
    expect((await roots(asked('/ledger/roots?day=2001-01-01'))).status).toBe(404);
    expect((await roots(asked('/ledger/roots?day=2001-02-30'))).status).toBe(400);
  });

  const asking = (who: SignedIn, seq: string, json: unknown = { reason: 'It names a person' }) =>
    ask(asked(`/ledger/${seq}/redaction`, { ...who, json }), at({ seq }));
  const deciding = (who: SignedIn, seq: string, accept: boolean) =>
    decide(
      asked(`/ledger/${seq}/redaction/decision`, { ...who, json: { accept, reason: 'Seen' } }),
      at({ seq }),
    );

  it('loses a payload by two people, and verifies as before', async () => {
    const [ann, bob] = admins;
    if (ann === undefined || bob === undefined) throw new Error('no admins');
    expect((await asking(auditor, '4')).status).toBe(403);
    expect((await asking(chair, '4')).status).toBe(403);
    expect((await deciding(bob, '4', true)).status).toBe(409);
    expect((await asking(ann, '4', { reason: ' ' })).status).toBe(422);
    expect((await asking(ann, '4')).status).toBe(201);
    expect((await asking(bob, '4')).status).toBe(409);
    expect(await (await deciding(ann, '4', true)).json()).toMatchObject({ code: 'same_person' });
    expect(await (await deciding(chair, '4', true)).json()).toMatchObject({ code: 'own_work' });
    const listed = await waiting(asked('/ledger/redactions', bob));
    expect(await listed.json()).toMatchObject({
      redactions: [{ seq: 4, type: 'test.even', reason: 'It names a person', askedBy: 'Ann' }],
    });
    expect((await deciding(bob, '4', false)).status).toBe(200);
    expect((await deciding(bob, '4', true)).status).toBe(409);
    expect((await asking(bob, '4')).status).toBe(201);
    expect(await (await deciding(ann, '4', true)).json()).toMatchObject({ redacted: true });
    expect((await asking(ann, '4')).status).toBe(409);
    expect(await (await waiting(asked('/ledger/redactions', bob))).json()).toEqual({
      redactions: [],
    });
    for (const seq of ['9999', '0', 'x', '99999999999'])
      for (const reply of [await asking(ann, seq), await deciding(ann, seq, true)])
        expect(reply.status).toBe(404);
    expect(await checkLedger()).toMatchObject({ ok: true });
    const file = await exported();
    expect(verdictOn(file)).toMatchObject({ ok: true, redacted: 1 });
    expect(new TextDecoder().decode(file)).not.toContain(SECRET);
  });

  it('is read and exported by the auditor alone, and who else tried to export it is told', async () => {
    const before = (await ledgerRecords()).length;
    for (const role of ROLES) {
      if (role === 'auditor' || role === 'delegate') continue;
      const { cookie } = await signedIn(`Not ${role}`, role);
      for (const route of [read, download])
        expect((await route(asked('/ledger', { cookie }))).status).toBe(403);
    }
    for (const route of [read, download, waiting])
      expect((await route(asked('/ledger'))).status).toBe(401);
    const last = (await ledgerRecords()).slice(before);
    expect(new Set(last.map(({ type, subject }) => `${type} ${subject}`))).toEqual(
      new Set(['access.refused ledger']),
    );
  });
});
