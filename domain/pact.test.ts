import { expect, test } from 'vitest';
import { faultLine, faultsOf } from './fault';
import { clauseOf, on, pactOf, treatyOf } from './fixtures/builders';
import { pactLibrarySchema, pactSchema } from './pact';

type Json = Record<string, unknown>;
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const faults = (changes: Json, base: Json = plain(pactOf())): string[] => {
  const input = { ...base, ...changes };
  const parsed = pactSchema.safeParse(input);
  return parsed.success ? [] : faultsOf(parsed.error, input).map(faultLine);
};
const clause = (changes: Json): Json => ({ clauses: [{ ...plain(clauseOf()), ...changes }] });
const reservation = { party: 'RU', text: 'Not for this', conduct: [], objects: [] };
const event = {
  party: 'RU',
  state: 'signed',
  at: on('2016-01-01'),
  statedReason: null,
  counterProposalId: null,
};

test.each<[string, Json, string[]]>([
  ['valid', {}, []],
  ['unknown key', { clausses: [] }, ['(file): unknown key "clausses"']],
  ['unknown key of a clause', clause({ limbs: [] }), ['clauses[0] (c1): unknown key "limbs"']],
  ['one party', { parties: [{ code: 'RU' }] }, ['parties: expected at least two parties']],
  [
    'a party twice',
    { parties: [{ code: 'RU' }, { code: 'RU' }] },
    ['parties[1].code: expected each party once, found "RU" again'],
  ],
  [
    'hypothetical without a date',
    { assumedInForce: null },
    ['assumedInForce: expected a date: a hypothetical pact is tested from an assumed one'],
  ],
  [
    'an assumed day that is none',
    { assumedInForce: { date: '2016-02-30', precision: 'day', reason: 'Then', alternatives: [] } },
    ['assumedInForce.date: expected a real calendar day, such as 2016-04-18'],
  ],
  [
    'an alternative that is none',
    {
      assumedInForce: {
        ...on('2016-01-01'),
        reason: 'Then',
        alternatives: [{ date: '2016-05-05', precision: 'month', reason: 'Or then' }],
      },
    },
    [
      'assumedInForce.alternatives[0].date: expected the first day of the month for precision "month"',
    ],
  ],
  ['no clause', { clauses: [] }, ['clauses: expected at least one clause']],
  [
    'a clause twice',
    { clauses: [plain(clauseOf()), plain(clauseOf())] },
    ['clauses[1].id (c1): expected an id that no other clause has, found "c1" again'],
  ],
  [
    'a threshold above 1',
    clause({ theta: { state: 1.5, link: 0.5, minClusters: 2 } }),
    ['clauses[0].theta.state (c1): expected a number from 0 to 1'],
  ],
  [
    'a due-diligence limb among commission limbs',
    clause({ commissionLimbs: ['TERRITORY'] }),
    [
      'clauses[0].commissionLimbs[0] (c1): expected one of "ORGAN", "EMPOWERED", "INSTRUCTED", "ADOPTED", "FUNDED"',
    ],
  ],
  [
    'a reservation said to be symmetric',
    clause({ reservations: [reservation] }),
    ['clauses[0].reciprocity (c1): "reserved" goes with reservations, "symmetric" with none'],
  ],
  [
    'reserved by nobody',
    clause({ reciprocity: 'reserved' }),
    ['clauses[0].reciprocity (c1): "reserved" goes with reservations, "symmetric" with none'],
  ],
  [
    'a reservation of no party',
    clause({ reservations: [{ ...reservation, party: 'CN' }], reciprocity: 'reserved' }),
    ['clauses[0].reservations[0].party (c1): expected a party of this pact, found "CN"'],
  ],
  [
    'an event from a source that is not there',
    { adherence: [{ ...event, sources: ['s1'] }] },
    ['adherence[0].sources[0]: expected the id of a source of this pact, found "s1"'],
  ],
])('%s', (_, changes, expected) => {
  expect(faults(changes)).toEqual(expected);
});

test('a historical pact assumes nothing', () => {
  const base = plain(treatyOf([['RU', 'in_force', '2011-01-01']]));
  const assumedInForce = { ...on('2016-01-01'), reason: 'Then', alternatives: [] };
  expect(faults({ assumedInForce }, base)).toHaveLength(1);
  expect(faults({}, base)).toEqual([]);
});

test('a library holds each version of a pact once', () => {
  const library = (...pacts: Json[]) =>
    pactLibrarySchema.safeParse({ format: 'servanda.pacts/1', pacts });
  const pact = plain(pactOf());
  expect(library(pact, { ...pact, version: 2 }).success).toBe(true);
  const twice = library(pact, pact);
  expect(twice.success ? '' : twice.error.issues[0]?.message).toBe(
    'expected each pact version once, found a-pact@1 again',
  );
});
