import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierSchema } from './dossier';
import { answer, at, incidentOf, notice, on } from './fixtures/builders';
import { incidents } from './fixtures/generators';
import type { IncidentDraft } from './incident-draft';
import { isRefused, LOGGING_LEVELS, loggingFaults } from './logging-rules';

const NOW = at('2026-11-22T12:00Z');
const sound = incidentOf();
const [claim] = sound.claims;

type Line = [what: string, change: IncidentDraft, faults: string[]];
const withClaim = (change: NonNullable<IncidentDraft['claims']>[number]): IncidentDraft => ({
  claims: [{ ...claim, ...change }],
});

test.each<Line>([
  ['a sound record', {}, []],
  ['an end before the start', { ended: on('2015-12-31') }, ['ended end_before_start refused']],
  [
    'an end in the same year',
    { started: on('2016-06-01'), ended: on('2016') },
    [
      'claims[0].date claim_before_start warning',
      'claims[1].date claim_before_start warning',
      'disclosed disclosed_before_start warning',
    ],
  ],
  [
    'an end while it goes on',
    { ended: on('2016-02-01'), ongoing: true },
    ['ongoing end_while_ongoing refused'],
  ],
  [
    'a response before it',
    { responses: [answer('2015-12-31', 1)] },
    ['responses[0].at response_before_start refused'],
  ],
  ['a response in its month', { responses: [answer('2016-01', 1)] }, []],
  [
    'a notice before it',
    { notifications: [notice({ at: on('2015') })] },
    ['notifications[0].at notification_before_start refused'],
  ],
  [
    'a receipt before the notice',
    { notifications: [notice({ acknowledgedAt: on('2016-01-09') })] },
    ['notifications[0].acknowledgedAt acknowledged_before_sent refused'],
  ],
  [
    'made public before it',
    { disclosed: on('2015') },
    ['disclosed disclosed_before_start warning'],
  ],
  [
    'a claim before it',
    withClaim({ date: on('2014') }),
    ['claims[0].date claim_before_start warning'],
  ],
  [
    'a claim "unlikely"',
    withClaim({ likelihood: 'unlikely' }),
    ['claims[0].likelihood claim_below_even refused'],
  ],
  [
    'a claim with p .4',
    withClaim({ likelihood: undefined, probability: 0.4 }),
    ['claims[0].probability claim_below_even refused'],
  ],
  ['a claim with p .5', withClaim({ likelihood: undefined, probability: 0.5 }), []],
  ['another actor "unlikely"', withClaim({ proposition: 'OTHER', likelihood: 'unlikely' }), []],
  [
    'a claim without a source',
    withClaim({ sources: [] }),
    ['claims[0].sources claim_without_source refused'],
  ],
  ['a retracted claim without a source', withClaim({ sources: [], status: 'retracted' }), []],
  [
    'an admission by another',
    withClaim({ admission: true, claimant: { state: 'US' } }),
    ['claims[0].admission admission_by_another warning'],
  ],
  ['an admission by the accused', withClaim({ admission: true, claimant: { state: 'RU' } }), []],
  ['a claim of next year', withClaim({ date: on('2027') }), ['claims[0].date in_future refused']],
  ['a claim of this year', withClaim({ date: on('2026') }), []],
  [
    'a response tomorrow',
    { responses: [answer('2026-11-24', 1)] },
    ['responses[0].at in_future refused'],
  ],
  ['a response where tomorrow has begun', { responses: [answer('2026-11-23', 1)] }, []],
  [
    'a minute ahead',
    { responses: [answer('2026-11-22T12:01Z', 1)] },
    ['responses[0].at in_future refused'],
  ],
  ['a deadline ahead', { verifyBy: on('2027') }, []],
  ['half a date', { ended: { date: '20', precision: 'day' } }, []],
])('%s', (_, change, expected) => {
  const faults = loggingFaults({ ...sound, ...change }, NOW);
  expect(faults.map(({ path, code, level }) => `${path} ${code} ${level}`).sort()).toEqual(
    [...expected].sort(),
  );
  expect(isRefused(faults)).toBe(expected.some((line) => line.endsWith('refused')));
  for (const { message, code, level } of faults) {
    expect(message).toMatch(/\.$/);
    expect(LOGGING_LEVELS[code]).toBe(level);
  }
});

test('an empty form breaks no rule', () => {
  expect(loggingFaults({}, NOW)).toEqual([]);
});

test('swapping the states changes nothing', () => {
  const swap = (text: string): string =>
    text.replace(/"(RU|US)"/g, (_, code: string) => (code === 'RU' ? '"US"' : '"RU"'));
  fc.assert(
    fc.property(incidents, (incident) => {
      const swapped = JSON.parse(swap(JSON.stringify(incident))) as IncidentDraft;
      expect(loggingFaults(swapped, NOW)).toEqual(loggingFaults(incident, NOW));
    }),
    { numRuns: 200 },
  );
});

test.each(['russia-west', 'china-and-others', 'territory-and-treaties'])(
  'nothing of the demonstration corpus (%s) would be refused',
  (file) => {
    const { incidents: records } = dossierSchema.parse(
      JSON.parse(readFileSync(`corpus/${file}.json`, 'utf8')),
    );
    const refused = records.flatMap((incident) =>
      loggingFaults(incident, NOW)
        .filter(({ level }) => level === 'refused')
        .map(({ path, code }) => `${incident.id} ${path} ${code}`),
    );
    expect(refused).toEqual([]);
  },
);
