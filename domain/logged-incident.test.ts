import { expect, test } from 'vitest';
import { incidentOf } from './fixtures/builders';
import { checkLogged } from './logged-incident';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const whole = incidentOf();
const day = (date: string) => ({ date, precision: 'day' });

test('a plain incident is logged without a word', () => {
  expect(checkLogged(whole, NOW)).toEqual({ ok: true, incident: whole, warnings: [] });
});

test.each([
  ['nothing', undefined, ['incident missing']],
  ['words', 'x', ['incident wrong_type']],
  ['another field', { ...whole, colour: 'red' }, ['incident unknown_field']],
  ['no title', { ...whole, title: '\n' }, ['incident.title blank']],
  ['a megabyte of title', { ...whole, title: 'x'.repeat(2 ** 20) }, ['incident.title too_large']],
  ['hidden signs', { ...whole, title: 'a\u200Bb' }, ['incident.title hidden_characters']],
  ['a code nobody knows', { ...whole, conduct: ['spying'] }, ['incident.conduct[0] unknown_code']],
  [
    'no such day',
    { ...whole, disclosed: day('2016-02-30') },
    ['incident.disclosed.date impossible_date'],
  ],
  [
    'a year that was not',
    { ...whole, disclosed: day('0000-01-01') },
    ['incident.disclosed.date impossible_date'],
  ],
  [
    'mixed precision',
    { ...whole, started: { date: '2016-03-02', precision: 'month' } },
    ['incident.started.date mixed_precision'],
  ],
  [
    'an end before the start, told once',
    { ...whole, ended: day('1999-01-01') },
    ['incident.ended end_before_start'],
  ],
  ['what is to come', { ...whole, disclosed: day('2027-01-01') }, ['incident.disclosed in_future']],
  [
    'more than its form holds',
    { ...whole, victims: Array(501).fill('x') },
    ['incident.victims too_large'],
  ],
])('%s is refused', (_, document, faults) => {
  const checked = checkLogged(document, NOW);
  expect(checked.ok ? [] : checked.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(
    faults,
  );
});

test('what is only odd is logged and pointed out', () => {
  const checked = checkLogged({ ...whole, disclosed: day('1999-01-01') }, NOW);
  expect(checked.ok && checked.warnings).toMatchObject([
    { path: 'incident.disclosed', code: 'disclosed_before_start', level: 'warning' },
  ]);
});
