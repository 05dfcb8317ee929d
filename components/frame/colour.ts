const channel = (value: string): string =>
  Math.round(Math.max(0, Math.min(1, Number(value))) * 255)
    .toString(16)
    .padStart(2, '0');

const byte = (value: string): string => channel(String(Number(value) / 255));

/** A computed colour as every drawing program reads it: `#rrggbb`, and how opaque it is. */
export function plainColour(computed: string): { readonly colour: string; readonly alpha: number } {
  const srgb = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(computed);
  if (srgb !== null) {
    const [, red = '0', green = '0', blue = '0', alpha = '1'] = srgb;
    return { colour: `#${[red, green, blue].map(channel).join('')}`, alpha: Number(alpha) };
  }
  const rgb = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (rgb !== null) {
    const [, red = '0', green = '0', blue = '0', alpha = '1'] = rgb;
    return { colour: `#${[red, green, blue].map(byte).join('')}`, alpha: Number(alpha) };
  }
  return { colour: computed, alpha: 1 };
}
