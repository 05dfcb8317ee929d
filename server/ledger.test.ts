import { beforeAll, expect, it } from 'vitest';
import { database } from './database';
import { logIncident } from './incidents';
import { append, checkLedger, ledgerRecords, redact, writing } from './ledger';
import { onBoth } from './testing/both';
import { anIncident } from './testing/incident';

const actor = { kind: 'program', name: 'setup' } as const;
const happening = (n: number) => ({
  actor,
  type: 'test.done',
  subject: `test:${n}`,
  payload: { n },
});

onBoth('the ledger', (fresh) => {
  beforeAll(fresh);

  it('starts empty and whole', async () => {
    expect(await checkLedger()).toMatchObject({ ok: true, entries: 0 });
  });

  it('takes twenty appends at once without fork or gap', async () => {
    const entries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        database().$transaction((tx) => append(tx, happening(n))),
      ),
    );
    expect(entries.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
    expect(await checkLedger()).toMatchObject({ ok: true, entries: 20 });
  });

  it('forgets an entry whose transaction fails, and leaves no gap', async () => {
    const failing = writing(async (tx) => {
      await append(tx, happening(98));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await writing((tx) => append(tx, happening(99)));
    expect(await checkLedger()).toMatchObject({ ok: true, entries: 21 });
  });

  it('keeps instants to the millisecond, in UTC', async () => {
    const before = Date.now();
    const entry = await writing((tx) => append(tx, happening(100)));
    const kept = await database().ledgerEntry.findUniqueOrThrow({ where: { seq: entry.seq } });
    expect(kept.at.toISOString()).toBe(entry.at);
    expect(Math.abs(kept.at.getTime() - before)).toBeLessThan(60_000);
  });

  it('redacts a payload, enters that it did, and still verifies', async () => {
    const { seq } = await writing((tx) => redact(tx, actor, 3, 'names a private person'));
    const records = await ledgerRecords();
    expect(records[2]).toMatchObject({ payload: null, redacted: true });
    expect(records.at(-1)).toMatchObject({ seq, type: 'ledger.redacted', subject: 'ledger:3' });
    expect(await checkLedger()).toMatchObject({ ok: true, entries: 23 });
    await expect(writing((tx) => redact(tx, actor, 3, 'again'))).rejects.toThrow(/redacted, once/);
  });

  it.each([
    'UPDATE "LedgerEntry" SET "actor" = \'x\'',
    'DELETE FROM "LedgerEntry"',
    'TRUNCATE "LedgerEntry" CASCADE',
    'DELETE FROM "LedgerPayload"',
    'TRUNCATE "LedgerPayload"',
    'UPDATE "LedgerPayload" SET "payload" = \'{}\'::jsonb WHERE "seq" = 1',
    'UPDATE "IncidentRevision" SET "reason" = \'x\'',
    'DELETE FROM "IncidentRevision"',
    'TRUNCATE "IncidentRevision"',
    'UPDATE "PactVersion" SET "textHash" = \'x\'',
    'DELETE FROM "PactVersion"',
    'TRUNCATE "PactVersion" CASCADE',
    'UPDATE "AdherenceEvent" SET "state" = \'signed\'',
    'DELETE FROM "AdherenceEvent"',
    'TRUNCATE "AdherenceEvent"',
    'DELETE FROM "PactDraft"',
    'UPDATE "PolicyVersion" SET "id" = \'x\'',
    'DELETE FROM "PolicyVersion"',
    'TRUNCATE "PolicyVersion" CASCADE',
  ])('is guarded by the database: %s', async (statement) => {
    await logIncident(actor, anIncident('guarded'), 'test');
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/refused/);
    expect(await database().incidentRevision.count()).toBe(1);
  });
});
