/** Letters and signs that every font of `fonts.ts` has, from and to: Latin, Greek, Cyrillic, and what texts set between. */
const SHOWN: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x49b],
  [0x49e, 0x4a7],
  [0x4aa, 0x4b7],
  [0x4ba, 0x4bb],
  [0x4c0, 0x4c4],
  [0x4cf, 0x4f9],
  [0x1e00, 0x1efb],
  [0x2000, 0x200a],
  [0x2010, 0x2026],
  [0x202f, 0x203a],
  [0x20ac, 0x20ac],
  [0x20bd, 0x20bd],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2261],
  [0x2264, 0x2265],
];

/** Every code point that is printed as it is. */
export const shownCodes = (): number[] =>
  SHOWN.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 10 || SHOWN.some(([from, to]) => code >= from && code <= to)) return character;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * Text for a PDF: a letter that its fonts lack stands as its code point, such as [U+4E2D], so that
 * nothing is lost or taken for another.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ')].map(shown).join('');
