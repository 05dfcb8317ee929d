import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dossierSchema } from '@/domain/dossier';
import type { Incident } from '@/domain/incident';
import { fromBuffer, toBuffer } from '@/domain/lab/buffer';
import { storeOf } from '@/domain/lab/builder';
import { dayOf } from '@/domain/lab/day';
import { score } from '@/domain/lab/engine';
import { pick } from '@/domain/lab/pick';
import type { Rollup } from '@/domain/lab/rollup';
import { type Pact, pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { corpus, visibleIncidents } from '@/server/corpus';
import { closeDatabase, database } from '@/server/database';
import { PUBLIC, type Visibility } from '@/server/incident-search';
import { logIncident, reviseIncident } from '@/server/incidents';
import { ingest } from '@/server/ingest';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { baseOf, settled } from './base';
import { columnsSoon, columnsWritten, type KeptColumns, keptColumns } from './kept';
import { keyOf } from './key';
import { seenColumns } from './seen';
import { keepUnder, keptUnder } from './storage';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), 'utf8'));
const whole = dossierSchema.parse(read('russia-west'));
const dossier = { ...whole, incidents: whole.incidents.slice(0, 30) };
const PACTS = ['anti-doxing-2017', 'maximal-package'];
const pacts = pactLibrarySchema.parse(read('pacts')).pacts.filter(({ id }) => PACTS.includes(id));

const author = { kind: 'program', name: 'import' } as const;
const packing = { policy: POLICY_2026_11, compiledOn: dossier.compiledOn };
const ASKED = ['2026-11-22', '2017-06-30'].map((day) => Date.parse(`${day}T23:59:59.999Z`));
const kept = () => keptColumns(packing, 0);

