import { describe, expect, it } from 'vitest';
import { holdsHidden } from './text';

const ZWNJ = '\u200C';
const ZWJ = '\u200D';

describe('characters that nobody sees', () => {
  it.each([
    ['a zero-width space', 'a\u200Bb', true],
    ['a joiner between Latin letters', `ad${ZWJ}min`, true],
    ['a non-joiner between Cyrillic letters', `мо${ZWNJ}сква`, true],
    ['a joiner at the end', `\u0645\u06CC${ZWNJ}`, true],
    ['a joiner before a blank', `\u0645\u06CC${ZWNJ} \u06AF`, true],
    ['two joiners in a row', `\u0645\u06CC${ZWNJ}${ZWNJ}\u06AF`, true],
    ['a change of direction', 'a\u202Eb', true],
    ['a mark of direction', 'a\u200Fb', true],
    ['NUL', 'a\u0000b', true],
    [
      'a Persian word, which is spelt with one',
      `\u0645\u06CC${ZWNJ}\u06AF\u0648\u06CC\u062F`,
      false,
    ],
    ['a Hindi conjunct', `\u0915\u094D${ZWJ}\u0937`, false],
    ['an emoji of a family', `\u{1F468}${ZWJ}\u{1F469}${ZWJ}\u{1F467}`, false],
    ['tab and line breaks', 'a\tb\nc', false],
  ])('%s', (_, words, hidden) => {
    expect(holdsHidden(words)).toBe(hidden);
  });
});
