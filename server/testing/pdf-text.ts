import { inflateSync } from 'node:zlib';

interface Part {
  readonly dictionary: string;
  readonly stream: string;
}

/** The objects of a PDF by number, their streams unpacked. */
function partsOf(pdf: Buffer): ReadonlyMap<string, Part> {
  const objects = pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g);
  return new Map(
    [...objects].map(([, number = '', body = '']) => {
      const [dictionary = '', packed] = body.split(/stream\n/, 2);
      if (packed === undefined || !dictionary.includes('FlateDecode'))
        return [number, { dictionary, stream: packed ?? '' }];
      const bytes = Buffer.from(packed.slice(0, packed.lastIndexOf('\nend')), 'latin1');
      return [number, { dictionary, stream: inflateSync(bytes).toString('latin1') }];
    }),
  );
}

type Letters = (hex: string) => string;

/** The letters of a font that every reader has: a byte each. */
const plainLetters: Letters = (hex) =>
  new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex'));

/** What the glyphs of an embedded font stand for, as a reader who copies them is told. */
function lettersOf(cmap: string): Letters {
  const letters = new Map<number, string>();
  // A ligature stands for several letters, such as <0066 0069>.
  for (const [, from = '', list = ''] of cmap.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [at, [, units = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries())
      letters.set(
        Number.parseInt(from, 16) + at,
        Buffer.from(units.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return (hex) =>
    [...hex.matchAll(/.{4}/g)]
      .map(([glyph]) => letters.get(Number.parseInt(glyph, 16)) ?? '')
      .join('');
}

/** A text without its spaces: lines of a PDF break where they must. */
export const bare = (text: string): string => text.replace(/\s/g, '');

/** The text of every page of a PDF as it can be searched and copied, without spaces. */
export function pdfPages(pdf: Buffer): string[] {
  const parts = partsOf(pdf);
  const fonts = new Map<string, Letters>();
  for (const { dictionary } of parts.values())
    for (const [, name = '', font = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(parts.get(font)?.dictionary ?? '')?.[1];
      fonts.set(name, cmap === undefined ? plainLetters : lettersOf(parts.get(cmap)?.stream ?? ''));
    }
  return [...parts.values()]
    .filter(({ stream }) => stream.includes(' Tf'))
    .map(({ stream }) => {
      let letters = plainLetters;
      return bare(
        [...stream.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)>/g)]
          .map(([, name, hex = '']) => {
            if (name !== undefined) letters = fonts.get(name) ?? plainLetters;
            return letters(hex);
          })
          .join(''),
      );
    });
}
