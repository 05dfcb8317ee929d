import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestTlp, TLP_MARKINGS, type Tlp, tlpLabel, tlpOfRows } from './tlp';

describe('the marking of what holds several records', () => {
  it.each<[string, Tlp[], string]>([
    ['nothing at all', [], 'TLP:CLEAR'],
    ['what is open to all', ['CLEAR', 'CLEAR'], 'TLP:CLEAR'],
    ['one for accounts among open ones', ['CLEAR', 'GREEN', 'CLEAR'], 'TLP:GREEN'],
    ['one for those who work on it', ['AMBER', 'GREEN'], 'TLP:AMBER'],
    ['one kept inside the house', ['AMBER', 'AMBER+STRICT'], 'TLP:AMBER+STRICT'],
    ['one for named people, wherever it stands', ['RED', 'AMBER+STRICT', 'CLEAR'], 'TLP:RED'],
  ])('%s', (_, markings, label) => {
    expect(tlpLabel(highestTlp(markings))).toBe(label);
  });

  it('is row by row that of the record named, and RED where it is not known', () => {
    const markings = new Map<string, Tlp>([
      ['open', 'CLEAR'],
      ['quiet', 'RED'],
    ]);
    const rows = ['open', 'quiet', 'elsewhere', 'open'].map((incident) => ({ incident }));
    expect(tlpOfRows(markings, rows)).toEqual(['CLEAR', 'RED', 'RED', 'CLEAR']);
    expect(tlpOfRows(markings, [])).toEqual([]);
  });

  it('is one of theirs, none of which is stricter, in whatever order they come', () => {
    const some = fc.array(fc.constantFrom(...TLP_MARKINGS), { minLength: 1 });
    fc.assert(
      fc.property(some, (markings) => {
        const highest = highestTlp(markings);
        expect(markings).toContain(highest);
        expect(highestTlp([...markings].reverse())).toBe(highest);
        for (const one of markings) expect(highestTlp([one, highest])).toBe(highest);
      }),
    );
  });
});