const EVERYTHING: Visibility = {
  ...{ tlp: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'], publishedOnly: false },
};
const [first, second] = dossier.incidents;
if (first === undefined || second === undefined) throw new Error('no incidents');
const READERS: Record<string, Visibility> = {
  visitor: PUBLIC,
  recorder: EVERYTHING,
  'somebody still blind': { ...EVERYTHING, without: [first.id, 'late-leak'] },
};

const digest = (rollups: readonly Rollup[]): string =>
  createHash('sha256')
    .update(JSON.stringify(rollups.map((one) => Object.entries(one).map(([, own]) => [...own]))))
    .digest('hex');
const each = async (of: (pact: Pact, asOf: number) => Rollup | Promise<Rollup>) =>
  digest(await Promise.all(pacts.flatMap((pact) => ASKED.map((asOf) => of(pact, asOf)))));
const freshly = (incidents: readonly Incident[]): Promise<string> => {
  const store = storeOf(incidents, packing);
  return each((pact, asOf) => score(dayOf(store, asOf), { pact, assumedFrom: null }));
};

/** The columns give every reader what their incidents give, packed anew. */
async function expectEqual(given?: KeptColumns): Promise<void> {
  const held = given ?? (await kept());
  for (const visibility of Object.values(READERS)) {
    const incidents = visibleIncidents(await corpus(), visibility);
    const seen = seenColumns(held, visibility);
    expect(seen.count).toBe(incidents.length);
    expect(
      await each((pact, asOf) => seen.rollup({ base: pact, pact, assumedFrom: null, asOf })),
    ).toBe(await freshly(incidents));
    expect(
      await each((pact, asOf) =>
        score(dayOf(fromBuffer(toBuffer(seen.storeFor(pact))), asOf), {
          ...{ pact, assumedFrom: null },
        }),
      ),
    ).toBe(await freshly(incidents));
  }
}

async function filled(): Promise<void> {
  await ingest(author, { id: 'd', dossier, published: true, reason: 'test' });
  const hidden = anIncident('hidden-leak', { tlp: 'RED', victimStates: ['LI'], severity: 5 });
  await logIncident(author, hidden, 'test');
}

onBoth('kept columns', (fresh) => {
  it('give what incidents packed anew give, built, refreshed and read back', async () => {
    await fresh();
    await filled();
    await expectEqual();
    const built = await kept();
    const { incidents } = await corpus();
    const held = incidents.find(({ incident }) => incident.id === second.id);
    if (held === undefined) throw new Error('no such incident');
    const revised = { ...held.written, claims: [] };
    const done = await reviseIncident(author, second.id, held.revision, revised, 'test');
    expect(done.ok).toBe(true);
    await logIncident(author, anIncident('late-leak', { tlp: 'GREEN' }), 'test');
    await expectEqual();
    const refreshed = await kept();
    expect(refreshed.base).toBe(built.base);
    expect([...refreshed.fresh.keys()].sort()).toEqual(['late-leak', second.id].sort());

    const { gone, fresh: beside, since, version } = refreshed;
    expect(gone.size).toBe(1);
    const at = { seq: built.base.seq, since, version };
    const base = settled(refreshed.base, { gone, fresh: beside.values() }, at);
    const none = { gone: new Set<number>(), fresh: new Map() };
    await expectEqual({ ...{ base, since, version }, ...none });

    await columnsWritten();
    await closeDatabase();
    expect(await keptUnder(keyOf(packing))).toMatchObject({ seq: built.base.seq });
    await expectEqual();
    expect((await kept()).fresh.size).toBe(2);
  });

  it('are being packed while nobody waits, and a reader is told how far it is', async () => {
    const other = { ...packing, compiledOn: '2026-11-01' };
    const soon = await columnsSoon(other, Infinity, 0);
    expect('packed' in soon ? soon.packed : soon.base.roll.size).toBeGreaterThanOrEqual(0);
    const { base } = await keptColumns(other, Infinity);
    expect(base.roll.size).toBeGreaterThan(0);
    expect(await columnsSoon(other, Infinity, 0)).toBe(await keptColumns(other, Infinity));
  });

  it('hold nothing of a record that is hidden from whoever asks', async () => {
    const held = await kept();
    for (const pact of pacts) {
      const own = seenColumns(held, PUBLIC).storeFor(pact);
      expect(own.states).not.toContain('LI');
      const alone = pick(storeOf(visibleIncidents(await corpus(), PUBLIC), packing), pact);
      expect(own.incidents).toBe(alone.incidents);
      for (const name of ['incident', 'points', 'answers', 'holdFlags'] as const)
        expect(own.columns[name].length).toBe(alone.columns[name].length);
      expect(own.columns.kindSeverity.length).toBeLessThanOrEqual(
        alone.columns.kindSeverity.length,
      );
    }
  });

  it.each([
    ['a part that was changed', `UPDATE "KeptColumnsPart" SET "bytes" = 'x' WHERE "number" = 1`],
    ['a part with a hash that is not its own', `UPDATE "KeptColumnsPart" SET "sha256" = 'x'`],
    ['a part that is missing', `DELETE FROM "KeptColumnsPart" WHERE "number" = 2`],
    ['contents of other columns', `UPDATE "KeptColumns" SET "parts" = 1`],
  ])('are packed anew where there is %s', async (_, sql) => {
    await kept();
    await columnsWritten();
    const key = keyOf(packing);
    expect(await keptUnder(key)).not.toBeNull();
    await database().$executeRawUnsafe(sql);
    expect(await keptUnder(key)).toBeNull();
    await closeDatabase();
    await expectEqual();
    await columnsWritten();
    expect(await keptUnder(key)).not.toBeNull();
  });

  it('are whole whoever else writes them at the same time, and never older ones over newer', async () => {
    const { base } = await kept();
    const key = keyOf(packing);
    const newer = { ...base, seq: base.seq + 1 };
    const both = await Promise.all([keepUnder(key, newer), keepUnder(key, base)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await keptUnder(key)).not.toBeNull();
    expect(await keepUnder(key, newer)).toBe(true);
    expect(await keepUnder(key, base)).toBe(false);
    const read = await keptUnder(key);
    expect(read?.seq).toBe(newer.seq);
    expect(read === null ? 0 : baseOf(read).numbers.of(first.id)).toHaveLength(1);
    const parts = await database().keptColumnsPart.findMany({ distinct: ['generation'] });
    expect(parts).toHaveLength(1);
    expect(await keepUnder(key, newer, () => false)).toBe(false);
    expect((await keptUnder(key))?.seq).toBe(newer.seq);
  });
});
