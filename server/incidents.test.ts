import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '@/domain/ledger';
import { database } from './database';
import { PUBLIC, type Visibility } from './incident-search';
import {
  getIncident,
  listIncidents,
  listRevisions,
  logIncident,
  reviseIncident,
} from './incidents';
import { ingest } from './ingest';
import { checkLedger, ledgerRecords } from './ledger';
import { onBoth } from './testing/both';
import { anIncident } from './testing/incident';

const author = { kind: 'program', name: 'import' } as const;
const ALL: Visibility = {
  tlp: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'],
  publishedOnly: false,
};

onBoth('incidents', (fresh) => {
  describe('writing', () => {
    beforeAll(fresh);

    it('logs revision 1 with its ledger entry, unpublished', async () => {
      const incident = anIncident('first');
      const logged = await logIncident(author, incident, 'new report');
      expect(logged).toEqual({ ok: true, revision: 1, ledgerSeq: 1 });
      expect(await getIncident('first', PUBLIC)).toBeNull();
      const kept = await getIncident('first', ALL);
      expect(kept?.incident).toEqual(incident);
      expect(kept).toMatchObject({ revision: 1, published: false, payloadHash: hashOf(incident) });
      const [entry] = await ledgerRecords();
      expect(entry).toMatchObject({ type: 'incident.logged', subject: 'incident:first' });
      expect(entry?.payload).toMatchObject({ hash: hashOf(incident), reason: 'new report' });
    });

    it('refuses an id that is taken, and writes nothing', async () => {
      const refused = await logIncident(author, anIncident('first'), 'again');
      expect(refused).toEqual({ ok: false, code: 'exists' });
      expect(await ledgerRecords()).toHaveLength(1);
    });

    it('revises on the current revision only', async () => {
      const changed = anIncident('first', { severity: 5, title: 'Changed' });
      expect(await reviseIncident(author, 'first', 1, changed, 'graver')).toMatchObject({
        ok: true,
        revision: 2,
      });
      const stale = await reviseIncident(author, 'first', 1, anIncident('first'), 'late');
      expect(stale).toEqual({ ok: false, code: 'stale', current: 2 });
      const refusals = await Promise.all([
        reviseIncident(author, 'nobody', 1, anIncident('nobody'), ''),
        reviseIncident(author, 'first', 2, anIncident('other'), ''),
        reviseIncident(author, 'first', 2, changed, ''),
      ]);
      expect(refusals.map((each) => !each.ok && each.code)).toEqual([
        'unknown',
        'renamed',
        'unchanged',
      ]);
      expect(
        (await listRevisions('first')).map(({ number, basedOn }) => [number, basedOn]),
      ).toEqual([
        [2, 1],
        [1, null],
      ]);
    });

    it('lets one of several revisions at once win', async () => {
      const results = await Promise.all(
        [1, 2, 3, 4].map((severity) =>
          reviseIncident(author, 'first', 2, anIncident('first', { severity }), `to ${severity}`),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter((each) => !each.ok && each.code === 'stale')).toHaveLength(3);
      expect(await checkLedger()).toMatchObject({ ok: true, entries: 3 });
    });
  });

  describe('searching', () => {
    beforeAll(async () => {
      await fresh();
      const day = (date: string) => ({ date, precision: 'day' as const });
      const incidents = [
        anIncident('a-dnc', { title: 'Émails of a committee leaked', severity: 5 }),
        anIncident('b-grid', {
          ...{ title: 'Power grid disrupted', conduct: ['disruption'], severity: 3 },
          ...{ objects: ['critical-infrastructure'], victimStates: ['UA'], disclosed: null },
          started: day('2015-12-23'),
        }),
        anIncident('c-green', { tlp: 'GREEN', title: 'Held back' }),
        anIncident('d-retracted', { status: 'retracted', severity: 1, claims: [] }),
      ];
      const dossier = {
        ...{ format: 'servanda.dossier/1' as const, title: 'Test', license: 'CC0-1.0' },
        ...{ compiledOn: '2026-11-22', monitoring: [], incidents },
      };
      await ingest(author, { id: 'test', dossier, published: true, reason: 'test' });
      await logIncident(author, anIncident('e-new', { title: 'Not yet published' }), 'test');
    });

    const ids = async (query: Parameters<typeof listIncidents>[0], visibility = PUBLIC) =>
      (await listIncidents({ sort: 'title', descending: false, ...query }, visibility)).items.map(
        ({ incident }) => incident.id,
      );

    it('shows a visitor what is published and CLEAR, an account more', async () => {
      expect((await ids({})).sort()).toEqual(['a-dnc', 'b-grid', 'd-retracted']);
      expect((await ids({}, ALL)).sort()).toHaveLength(5);
      expect(await getIncident('c-green', PUBLIC)).toBeNull();
    });

    it.each([
      [{ text: 'emails LEAK' }, ['a-dnc']],
      [{ text: "leaked & ' | :*" }, ['a-dnc']],
      [{ text: 'leaked grid' }, []],
      [{ text: 'unit 26165' }, ['a-dnc', 'b-grid']],
      [{ conduct: ['disruption', 'sabotage'] }, ['b-grid']],
      [{ objects: ['critical-infrastructure'] }, ['b-grid']],
      [{ victims: ['UA'] }, ['b-grid']],
      [{ accused: ['RU'] }, ['a-dnc', 'b-grid']],
      [{ status: ['retracted'] }, ['d-retracted']],
      [{ minSeverity: 3, maxSeverity: 4 }, ['b-grid']],
      [{ to: Date.UTC(2016, 0, 1) }, ['b-grid']],
      [{ from: Date.UTC(2016, 2, 31) }, ['a-dnc', 'd-retracted']],
    ])('finds by %j', async (query, expected) => {
      expect((await ids(query)).sort()).toEqual(expected);
    });

    it('sorts, unknown values last, and pages with the total', async () => {
      expect(await ids({ sort: 'severity', descending: true })).toEqual([
        ...['a-dnc', 'b-grid', 'd-retracted'],
      ]);
      expect((await ids({ sort: 'disclosed', descending: true })).at(-1)).toBe('b-grid');
      expect(await ids({ sort: 'started', descending: false, pageSize: 1 })).toEqual(['b-grid']);
      const page = await listIncidents({ sort: 'severity', pageSize: 2, page: 2 }, PUBLIC);
      expect(page).toMatchObject({ total: 3, page: 2, pageSize: 2 });
      expect(page.items.map(({ incident }) => incident.id)).toEqual(['d-retracted']);
    });

    it('keeps a whole batch under one ledger entry with the hash of each', async () => {
      const [entry] = await ledgerRecords();
      expect(entry).toMatchObject({ type: 'dossier.imported', subject: 'dossier:test' });
      expect(entry?.payload).toMatchObject({ published: true });
      const kept = await database().incidentRevision.findMany({ orderBy: { incidentId: 'asc' } });
      for (const { payload, payloadHash } of kept) expect(hashOf(payload)).toBe(payloadHash);
    });

    it('refuses a batch that is there already, whole', async () => {
      const incidents = [anIncident('z-new'), anIncident('a-dnc')];
      const dossier = {
        ...{ format: 'servanda.dossier/1' as const, title: 'Test', license: 'CC0-1.0' },
        ...{ compiledOn: '2026-11-22', monitoring: [], incidents },
      };
      const batch = { id: 'other', dossier, published: true, reason: 'test' };
      expect(await ingest(author, batch)).toEqual({ ok: false, code: 'exists', ids: ['a-dnc'] });
      expect(await getIncident('z-new', ALL)).toBeNull();
    });
  });
});
