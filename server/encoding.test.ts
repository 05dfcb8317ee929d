import { expect, it } from 'vitest';
import { takesGzip } from './encoding';

it.each([
  [null, false],
  ['', false],
  ['gzip', true],
  ['GZip', true],
  ['gzip, deflate, br, zstd', true],
  ['br;q=1.0, gzip;q=0.8', true],
  ['deflate, br', false],
  ['identity', false],
  ['gzip;q=0', false],
  ['gzip; q=0.000, deflate', false],
  ['gzip;q=lots', false],
  ['gzipped', false],
  ['*', true],
  ['*;q=0', false],
  ['gzip;q=0, *', false],
  ['*;q=0, gzip;q=0.1', true],
  ['identity;q=0, gzip;q=0.001', true],
  ['gzip;q=0.5, identity', false],
  ['gzip;q=0.5, identity;q=0.5', true],
])('Accept-Encoding %j takes gzip: %s', (header, takes) => {
  expect(takesGzip(header)).toBe(takes);
});
