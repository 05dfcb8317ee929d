import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { corpus, visibleIncidents } from '@/server/corpus';
import { database } from '@/server/database';
import { PUBLIC } from '@/server/incident-search';
import { listIncidents, logIncident, reviseIncident } from '@/server/incidents';
import { append, checkLedger, ledgerRecords } from '@/server/ledger';
import { getPact, listPacts, listPactVersions } from '@/server/pacts';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { readCorpus } from './corpus-files';
import { room } from './migration-files';
import { seed } from './seed';

const folder = join(room, '..', 'corpus');
const author = { kind: 'program', name: 'import' } as const;

onBoth('the seed', (fresh) => {
  const files = readCorpus(folder);
  const incidents = files.dossiers.flatMap(({ dossier }) => dossier.incidents);

  beforeAll(async () => {
    await fresh();
    await seed(folder);
  });

  it('refuses files that do not validate, with every fault, and writes nothing', async () => {
    await fresh();
    const wrong = mkdtempSync(join(tmpdir(), 'servanda-'));
    writeFileSync(join(wrong, 'a.json'), '{"format":"servanda.dossier/1","titel":"x"}');
    writeFileSync(join(wrong, 'b.json'), 'not json');
    const refused = await seed(wrong);
    rmSync(wrong, { recursive: true });
    const faults = refused.outcome === 'refused' ? refused.faults : [];
    expect(faults.some((line) => /^a\.json: .*unknown key "titel"/.test(line))).toBe(true);
    expect(faults.some((line) => /^b\.json: .*not JSON/.test(line))).toBe(true);
    expect(await ledgerRecords()).toEqual([]);
    expect(await seed(folder)).toMatchObject({ outcome: 'seeded', incidents: incidents.length });
  });

  it('runs once', async () => {
    expect(await seed(folder)).toEqual({ outcome: 'kept' });
    expect(await database().incident.count()).toBe(incidents.length);
    expect(await checkLedger()).toMatchObject({ ok: true, entries: 2 + files.dossiers.length });
  });

  it('keeps every incident as the files have it, published', async () => {
    const { incidents: kept, compiledOn, monitoring } = await corpus();
    const byId = new Map(incidents.map((incident) => [incident.id, incident]));
    expect(kept).toHaveLength(byId.size);
    for (const { incident, published, revision } of kept) {
      expect(incident).toEqual(byId.get(incident.id));
      expect([published, revision]).toEqual([true, 1]);
    }
    expect(compiledOn).toBe(
      files.dossiers
        .map(({ dossier }) => dossier.compiledOn)
        .sort()
        .at(-1),
    );
    expect(monitoring).toHaveLength(
      files.dossiers.flatMap((each) => each.dossier.monitoring).length,
    );
    expect((await listIncidents({}, PUBLIC)).total).toBe(
      incidents.filter(({ tlp }) => tlp === 'CLEAR').length,
    );
  });

  it('gives pacts back as the library has them, adherence joined in', async () => {
    const sorted = [...files.pacts].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await listPacts()).toEqual(sorted);
    const [first] = sorted;
    expect(await getPact(first?.id ?? '', first?.version)).toEqual(first);
    expect(await getPact(first?.id ?? '', 99)).toBeNull();
    expect(await listPactVersions(first?.id ?? '')).toHaveLength(1);
  });

  it('shows a write of this process in the corpus at once, and only that anew', async () => {
    const before = await corpus();
    expect(await corpus()).toBe(before);
    await logIncident(author, anIncident('zz-new'), 'test');
    const after = await corpus();
    expect(after.version).toBe(before.version + 1);
    expect(after.incidents).toHaveLength(before.incidents.length + 1);
    expect(after.incidents[0]).toBe(before.incidents[0]);
    expect(visibleIncidents(after, PUBLIC)).toHaveLength(visibleIncidents(before, PUBLIC).length);
    await reviseIncident(author, 'zz-new', 1, anIncident('zz-new', { severity: 1 }), 'test');
    expect((await corpus()).incidents.at(-1)).toMatchObject({
      revision: 2,
      incident: { severity: 1 },
    });
  });

  it("shows another writer's write within two seconds", async () => {
    const { version } = await corpus();
    await database().$transaction((tx) =>
      append(tx, { actor: author, type: 'test.done', subject: 'test:1', payload: null }),
    );
    await expect.poll(async () => (await corpus()).version, { timeout: 2000 }).toBe(version + 1);
  });
});
