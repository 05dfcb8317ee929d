import { expect, test } from 'vitest';
import { incidentFilterSchema } from './incident-filter';
import { incidentQuestionSchema } from './incident-question';
import { parseParameters } from './parameters';

const faults = (
  schema: typeof incidentFilterSchema | typeof incidentQuestionSchema,
  query: string,
) => {
  const parsed = parseParameters<unknown>(schema, new URLSearchParams(query));
  return parsed.ok ? [] : parsed.faults.map(({ path }) => path);
};

test.each([
  ['', []],
  ['q=party&conduct=disruption&victim=US&severity=3&sort=title&order=asc&page=2&size=50', []],
  ['conduct=', []],
  ['conduct=spying', ['conduct']],
  ['object=moon&victim=Ruritania', ['object', 'victim']],
  ['severity=6', ['severity']],
  ['severity=3.5', ['severity']],
  ['status=settled', ['status']],
  ['sort=author', ['sort']],
  ['order=up', ['order']],
  ['page=0', ['page']],
  ['page=9999999', ['page']],
  ['size=10', ['size']],
  [`q=${'x'.repeat(201)}`, ['q']],
  ['conduct=disruption&conduct=data-theft', ['conduct']],
])('a list asked for with "%s" has faults in %o', (query, paths) => {
  expect(faults(incidentFilterSchema, query)).toEqual(paths);
});

test.each([
  ['asOf=2016-02-29&from=2015-01-01&pact=anti-doxing-2017&accused=RU&clause=c1&saved=3', []],
  ['asOf=2015-02-29', ['asOf']],
  ['asOf=yesterday', ['asOf']],
  ['asOf=2016-02-29&asOf=2017-01-01', ['asOf']],
  ['from=0&pact=..&accused=ru', ['pact', 'accused', 'from']],
  ['saved=<b>', ['saved']],
])('an incident asked about with "%s" has faults in %o', (query, paths) => {
  expect(faults(incidentQuestionSchema, query)).toEqual(paths);
});

test('an unknown parameter is named, so that a typing error is none that nobody sees', () => {
  const parsed = parseParameters<unknown>(incidentFilterSchema, new URLSearchParams('vctim=US'));
  expect(parsed.ok ? '' : JSON.stringify(parsed.faults)).toContain('vctim');
});
