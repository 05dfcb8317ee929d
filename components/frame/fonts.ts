/** The part of a font that has our letters; others of the same family are left where they are. */
const LATIN = /U\+0{1,4}-0*FF\b/i;

async function asData(address: string): Promise<string | null> {
  const reply = await fetch(address).catch(() => null);
  if (reply === null || !reply.ok) return null;
  const bytes = new Uint8Array(await reply.arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(letters)}`;
}

const isFace = (rule: CSSRule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule;

/**
 * The fonts of the page as CSS that carries them along: a picture drawn from a file may load
 * nothing. What cannot be had is left out, and the words stand in the system's own letters.
 */
export async function fontsAsCss(): Promise<string> {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter(isFace)
    .filter(
      ({ style }) =>
        LATIN.test(style.getPropertyValue('unicode-range')) &&
        style.getPropertyValue('font-style') !== 'italic',
    );
  const written = await Promise.all(
    faces.map(async ({ style, parentStyleSheet }) => {
      const [, path = ''] = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src')) ?? [];
      const data = await asData(new URL(path, parentStyleSheet?.href ?? location.href).href);
      if (data === null) return '';
      const family = style.getPropertyValue('font-family');
      const weight = style.getPropertyValue('font-weight') || '400';
      return `@font-face{font-family:${family};font-weight:${weight};src:url(${data}) format("woff2")}`;
    }),
  );
  return written.join('');
}
