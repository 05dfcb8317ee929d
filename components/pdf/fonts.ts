import { Font } from '@react-pdf/renderer';

/** The fonts of a sheet on paper: what they are called there, and the files that ship with the product. */
export const SANS = 'Sheet Sans';
export const SERIF = 'Sheet Serif';
export const MONO = 'Sheet Mono';
const FILES = [
  { family: SANS, fontWeight: 'normal', file: 'DejaVuSansCondensed' },
  { family: SERIF, fontWeight: 'normal', file: 'DejaVuSerif' },
  { family: SERIF, fontWeight: 'bold', file: 'DejaVuSerif-Bold' },
  { family: MONO, fontWeight: 'normal', file: 'DejaVuSansMono' },
] as const;
export type FontFile = (typeof FILES)[number]['file'];

/** Makes the fonts known, given where their files lie; to be done once before a sheet is drawn. */
export function registerFonts(pathOf: (file: FontFile) => string): void {
  for (const { family, fontWeight, file } of FILES)
    Font.register({ family, fontWeight, src: pathOf(file) });
  // Words of other languages are not divided as English ones are.
  Font.registerHyphenationCallback((word) => [word]);
}
