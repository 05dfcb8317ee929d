import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeness } from './draft-completeness';
import { draftToIncident } from './draft-submit';
import { parse } from './fault';
import { incidentOf, on } from './fixtures/builders';
import { incidents } from './fixtures/generators';
import type { Incident } from './incident';
import { DRAFT_MAX_BYTES, type IncidentDraft, incidentDraftSchema } from './incident-draft';

const faultsAt = (draft: IncidentDraft): string[] => {
  const parsed = draftToIncident(draft);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path}: ${message}`);
};

describe('what a draft may hold', () => {
  test.each<[string, unknown]>([
    ['nothing', {}],
    ['blank words', { title: '', summary: '  ' }],
    ['half a date', { started: { date: '2016-0', precision: 'day' } }],
    ['a precision before its date', { started: { precision: 'month' } }],
    ['an empty claim', { claims: [{}] }],
    ['half an address', { sources: [{ url: 'exam' }] }],
    ['a severity out of range', { severity: 9 }],
  ])('%s is kept as it stands', (_, draft) => {
    expect(incidentDraftSchema.parse(draft)).toEqual(draft);
  });

  test.each<[string, unknown, string]>([
    ['an unknown field', { colour: 'red' }, '(file)'],
    ['an unknown field deep inside', { claims: [{ colour: 'red' }] }, 'claims[0]'],
    ['a hidden character', { title: 'a\u200Bb' }, 'title'],
    ['a control character', { summary: 'a\u0000b' }, 'summary'],
    ['a megabyte of title', { title: 'x'.repeat(1_000_000) }, 'title'],
    ['an unknown code', { conduct: ['spying'] }, 'conduct[0]'],
    ['an unknown state', { victimStates: ['XX'] }, 'victimStates[0]'],
    ['words where a list is due', { claims: 'none' }, 'claims'],
    ['a list without end', { victims: Array.from({ length: 501 }, () => '') }, 'victims'],
    [
      'more than fits altogether',
      { responses: Array.from({ length: 200 }, () => ({ summary: 'x'.repeat(4000) })) },
      '(file)',
    ],
  ])('%s is refused', (_, draft, path) => {
    const parsed = parse(incidentDraftSchema, draft);
    expect(parsed.ok ? null : parsed.faults[0]?.path).toBe(path);
  });

  test('every record is a draft, and a draft of a record becomes that record', () => {
    fc.assert(
      fc.property(incidents, (incident: Incident) => {
        const draft = incidentDraftSchema.parse(incident);
        expect(draft).toEqual(incident);
        expect(draftToIncident(draft)).toEqual({ ok: true, value: incident });
      }),
      { numRuns: 200 },
    );
  });

  test('whatever it is given, it answers with a draft within bounds or with faults', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parse(incidentDraftSchema, value);
        if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
        else expect(JSON.stringify(parsed.value).length).toBeLessThanOrEqual(DRAFT_MAX_BYTES);
      }),
    );
  });
});

describe('from draft to record', () => {
  const facts = incidentOf();

  test('nothing gives one fault for each field that is required', () => {
    expect(faultsAt({}).map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['id', 'title', 'summary', 'started', 'conduct', 'objects', 'status']),
    );
    expect(faultsAt({ title: ' ' })).toContain('title: still empty');
  });

  test.each<[string, IncidentDraft, string]>([
    ['half a date', { started: { date: '2016-0', precision: 'day' } }, 'started.date'],
    [
      'a date that never was',
      { started: { date: '2016-02-30', precision: 'day' } },
      'started.date',
    ],
    ['mixed precision', { started: { date: '2016-02-03', precision: 'month' } }, 'started.date'],
    ['an end before the start', { ended: on('2015') }, 'ended'],
    ['a severity out of range', { severity: 9 }, 'severity'],
    ['a claim begun', { claims: [{ id: 'c1', accused: 'RU' }] }, 'claims[0].claimant.name'],
    ['an address that is none', { sources: [{ id: 's1', url: 'exam' }] }, 'sources[0].url'],
  ])('%s is a fault at its field', (_, change, path) => {
    expect(faultsAt({ ...facts, claims: [], ...change }).map((l) => l.split(': ')[0])).toContain(
      path,
    );
  });

  test('untouched fields mean unknown or none', () => {
    const draft: IncidentDraft = {
      id: 'leak',
      title: ' Mail published ',
      summary: 'Mail was published.',
      started: on('2016-01-01'),
      ended: { precision: 'day' },
      conduct: ['data-theft-and-doxing'],
      objects: ['unknown'],
      severity: 2,
      severityNote: 'By the scale',
      status: 'reported',
      tlp: 'GREEN',
      selfDisclosedBy: null,
      sources: [{ id: 's1', title: 'A report', publisher: 'A paper', url: '' }],
      claims: [
        {
          id: 'c1',
          claimant: { name: 'A ministry', type: 'government' },
          accused: 'RU',
          proposition: 'LINK',
          basis: 'political',
          reliability: 'C',
          credibility: 3,
          likelihood: 'likely',
          sources: ['s1'],
        },
      ],
    };
    expect(faultsAt(draft)).toEqual([]);
    const parsed = draftToIncident(draft);
    expect(parsed.ok && parsed.value).toMatchObject({
      title: 'Mail published',
      ended: null,
      victimStates: [],
      intent: null,
      claims: [{ cluster: 'c1', status: 'live', dependence: 'lead', date: null }],
    });
  });
});

test('completeness counts what is there and names what is not', () => {
  const nothing = completeness({});
  expect(nothing.filled).toBe(0);
  expect(nothing.missing).toHaveLength(nothing.of);
  const much = completeness(incidentOf());
  expect(much.missing.map(({ path }) => path)).toEqual(['ended', 'notifications']);
  expect(much.missing.every(({ required }) => !required)).toBe(true);
});
