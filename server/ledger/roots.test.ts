import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { canonicalJson, eventOf } from '@/domain/ledger';
import { proofHolds } from '@/domain/ledger/proof';
import { merkleRoot } from '@/domain/merkle';
import { database } from '@/server/database';
import { append, checkLedger, ledgerRecords, writing } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { consistencyProof, inclusionProof } from './proofs';
import { listRoots, rootOf } from './roots';

const actor = { kind: 'program', name: 'setup' } as const;
const happening = (n: number) => ({
  ...{ actor, type: 'test.done', subject: `test:${n}`, payload: { n } },
});
const write = (n: number) => writing((tx) => append(tx, happening(n)));

/** The clock of this process stands at a time; timers go on. */
const itIs = (time: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });

async function rootOfFirst(size: number): Promise<string> {
  const records = (await ledgerRecords()).slice(0, size);
  return merkleRoot(
    records.map((record) => new TextEncoder().encode(canonicalJson(eventOf(record)))),
  );
}

onBoth('daily roots', (fresh) => {
  beforeAll(fresh);
  afterEach(() => {
    vi.useRealTimers();
  });

  it('there are none before an entry, nor of a day that goes on', async () => {
    itIs('2030-01-01T23:00:00Z');
    expect(await rootOf('2029-12-31')).toBeNull();
    for (let n = 1; n <= 5; n += 1) await write(n);
    expect(await rootOf('2030-01-01')).toBeNull();
    expect(await listRoots(10)).toEqual([]);
  });

  it('are stated once by whoever writes first, however many write at once, without fork or gap', async () => {
    itIs('2030-01-02T00:00:00.001Z');
    const failing = (n: number) =>
      writing(async (tx) => {
        await append(tx, happening(n));
        throw new Error('no');
      });
    const writers = Array.from({ length: 20 }, async (_, n) => {
      if (n % 5 === 0) await expect(failing(n)).rejects.toThrow('no');
      await write(n);
      return (await write(n)).seq;
    });
    await Promise.all(writers);
    const records = await ledgerRecords();
    expect(records.map(({ seq }) => seq)).toEqual(Array.from({ length: 46 }, (_, n) => n + 1));
    expect(records.flatMap(({ type, seq }) => (type === 'ledger.rooted' ? [seq] : []))).toEqual([
      6,
    ]);
    expect(await checkLedger()).toMatchObject({ ok: true, entries: 46 });
    expect(await rootOf('2030-01-01')).toEqual({
      ...{ day: '2030-01-01', treeSize: 5, entry: 6, computedAt: '2030-01-02T00:00:00.001Z' },
      ...{ root: await rootOfFirst(5), head: records[4]?.chainHash },
    });
    expect(records[5]?.payload).toEqual({
      ...{ day: '2030-01-01', treeSize: 5 },
      ...{ root: await rootOfFirst(5), head: records[4]?.chainHash },
    });
  });

  it('are stated by the first reader too, and go on from the day before', async () => {
    itIs('2030-01-05T12:00:00Z');
    const readers = await Promise.all(['2030-01-02', '2030-01-04', '2030-01-02'].map(rootOf));
    for (const root of readers)
      expect(root).toMatchObject({
        ...{ day: '2030-01-02', treeSize: 46, entry: 47, root: await rootOfFirst(46) },
      });
    expect((await listRoots(10)).map(({ day }) => day)).toEqual(['2030-01-02', '2030-01-01']);
    expect((await listRoots(10, '2030-01-02')).map(({ day }) => day)).toEqual(['2030-01-01']);
    expect(await checkLedger()).toMatchObject({ ok: true, entries: 47 });
  });

  it('are tied to each other and to every entry by proofs that hold', async () => {
    const [later, earlier] = await listRoots(2);
    if (later === undefined || earlier === undefined) throw new Error('no roots');
    const grown = await consistencyProof(earlier.treeSize, later.treeSize);
    if (!grown.ok) throw new Error(grown.code);
    expect(proofHolds(grown.proof)).toBe(true);
    expect([grown.proof.from.root, grown.proof.to.root]).toEqual([earlier.root, later.root]);
    for (let entry = 1; entry <= later.treeSize; entry += 1) {
      const inside = await inclusionProof(entry, later.treeSize);
      if (!inside.ok) throw new Error(inside.code);
      expect(proofHolds(inside.proof)).toBe(true);
      expect(inside.proof.root).toBe(later.root);
    }
    await write(48);
    expect(await inclusionProof(48)).toMatchObject({ ok: true, proof: { treeSize: 48 } });
    expect(await inclusionProof(49)).toEqual({ ok: false, code: 'unknown_entry' });
    expect(await consistencyProof(1, 49)).toEqual({ ok: false, code: 'unknown_size' });
    expect(await consistencyProof(9, 3)).toEqual({ ok: false, code: 'order' });
  });

  it.each([
    'UPDATE "LedgerRoot" SET "root" = \'x\'',
    'DELETE FROM "LedgerRoot"',
    'TRUNCATE "LedgerRoot"',
    'UPDATE "LedgerPayload" SET "salt" = \'x\' WHERE "seq" = 1',
    'UPDATE "LedgerPayload" SET "payload" = NULL, "redactedAt" = now() WHERE "seq" = 1',
  ])('are guarded by the database, and so are the salts: %s', async (statement) => {
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/refused/);
  });
});
