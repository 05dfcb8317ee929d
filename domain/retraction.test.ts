import { describe, expect, test } from 'vitest';
import { at, claimsOf, found, incidentOf, outcome } from './fixtures/builders';
import { claimKnownAt, liveClaims, retract } from './retraction';

const live = (lines: string, asOf: string, compiledOn = '2026-11-22'): string[] =>
  liveClaims(incidentOf({ claims: claimsOf(lines) }), at(asOf), compiledOn).map(({ id }) => id);

describe('what counts on a day', () => {
  test('a claim from the end of its date, an undated one from the day of compilation', () => {
    const lines = `
      c1 RU:LINK B2 likely K1 on 2016-03-10
      c2 RU:LINK B2 likely K2 on 2016-03
      c3 RU:LINK B2 likely K3 on undated`;
    expect(live(lines, '2016-03-09')).toEqual([]);
    expect(live(lines, '2016-03-10')).toEqual(['c1']);
    expect(live(lines, '2016-03-31')).toEqual(['c1', 'c2']);
    expect(live(lines, '2017-12-31', '2018-01-01')).toEqual(['c1', 'c2']);
    expect(live(lines, '2018-01-01', '2018-01-01')).toEqual(['c1', 'c2', 'c3']);
    expect(() => claimKnownAt({ date: null }, 'soon')).toThrow(/not a day/);
  });
  test('a retracted claim counts until the day of its retraction, and without one never', () => {
    const dated = 'c1 RU:LINK B2 likely K1 retracted 2017-06-01';
    expect(live(dated, '2017-05-31')).toEqual(['c1']);
    expect(live(dated, '2017-06-01')).toEqual([]);
    const [claim] = claimsOf('c1 RU:LINK B2 likely K1');
    if (claim === undefined) throw new Error('no claim');
    const undated = incidentOf({ claims: [{ ...claim, status: 'retracted' }] });
    expect(liveClaims(undated, at('2016-06-01'), '2026-11-22')).toEqual([]);
  });
  test('an orphan counted as long as what it rested on', () => {
    const lines = `
      c1 RU:LINK B2 likely K1 retracted 2017-06-01
      c2 RU:LINK C3 likely K1 derivative of c1 orphaned
      c3 RU:LINK C3 likely K1 derivative orphaned
      c4 RU:LINK C3 likely K1 superseded`;
    expect(live(lines, '2017-05-31')).toEqual(['c1', 'c2']);
    expect(live(lines, '2017-06-01')).toEqual([]);
  });
  test('an orphan of two falls with the first', () => {
    const lines = `
      c1 RU:LINK B2 likely K1 retracted 2017-06-01
      c2 RU:LINK B2 likely K1 retracted 2018-06-01
      c3 RU:LINK C3 likely K1 derivative of c1,c2 orphaned`;
    expect(live(lines, '2017-05-31')).toEqual(['c1', 'c2', 'c3']);
    expect(live(lines, '2017-06-01')).toEqual(['c2']);
  });
  test('they are live on that day, whatever they are now', () => {
    const claims = claimsOf('c1 RU:LINK B2 likely K1 retracted 2017-06-01');
    const [shown] = liveClaims(incidentOf({ claims }), at('2017-01-01'), '2026-11-22');
    expect(shown?.status).toBe('live');
  });
});

describe('as-of views of one incident', () => {
  const claims = claimsOf(`
    c1 RU:STATE A1 almost_certain K1 on 2016-02-01
    c2 RU:STATE A1 almost_certain K2 on 2016-08-01 retracted 2018-01-01`);
  test.each([
    ['2016-01-15', null, 'R6 NOT_ATTRIBUTABLE'],
    ['2016-06-01', 'RU', 'R6 NOT_ATTRIBUTABLE'],
    ['2016-08-01', 'RU', 'R4 VIOLATION_COMMISSION'],
    ['2017-12-31', 'RU', 'R4 VIOLATION_COMMISSION'],
    ['2018-01-01', 'RU', 'R6 NOT_ATTRIBUTABLE'],
  ])('on %s: %s %s', (asOf, accused, expected) => {
    expect(outcome({ claims }, { asOf, accused })).toBe(expected);
  });
  test('the reason names what is missing', () => {
    expect(found({ claims }, { asOf: '2018-01-01' }).reason).toBe('uncorroborated');
  });
});

describe('retracting a claim', () => {
  const claims = claimsOf(`
    c1 RU:LINK B2 likely K1
    c2 RU:LINK B2 likely K1 shared of c1
    c3 RU:LINK C3 likely K1 derivative of c1
    c4 RU:LINK C3 likely K1 derivative of c2
    c5 RU:LINK C3 likely K1 derivative of c1 superseded`);
  test('orphans what derives from it, spares what shares the evidence', () => {
    expect(retract(claims, 'c1').map(({ status }) => status)).toEqual([
      'retracted',
      'live',
      'orphaned',
      'live',
      'superseded',
    ]);
  });
  test('leaves the claims given as they were', () => {
    retract(claims, 'c1');
    expect(claims.every(({ status }) => status === 'live' || status === 'superseded')).toBe(true);
  });
});

test('an occurrence: retracted, reported in time, reported too long ago', () => {
  expect(outcome({ status: 'retracted' })).toBe('R1 NOT_COVERED');
  expect(found({ status: 'retracted' }).reason).toBe('no_incident');
  expect(outcome({ status: 'reported' }, { asOf: '2016-03-31' })).toBe('R2 PENDING');
  expect(outcome({ status: 'reported' }, { asOf: '2016-04-01' })).toBe('R3 NOT_ATTRIBUTABLE');
  const verifyBy = { date: '2016-05-01', precision: 'month' as const };
  expect(outcome({ status: 'reported', verifyBy }, { asOf: '2016-05-31' })).toBe('R2 PENDING');
});
