import fc from 'fast-check';
import { expect, test } from 'vitest';
import { on } from './fixtures/builders';
import { incidents } from './fixtures/generators';
import { type Likened, likelyDuplicates, likeness, similarity } from './likeness';
import { comparableAddress, hostOf } from './source-address';

test.each([
  ['https://www.example.org/news/1', 'http://example.org/news/1/'],
  ['https://example.org/a?utm_source=x&b=2&a=1#top', 'https://example.org/a?a=1&b=2'],
  ['https://web.archive.org/web/20170101000000/http://example.org/a', 'https://example.org/a'],
  ['https://EXAMPLE.org:443/a', 'https://example.org/a'],
  ['https://example.org/', 'https://example.org'],
])('%s is the same source as %s', (one, other) => {
  expect(comparableAddress(one)).toBe(comparableAddress(other));
});

test.each([
  ['https://example.org/a', 'https://example.org/b'],
  ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
  ['https://example.org/A', 'https://example.org/a'],
])('%s is another source than %s', (one, other) => {
  expect(comparableAddress(one)).not.toBe(comparableAddress(other));
});

test('what is no web address is compared with nothing', () => {
  expect(comparableAddress('ftp://example.org')).toBeNull();
  expect(comparableAddress('tomorrow')).toBeNull();
  expect(hostOf('https://www.example.org/a?b')).toBe('example.org');
});

const kept: Likened & { id: string } = {
  id: 'us-2016-party-mail',
  title: 'Mail of the national committee published',
  started: on('2016-07-22'),
  ended: null,
  victimStates: ['US'],
  sources: [{ url: 'https://example.org/story' }, { url: null }],
};

test.each<[string, Likened, string[] | null]>([
  [
    'the same source, all else different',
    {
      title: 'Quite another thing',
      started: on('1999'),
      sources: [{ url: 'http://www.example.org/story/' }],
    },
    ['source'],
  ],
  [
    'nearly the same title, the same time and victim',
    { title: 'National committee mail published', started: on('2016-07'), victimStates: ['US'] },
    ['title', 'dates', 'victim'],
  ],
  ['the same title alone', { title: 'Mail of the National Committee, published' }, ['title']],
  ['the same time and victim alone', { started: on('2016-07-22'), victimStates: ['US'] }, null],
  ['a like title of another time and victim', { title: 'Mail of the council published' }, null],
  [
    'still going on since before',
    { title: kept.title, started: on('2016'), ongoing: true },
    ['title', 'dates'],
  ],
  ['nothing yet', {}, null],
  ['half a date', { title: 'Mail', started: { precision: 'day' } }, null],
  ['itself', { ...kept }, null],
])('%s', (_, draft, reasons) => {
  const [hint] = likelyDuplicates(draft, [kept]);
  expect(hint?.reasons ?? null).toEqual(reasons);
});

test('the likest comes first, and no more than asked for', () => {
  const records = ['Mail', 'Mail of a committee', 'Mail of the national committee'].map(
    (title, at) => ({ ...kept, id: `r${at}`, title, sources: [] }),
  );
  const hints = likelyDuplicates({ ...kept, id: 'new', sources: [] }, records, 2);
  expect(hints.map(({ id }) => id)).toEqual(['r2', 'r1']);
});

test('accents and case do not matter; a text is wholly like itself and not at all like nothing', () => {
  expect(similarity('Élysée', 'elysee')).toBe(1);
  expect(similarity('', 'a')).toBe(0);
});

test('likeness has no direction and lies between 0 and 1', () => {
  fc.assert(
    fc.property(incidents, incidents, (one, other) => {
      const there = likeness(one, other);
      expect(likeness(other, one)).toEqual(there);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(1);
      expect(likeness(one, one).score).toBeGreaterThan(0.39);
    }),
    { numRuns: 200 },
  );
});
