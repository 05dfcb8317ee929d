/** Beyond Latin-1, what the fonts that every PDF reader has can show (Windows-1252). */
const MORE = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const SAME: Readonly<Record<string, string>> = {
  ...{ '\u202f': ' ', '\u2009': ' ', '\u2010': '-', '\u2011': '-', '\u2212': '-', '→': '->' },
};

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 10 || (code >= 0x20 && code < 0x7f)) return character;
  if ((code >= 0xa0 && code <= 0xff) || MORE.includes(character)) return character;
  return SAME[character] ?? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * Text for a PDF in the fonts that every reader has: a letter they lack stands as its code point, such
 * as [U+0416], so that nothing is lost or taken for another.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ')].map(shown).join('');
