import { beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '@/domain/dossier';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import type { StandingFilter } from '@/domain/standing-view';
import { explainFinding } from './explanation';
import { PUBLIC, type Visibility } from './incident-search';
import { ingest } from './ingest';
import { append, writing } from './ledger';
import { keepPact } from './pacts';
import { standingFindings, standingView } from './standing';
import { onBoth } from './testing/both';
import { anIncident } from './testing/incident';
import { aPact } from './testing/pact';

const author = { kind: 'program', name: 'import' } as const;
const INSIDE: Visibility = { tlp: ['CLEAR', 'GREEN', 'AMBER'], publishedOnly: false };

function dossier(): Dossier {
  return {
    format: 'servanda.dossier/1',
    title: 'For tests',
    license: 'CC0-1.0',
    compiledOn: '2026-11-22',
    monitoring: [{ victimState: 'US', from: '2015-01-01', to: '2020-12-31', effort: 1 }],
    incidents: [
      anIncident('open-leak'),
      anIncident('quiet-leak', { tlp: 'AMBER' }),
      anIncident('future-leak', { started: { date: '2099-01-01', precision: 'day' } }),
    ],
  };
}

async function filled(): Promise<void> {
  await ingest(author, { id: 'd', dossier: dossier(), published: true, reason: 'test' });
  await ingest(author, {
    id: 'drafts',
    dossier: { ...dossier(), monitoring: [], incidents: [anIncident('draft-leak')] },
    published: false,
    reason: 'test',
  });
  await writing(async (tx) => {
    const { at } = await append(tx, {
      actor: author,
      type: 'pacts.imported',
      subject: 'pacts:library',
      payload: {},
    });
    for (const pact of [
      aPact('a-pact'),
      aPact('old-treaty', { kind: 'historical', assumedInForce: null }),
      aPact('kept', { referenceOnly: true }),
    ])
      await keepPact(tx, author, pact, new Date(at));
  });
}

const filter = (changes: Partial<StandingFilter> = {}): StandingFilter => ({
  ...DEFAULT_FILTER,
  pact: 'a-pact',
  ...changes,
});

async function counted(changes: Partial<StandingFilter>, visibility: Visibility) {
  const answer = await standingFindings(filter(changes), visibility);
  return answer.ok ? answer.list.rows.map(({ incident }) => incident).sort() : answer.refusal.code;
}

async function refusal(changes: Partial<StandingFilter>) {
  const answer = await standingView(filter(changes), PUBLIC);
  return answer.ok ? null : [answer.refusal.code, answer.refusal.field];
}

onBoth('standing', (fresh) => {
  beforeAll(async () => {
    await fresh();
    await filled();
  });

  it('shows a visitor what is published and CLEAR, and an insider the rest', async () => {
    expect(await counted({}, PUBLIC)).toEqual(['open-leak']);
    expect(await counted({}, INSIDE)).toEqual(['draft-leak', 'open-leak', 'quiet-leak']);
    const answer = await standingView(filter(), PUBLIC);
    expect(answer.ok && answer.view.corpus.incidents).toBe(2);
    expect(JSON.stringify(answer)).not.toMatch(/quiet|draft/);
  });

  it('leaves out what begins after the day asked about', async () => {
    expect(await counted({ asOf: '2016-01-01' }, PUBLIC)).toEqual([]);
    expect(await counted({ asOf: '2099-12-31' }, PUBLIC)).toEqual(['future-leak', 'open-leak']);
  });

  it('refuses what is not there, and a day assumed of a historical pact', async () => {
    expect(await refusal({ pact: 'nowhere' })).toEqual(['unknown_pact', 'pact']);
    expect(await refusal({ clause: 'c9' })).toEqual(['unknown_clause', 'clause']);
    expect(await refusal({ party: 'DE' })).toEqual(['unknown_party', 'party']);
    expect(await refusal({ pact: 'old-treaty', from: '2016-01-01' })).toEqual([
      'historical_pact',
      'from',
    ]);
    expect(await refusal({ from: '2016-12-01' })).toBeNull();
  });

  it('tags an answer by what it rests on', async () => {
    const tag = async (changes: Partial<StandingFilter>, visibility = PUBLIC) => {
      const answer = await standingView(filter(changes), visibility);
      return answer.ok ? answer.etag : '';
    };
    expect(await tag({})).toBe(await tag({}));
    const others = [
      await tag({ by: 'month' }),
      await tag({ asOf: '2020-01-01' }),
      await tag({}, INSIDE),
    ];
    expect(new Set([await tag({}), ...others]).size).toBe(4);
  });

  describe('one finding', () => {
    const asked = {
      pact: 'a-pact',
      incident: 'open-leak',
      clause: 'c1',
      accused: 'RU',
      asOf: '2020-01-01',
      from: null,
    };

    it('is explained with every test, and what each claim adds', async () => {
      const answer = await explainFinding(asked, PUBLIC);
      expect(answer).toMatchObject({
        ok: true,
        explained: {
          finding: { incident: 'open-leak', clause: 'c1', accused: 'RU' },
          contributions: [{ claim: 'c1' }],
          leaveOneOut: [{ claim: 'c1' }],
        },
      });
      expect(answer.ok && answer.explained.steps.length).toBeGreaterThan(8);
    });

    it('cannot be told from one that is not there by who may not see it', async () => {
      const hidden = await explainFinding({ ...asked, incident: 'quiet-leak' }, PUBLIC);
      expect(hidden).toMatchObject({ ok: false, refusal: { code: 'unknown_incident' } });
      const seen = await explainFinding({ ...asked, incident: 'quiet-leak' }, INSIDE);
      expect(seen.ok).toBe(true);
    });

    it.each([
      [{ pact: 'nowhere' }, 'unknown_pact'],
      [{ pact: 'kept' }, 'reference_only'],
      [{ clause: 'c9' }, 'unknown_clause'],
      [{ accused: 'US' }, 'unknown_case'],
      [{ accused: null }, 'unknown_case'],
    ])('%j is refused: %s', async (changes, code) => {
      expect(await explainFinding({ ...asked, ...changes }, PUBLIC)).toMatchObject({
        ok: false,
        refusal: { code },
      });
    });
  });

  it('counts nothing as signed that no commission signed, and shows it as pending', async () => {
    // What the commission signed: server/commission/commission.test.ts.
    const answer = await standingView(filter({ counting: 'signed', party: 'RU' }), PUBLIC);
    expect(answer.ok && [answer.view.signed, answer.view.standings[0]?.counts]).toMatchObject([
      ...[0, { VIOLATION_OMISSION: 0, PENDING: 1 }],
    ]);
  });
});
