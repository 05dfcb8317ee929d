import { expect, test } from 'vitest';
import { parseQuery } from './query';

test('lists may be given more than once', () => {
  const parsed = parseQuery(new URLSearchParams('conduct=ransomware&conduct=disruption&size=50'));
  expect(parsed).toMatchObject({
    ok: true,
    query: { conduct: ['ransomware', 'disruption'], pageSize: 50 },
  });
});

test('days become instants, the last one to its end', () => {
  const parsed = parseQuery(new URLSearchParams('since=2016-01-01&until=2016-01-01'));
  expect(parsed.ok && parsed.query.to).toBe(Date.parse('2016-01-01T23:59:59.999Z'));
  expect(parsed.ok && parsed.query.from).toBe(Date.parse('2016-01-01T00:00:00.000Z'));
});

test.each([
  ['colour=red', '(address)'],
  ['page=0', 'page'],
  ['page=1&page=2', 'page'],
  ['severity=6', 'severity'],
  ['accused=Russia', 'accused[0]'],
  ['order=up', 'order[0]'],
  ['since=2016-02-30', 'since[0]'],
])('%s is refused and the field named', (address, path) => {
  const parsed = parseQuery(new URLSearchParams(address));
  expect(parsed.ok).toBe(false);
  expect(!parsed.ok && parsed.faults.map((fault) => fault.path)).toContain(path);
});
