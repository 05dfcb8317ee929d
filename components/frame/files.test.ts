import { describe, expect, it } from 'vitest';
import { plainColour } from './colour';
import { jsonOf, recordsOf, rowsWithOrigin, withMarking } from './file-rows';

const head = {
  ...{ title: 'Findings', pact: 'Anti-doxing accord', stamp: 'HYPOTHETICAL' },
  sources: 'Sources: corpus 33',
};
const rows = [
  ['period', 'found'],
  ['2019', 1],
  ['2020', null],
];

describe('files taken from a chart', () => {
  it('say in every row of which pact they are and where they are from', () => {
    expect(rowsWithOrigin(head, rows)).toEqual([
      ['period', 'found', 'pact', 'sources'],
      ['2019', 1, 'Anti-doxing accord (HYPOTHETICAL)', 'Sources: corpus 33'],
      ['2020', null, 'Anti-doxing accord (HYPOTHETICAL)', 'Sources: corpus 33'],
    ]);
  });

  it('bear the marking of what they are counted from, in every row or in one that is empty', () => {
    expect(rowsWithOrigin({ ...head, marking: 'AMBER' }, rows).map((row) => row.at(-1))).toEqual([
      ...['marking', 'TLP:AMBER', 'TLP:AMBER'],
    ]);
    expect(JSON.parse(jsonOf({ ...head, marking: 'GREEN' }, rows)).marking).toBe('TLP:GREEN');
    expect(withMarking('RED', [['a'], [1]])).toEqual([
      ['a', 'marking'],
      [1, 'TLP:RED'],
    ]);
    expect(withMarking('CLEAR', [['a']])).toEqual([
      ['a', 'marking'],
      [null, 'TLP:CLEAR'],
    ]);
  });

  it('say so where they hold no row', () => {
    expect(rowsWithOrigin(head, [['period', 'found']])).toEqual([
      ['period', 'found', 'pact', 'sources'],
      [null, null, 'Anti-doxing accord (HYPOTHETICAL)', 'Sources: corpus 33'],
    ]);
  });

  it('hold the same rows as JSON, an unknown as null', () => {
    expect(recordsOf(rows)).toEqual([
      { period: '2019', found: 1 },
      { period: '2020', found: null },
    ]);
    expect(JSON.parse(jsonOf(head, rows))).toEqual({ ...head, rows: recordsOf(rows) });
  });
});

describe('files that name records', () => {
  const named = [['incident'], ['open-leak'], ['quiet-leak']];

  it('say the marking of each, and of the whole file', () => {
    expect(rowsWithOrigin({ ...head, tlp: ['CLEAR', 'RED'] }, named)).toEqual([
      ['incident', 'tlp', 'pact', 'sources', 'marking'],
      ['open-leak', 'CLEAR', 'Anti-doxing accord (HYPOTHETICAL)', head.sources, 'TLP:RED'],
      ['quiet-leak', 'RED', 'Anti-doxing accord (HYPOTHETICAL)', head.sources, 'TLP:RED'],
    ]);
    expect(JSON.parse(jsonOf({ ...head, tlp: ['CLEAR', 'GREEN'] }, named))).toEqual({
      ...{ ...head, marking: 'TLP:GREEN' },
      rows: [
        { incident: 'open-leak', tlp: 'CLEAR' },
        { incident: 'quiet-leak', tlp: 'GREEN' },
      ],
    });
  });

  it('are open where they name none', () => {
    expect(rowsWithOrigin({ ...head, tlp: [] }, [['incident']])).toEqual([
      ['incident', 'tlp', 'pact', 'sources', 'marking'],
      [null, null, 'Anti-doxing accord (HYPOTHETICAL)', head.sources, 'TLP:CLEAR'],
    ]);
  });
});

describe('a computed colour', () => {
  it.each([
    ['rgb(181, 55, 11)', '#b5370b', 1],
    ['rgba(0, 0, 0, 0)', '#000000', 0],
    ['color(srgb 1 0.5 0)', '#ff8000', 1],
    ['color(srgb 0 0 0 / 0.25)', '#000000', 0.25],
    ['none', 'none', 1],
  ])('%s is %s, %d opaque', (computed, colour, alpha) => {
    expect(plainColour(computed)).toEqual({ colour, alpha });
  });
});
