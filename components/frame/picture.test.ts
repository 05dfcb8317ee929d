import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePicture, type Part, type PictureQuestion, wrapped } from './picture';

/** Every letter 7 px wide at size 14, and so on. */
const measure: PictureQuestion['measure'] = (text, { size }) => text.length * size * 0.5;

const asked = (changes: Partial<PictureQuestion> = {}): PictureQuestion => ({
  words: {
    ...{ pact: 'Anti-doxing accord', stamp: 'HYPOTHETICAL', title: 'Findings by period' },
    ...{
      note: 'Each incident counts once.',
      sources: 'Sources: corpus 33 · as of 22 November 2026',
      marking: 'TLP:AMBER+STRICT',
    },
  },
  parts: [],
  ...{ width: 600, height: 300, measure },
  palette: { paper: '#fdfdfb', ink: '#15181d', muted: '#565b63', stamp: '#5a4a12' },
  families: { text: 'Inter', heading: 'Source Serif 4' },
  ...changes,
});

const words = (svg: string): string =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');

/** Whether every element that is opened is closed, in order. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, slash, name, rest = ''] of svg.matchAll(/<(\/?)([a-z]+)([^<>]*)>/gi)) {
    if (slash === '/') {
      if (open.pop() !== name) return false;
    } else if (!rest.endsWith('/')) open.push(name ?? '');
  }
  return open.length === 0;
}

describe('a picture that leaves the page', () => {
  it('says of which pact it is, that it is hypothetical, what it shows and where it is from', () => {
    const { svg } = composePicture(asked());
    for (const line of ['Anti-doxing accord', 'HYPOTHETICAL', 'Findings by period', 'corpus 33'])
      expect(words(svg)).toContain(line);
    expect(svg).toContain('<title>Findings by period</title>');
  });

  it('bears its marking above and below', () => {
    expect(words(composePicture(asked()).svg)).toMatch(/^TLP:AMBER\+STRICT .* TLP:AMBER\+STRICT$/);
  });

  it('stamps nothing that was in force', () => {
    const { words: said } = asked();
    const { svg } = composePicture(asked({ words: { ...said, stamp: null } }));
    expect(svg).not.toMatch(/HYPOTHETICAL|null/);
  });

  it('holds the parts where they stood, within margins', () => {
    const part: Part = {
      ...{ kind: 'drawing', x: 10, y: 20, width: 580, height: 200, viewBox: null },
      markup: '<rect id="bar" width="3" height="4"/>',
    };
    const { svg, width, height } = composePicture(asked({ parts: [part] }));
    expect(svg).toContain('<rect id="bar"');
    expect(svg).toContain('x="10" y="20" width="580" height="200"');
    expect(width).toBe(648);
    expect(height).toBeGreaterThan(300);
  });

  it('widens a narrow chart so that its words find room', () => {
    expect(composePicture(asked({ width: 328 })).width).toBe(528);
  });

  it('grows with its words and loses none, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 60 }), (note, pact) => {
        const said = { ...asked().words, note, pact };
        const { svg, height } = composePicture(asked({ words: said }));
        expect(isWellFormed(svg)).toBe(true);
        expect(height).toBeGreaterThanOrEqual(composePicture(asked()).height - 60);
      }),
      { numRuns: 200 },
    );
  });

  it('lets no markup in through words', () => {
    const said = {
      ...asked().words,
      title: '<script>alert(1)</script> & "quotes"',
      pact: '</svg>',
    };
    const { svg } = composePicture(asked({ words: said }));
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });
});

describe('broken lines', () => {
  const fits = (line: string): number => line.length;
  it('keep every word in order, none wider than asked unless it is one word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (given, width) => {
          const lines = wrapped(given.join(' '), width, fits);
          expect(lines.join(' ')).toBe(given.join(' '));
          for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
        },
      ),
    );
  });
});
