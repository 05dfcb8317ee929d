import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuery, isPermalinkCode, permalinkOf } from './permalink';

const parameters = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.string()), {
  selector: ([name]) => name,
  maxLength: 8,
});

describe('a short address', () => {
  it('is the same for the same question, in whatever order it is asked', () => {
    fc.assert(
      fc.property(parameters, (given) => {
        const link = permalinkOf('/trends', given);
        expect(permalinkOf('/trends', [...given].reverse())).toEqual(link);
        expect(permalinkOf('/trends', new URLSearchParams(link.query))).toEqual(link);
        expect(isPermalinkCode(link.code)).toBe(true);
      }),
    );
  });

  it('differs by page and by filter', () => {
    const codes = [
      permalinkOf('/trends', []),
      permalinkOf('/', []),
      permalinkOf('/trends', [['pact', 'us-china-2015']]),
      permalinkOf('/trends', [['clause', 'us-china-2015']]),
    ].map(({ code }) => code);
    expect(new Set(codes).size).toBe(4);
  });

  it('leaves out what is empty', () => {
    expect(
      canonicalQuery([
        ['until', ''],
        ['by', 'month'],
      ]),
    ).toBe('by=month');
  });

  it.each(['', 'abc', 'abcdefghi-', 'abcdefghijk', '../../etc/'])('"%s" is no code', (text) => {
    expect(isPermalinkCode(text)).toBe(false);
  });
});
