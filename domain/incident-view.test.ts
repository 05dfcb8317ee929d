import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAsOf } from './dates';
import { dossierSchema } from './dossier';
import { incidentTimeline } from './incident-timeline';
import { type CaseChoice, incidentView } from './incident-view';
import { pactLibrarySchema } from './pact';
import { POLICY_2026_11 } from './policy';

const read = (name: string): unknown => JSON.parse(readFileSync(`corpus/${name}.json`, 'utf8'));
const dossier = dossierSchema.parse(read('russia-west'));
const { pacts } = pactLibrarySchema.parse(read('pacts'));

const incidentOf = (id: string) => {
  const found = dossier.incidents.find((incident) => incident.id === id);
  if (found === undefined) throw new Error(`no incident ${id}`);
  return found;
};

const settingAt = (day: string) => ({
  policy: POLICY_2026_11,
  asOf: parseAsOf(day) ?? 0,
  compiledOn: dossier.compiledOn,
});
const NOTHING: CaseChoice = { pact: null, clause: null, accused: null, from: null };

describe('one incident under every pact', () => {
  const leak = incidentOf('us-2016-dnc-email-leak');
  const setting = settingAt('2026-11-22');
  const view = incidentView(leak, pacts, setting, NOTHING);

  test('reference pacts are not scored, covered ones come first', () => {
    expect(view.verdicts).toHaveLength(pacts.filter((pact) => !pact.referenceOnly).length);
    const covered = view.verdicts.map((verdict) => verdict.covered);
    expect(covered).toEqual([...covered].sort((one, two) => Number(two) - Number(one)));
  });

  test('a pact that did not bind yet names the date from which it would cover', () => {
    const accord = view.verdicts.find(({ pact }) => pact.id === 'anti-doxing-2017');
    expect(accord).toMatchObject({ covered: false, nearest: 'TIME' });
    expect(accord?.otherDate?.verdict).toBe('VIOLATION_COMMISSION');
  });

  test('the case asked for is explained, its assumed date included', () => {
    const { chosen, weights } = incidentView(leak, pacts, setting, {
      ...NOTHING,
      pact: 'anti-doxing-2017',
      from: '2016-01-01',
    });
    expect(chosen?.assumed).toBe('2016-01-01');
    expect(chosen?.explanation.finding).toMatchObject({ rule: 'R4', accused: 'RU', clause: 'c1' });
    expect(weights.map(({ claim }) => claim)).toEqual(leak.claims.map(({ id }) => id));
  });

  test('an assumed date that is no day is passed over', () => {
    const { chosen } = incidentView(leak, pacts, setting, {
      ...NOTHING,
      pact: 'anti-doxing-2017',
      from: '2016-02-30',
    });
    expect(chosen?.assumed).toBe('2018-01-01');
    expect(chosen?.explanation.finding.verdict).toBe('NOT_COVERED');
  });

  test('where nothing covers it, the case that came nearest is explained', () => {
    const { chosen, verdicts } = incidentView(
      leak,
      pacts.slice(0, 3),
      settingAt('2016-10-01'),
      NOTHING,
    );
    expect(verdicts.every(({ covered }) => !covered)).toBe(true);
    expect(chosen?.explanation.finding.failedCoverage).toBe('TIME');
  });

  test('before anything was said, no claim counts and nobody is accused', () => {
    const early = incidentView(leak, pacts, settingAt('2016-05-01'), NOTHING);
    expect(early.accused).toEqual([]);
    expect(early.weights.every(({ live }) => !live)).toBe(true);
    expect(early.attribution.unattributed).toBe(1);
  });

  test('a claim or case that does not exist chooses nothing', () => {
    const { chosen } = incidentView(leak, pacts, setting, { ...NOTHING, pact: 'no-such-pact' });
    expect(chosen).toBeNull();
  });
});

describe('the timeline of an incident', () => {
  const leak = incidentOf('us-2016-dnc-email-leak');
  const view = incidentView(leak, pacts, settingAt('2026-11-22'), {
    ...NOTHING,
    pact: 'territory-due-diligence-13c',
    clause: 'c1',
  });
  const duty = view.chosen?.judgement.duty ?? null;
  const timeline = incidentTimeline(leak, duty, 'RU', settingAt('2026-11-22').asOf);

  test('marks come in order of time and lead to their records', () => {
    const starts = timeline.marks.map(({ from }) => from);
    expect(starts).toEqual([...starts].sort((one, two) => one - two));
    const anchors = timeline.marks.map(({ anchor }) => anchor);
    expect(anchors).toContain('notifications-0');
    expect(anchors).toContain('claims-c1');
  });

  test('a clock that ran leaves its two ends', () => {
    expect(timeline.clock).not.toBeNull();
    expect(timeline.marks.filter(({ kind }) => kind === 'deadline')).toHaveLength(2);
  });

  test('claims without a date are named and not drawn', () => {
    const undated = { ...leak, claims: leak.claims.map((claim) => ({ ...claim, date: null })) };
    const bare = incidentTimeline(undated, null, null, 0);
    expect(bare.undated).toHaveLength(leak.claims.length);
    expect(bare.clusters).toEqual([]);
  });
});
