import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bracketEscaped, bracketsIn, bracketUnescaped, withWords } from './brackets';

/** As a negotiator writes it, what the options are, and how it reads with the last one taken. */
test.each([
  ['Each party [shall / should] act.', ['shall', 'should'], 'Each party should act.'],
  ['Each party [shall/should/may] act.', ['shall', 'should', 'may'], 'Each party may act.'],
  ['act within [30 / 60 days] of notice', ['30 days', '60 days'], 'act within 60 days of notice'],
  ['within [30 days / 2 months]', ['30 days', '2 months'], 'within 2 months'],
  ['a belief of [0.5 / 0.75]', ['0.5', '0.75'], 'a belief of 0.75'],
  ['stops it [publicly], and says so', ['publicly', ''], 'stops it, and says so'],
  ['it [and/or / and] its organs', ['and/or', 'and'], 'it and its organs'],
  ['the [party / ] concerned', ['party', ''], 'the concerned'],
])('%s', (text, words, closed) => {
  const { brackets, faults } = bracketsIn(text);
  expect(faults).toEqual([]);
  expect(brackets.map(({ options }) => options.map((option) => option.words))).toEqual([words]);
  expect(withWords(text, brackets[0]?.source ?? '', words.at(-1) ?? '')).toBe(closed);
});

test.each([
  ['Each party [shall / should act.', 'a bracket opens and is not closed'],
  ['Each party shall] act.', 'a bracket closes that was not opened'],
  ['[shall [/ should]]', 'a bracket opens within another one'],
  ['Each party [ ] acts.', 'a bracket is empty'],
  ['[1/2/3/4/5/6/7/8/9]', 'a bracket has more than 8 options'],
])('%s is told: %s', (text, message) => {
  expect(bracketsIn(text).faults.map((fault) => fault.message)).toContain(message);
});

test('brackets written twice are words, within the text and within an option', () => {
  expect(bracketsIn('The word [[sic]] stays.')).toEqual({ brackets: [], faults: [] });
  expect(bracketUnescaped('The word [[sic]] stays.')).toBe('The word [sic] stays.');
});

test('the same bracket twice in a clause is closed in both places', () => {
  const text = 'It [shall / should] act, and [shall / should] tell.';
  expect(withWords(text, '[shall / should]', 'shall')).toBe('It shall act, and shall tell.');
});

test('any text written for a draft has no open bracket, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('[', ']', '/', ' ', 'a', '3') }), (plain) => {
      const text = bracketEscaped(plain);
      expect(bracketsIn(text)).toEqual({ brackets: [], faults: [] });
      expect(bracketUnescaped(text)).toBe(plain);
    }),
  );
});

test('closing what is open leaves nothing open, and no word of the rest is touched', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
  const options = fc.array(word, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(word, options, word, fc.nat(), (before, list, after, n) => {
      const source = `[${list.join(' / ')}]`;
      const text = `${before} ${source} ${after}`;
      const [bracket] = bracketsIn(text).brackets;
      const { words = '' } = bracket?.options[n % list.length] ?? {};
      const closed = withWords(text, source, words);
      expect(closed).toBe(`${before} ${words} ${after}`);
      expect(bracketsIn(closed).brackets).toEqual([]);
    }),
  );
});
