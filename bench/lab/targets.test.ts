import { expect, test } from 'vitest';
import { OURS, type ScoreLine } from './full-score';
import { timingOf } from './measure';
import { targetsOf } from './targets';

const line = (engine: string, way: string, median: number, threads = 1): ScoreLine => ({
  ...{ engine, way, threads, incidents: 1_000_000, about: '', loadMs: null, bytes: null },
  timing: timingOf([median]),
});

const found = (scores: readonly ScoreLine[], what: string) =>
  targetsOf({ scores, slides: [], logged: [], corpora: [] }).find((one) => one.what === what);

test('the best way of an engine is what the lab’s engine is held against', () => {
  const scores = [line(OURS, 'columns', 20), line('DuckDB', 'a', 400), line('DuckDB', 'b', 190)];
  const target = found(scores, 'Full score at 1,000,000: DuckDB');
  expect(target).toMatchObject({ found: '9.5 times, with columns', reached: false });
  expect(
    found([...scores, line('plain loop', 'objects', 1600)], 'Full score at 1,000,000: plain loop'),
  ).toMatchObject({ found: '80 times, with columns', reached: true });
});

test('only what computes with several threads is held against several of ours', () => {
  const ours = [line(OURS, 'one thread', 30), line(OURS, 'two threads', 20, 2)];
  const what = 'Full score at 1,000,000: PostgreSQL';
  expect(found([...ours, line('PostgreSQL', 'a', 900, 3)], what)).toMatchObject({
    found: '45 times, with two threads',
  });
  expect(found([...ours, line('PostgreSQL', 'a', 900)], what)).toMatchObject({
    found: '30 times, with one thread',
  });
});

test('a figure that was not measured is neither reached nor missed', () => {
  const target = found([line(OURS, 'columns', 20)], 'Full score at 1,000,000: PostgreSQL');
  expect(target).toMatchObject({ found: null, reached: null });
});

test('the median of an even number of runs lies between the two in the middle', () => {
  expect(timingOf([4, 1, 3, 2])).toMatchObject({ median: 2.5, p95: 4, least: 1, runs: 4 });
  expect(timingOf([5, 1, 3])).toMatchObject({ median: 3, p95: 5 });
});
