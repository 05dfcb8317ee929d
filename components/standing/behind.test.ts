import { expect, test } from 'vitest';
import type { FindingBin, FindingRow } from '@/domain/standing-view';
import { behind } from './behind';
import { untouched } from './params';

const counts: FindingBin['counts'] = {
  VIOLATION_COMMISSION: 0,
  VIOLATION_OMISSION: 1,
  DISPUTED: 0,
  PENDING: 0,
  DISCHARGED: 0,
  NOT_ATTRIBUTABLE: 0,
  NOT_COVERED: 0,
};
const bins: FindingBin[] = [
  { key: '2016', label: '2016', from: '2016-01-01', to: '2016-12-31', counts, monitored: null },
];
const row = (change: Partial<FindingRow>): FindingRow => ({
  incident: 'i',
  title: 'I',
  started: { date: '2016-04-18', precision: 'day' },
  ended: null,
  ongoing: false,
  clause: 'c1',
  accused: 'RU',
  verdict: 'VIOLATION_OMISSION',
  rule: 'R14',
  reason: 'omission',
  severity: 3,
  question: 'link',
  lower: 0.6,
  upper: 1,
  threshold: 0.5,
  factor: 1,
  flags: [],
  signed: null,
  victims: [],
  link: 'met',
  ...change,
});
const view = { filter: { ...untouched('p'), since: '2016-03-01' }, bins };
const state = (code: string) => (code === 'RU' ? 'Russia' : code);

test('behind a bar lie the findings of its verdict that began in it, within the period asked for', () => {
  const list = behind({ what: 'bin', key: '2016', verdict: 'VIOLATION_OMISSION' }, view, state);
  expect(list?.title).toBe('Violation: did not act, 2016');
  expect(list?.filter).toMatchObject({ since: '2016-03-01', until: '2016-12-31' });
  expect(list?.keep(row({}))).toBe(true);
  expect(list?.keep(row({ verdict: 'PENDING' }))).toBe(false);
  expect(list?.keep(row({ started: { date: '2017-01-01', precision: 'year' } }))).toBe(false);
});

test('behind a bar that is not there lies nothing', () => {
  expect(behind({ what: 'bin', key: '1999', verdict: 'PENDING' }, view, state)).toBeNull();
});

test('behind a count lie the verdicts it counts, of that party', () => {
  const list = behind(
    { what: 'count', party: 'RU', verdicts: ['VIOLATION_COMMISSION', 'VIOLATION_OMISSION'] },
    view,
    state,
  );
  expect(list?.title).toBe('Violations found: Russia');
  expect(list?.filter.party).toBe('RU');
  expect(list?.keep(row({ verdict: 'DISCHARGED' }))).toBe(false);
});

test('behind a cell lies what its clause covers of its year', () => {
  const list = behind({ what: 'cell', clause: 'c1', year: 2016 }, view, state);
  expect(list?.filter).toMatchObject({ clause: 'c1', since: '2016-03-01', until: '2016-12-31' });
  expect(list?.keep(row({}))).toBe(true);
  expect(list?.keep(row({ verdict: 'NOT_COVERED' }))).toBe(false);
});
