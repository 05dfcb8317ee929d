/** A line of text with its baseline. */
export interface TextPart {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly face: Face;
  readonly fill: string;
}

/** A rectangle: a background or a rule. */
export interface BoxPart {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/** A drawing of its own, its styles written into it. */
export interface DrawingPart {
  readonly kind: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly viewBox: string | null;
  /** What stands within its `svg` element. */
  readonly markup: string;
}

export type Part = TextPart | BoxPart | DrawingPart;

export interface Face {
  readonly family: string;
  readonly size: number;
  readonly weight: number;
}

/** What every picture says beside its chart. */
export interface PictureWords {
  readonly pact: string;
  /** Shown in a frame beside the pact: HYPOTHETICAL; null for pacts that were in force. */
  readonly stamp: string | null;
  readonly title: string;
  readonly note: string;
  /** Pact, policy and corpus versions, and the data cut-off. */
  readonly sources: string;
  /** The strictest marking of what is drawn, in words: above and below the rest. */
  readonly marking: string;
}

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly stamp: string;
}

export interface PictureQuestion {
  readonly words: PictureWords;
  readonly parts: readonly Part[];
  /** Size of what the parts stand in, px. */
  readonly width: number;
  readonly height: number;
  /** Patterns and the like that the parts refer to. */
  readonly defs?: string;
  readonly palette: Palette;
  readonly families: { readonly text: string; readonly heading: string };
  readonly measure: (text: string, face: Face) => number;
  /** Fonts to carry along, as CSS. */
  readonly css?: string;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const GAP = 8;
/** Narrower than this the words would not stand on the picture. */
const LEAST = 480;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters are no XML, whoever wrote the title of an incident.
const inXml = (text: string): string =>
  [...text]
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('')
    .replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');

const short = (value: number): string => `${Math.round(value * 100) / 100}`;

/** Breaks text at spaces so that each line keeps to a width; a longer word stands alone. */
export function wrapped(text: string, width: number, fits: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\n]+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function drawn(part: Part): string {
  const { x, y } = part;
  switch (part.kind) {
    case 'text': {
      const { family, size, weight } = part.face;
      return `<text x="${short(x)}" y="${short(y)}" fill="${inXml(part.fill)}" font-family="${inXml(family)}" font-size="${short(size)}" font-weight="${weight}">${inXml(part.text)}</text>`;
    }
    case 'box':
      return `<rect x="${short(x)}" y="${short(y)}" width="${short(part.width)}" height="${short(part.height)}" fill="${inXml(part.fill)}"/>`;
    case 'drawing': {
      const view = part.viewBox === null ? '' : ` viewBox="${inXml(part.viewBox)}"`;
      return `<svg x="${short(x)}" y="${short(y)}" width="${short(part.width)}" height="${short(part.height)}"${view} overflow="visible">${part.markup}</svg>`;
    }
  }
}

interface Laid {
  readonly parts: Part[];
  /** Where what follows begins. */
  readonly y: number;
}

/** Words from above to below at the left margin. */
function column(
  paragraphs: readonly { readonly text: string; readonly face: Face; readonly fill: string }[],
  from: number,
  { width, measure }: { readonly width: number; readonly measure: PictureQuestion['measure'] },
): Laid {
  const parts: Part[] = [];
  let y = from;
  for (const { text, face, fill } of paragraphs) {
    for (const line of wrapped(text, width, (words) => measure(words, face))) {
      y += face.size * 1.35;
      parts.push({ kind: 'text', x: MARGIN, y: y - face.size * 0.35, text: line, face, fill });
    }
    y += GAP / 2;
  }
  return { parts, y };
}

/** The pact and, framed beside it or below where there is no room, its stamp. */
function pactLine(
  { words, palette, families, measure }: PictureQuestion,
  width: number,
  from: number,
): { readonly markup: string; readonly y: number } {
  const face = { family: families.text, size: 14, weight: 400 };
  const pact = column([{ text: words.pact, face, fill: palette.muted }], from, {
    ...{ width, measure },
  });
  const lines = pact.parts.map(drawn).join('');
  if (words.stamp === null) return { markup: lines, y: pact.y };
  const stamp = { family: families.text, size: 11, weight: 600 };
  const beside = MARGIN + measure(words.pact, face) + 12;
  const wide = measure(words.stamp, stamp) + words.stamp.length + 14;
  const fits = pact.parts.length === 1 && beside + wide <= MARGIN + width;
  const x = fits ? beside : MARGIN;
  const top = fits ? from : pact.y;
  const markup = `<rect x="${short(x)}" y="${short(top)}" width="${short(wide)}" height="18" fill="none" stroke="${inXml(palette.stamp)}"/><text x="${short(x + 7)}" y="${short(top + 13)}" fill="${inXml(palette.stamp)}" font-family="${inXml(stamp.family)}" font-size="11" font-weight="600" letter-spacing="1">${inXml(words.stamp)}</text>`;
  return { markup: lines + markup, y: fits ? pact.y : top + 18 + GAP / 2 };
}

/**
 * A chart as a picture that stands for itself wherever it goes: marking, pact and stamp, title, how to read
 * it, the chart as it is on the page with legend and dated marks, versions and cut-off. Pure: the
 * parts and the widths of words come from whoever sees the page.
 */
export function composePicture(question: PictureQuestion): Picture {
  const { words, parts, palette, families, measure, defs = '', css = '' } = question;
  const inner = Math.max(question.width, LEAST);
  const width = inner + 2 * MARGIN;
  const text = (size: number, weight = 400) => ({ family: families.text, size, weight });
  const bold = { face: text(12, 700), fill: palette.ink, text: words.marking };
  const first = column([bold], MARGIN, { width: inner, measure });
  const pact = pactLine(question, inner, first.y);
  const heading = { family: families.heading, size: 22, weight: 600 };
  const above = column(
    [
      { text: words.title, face: heading, fill: palette.ink },
      { text: words.note, face: text(13), fill: palette.muted },
    ],
    pact.y + GAP / 2,
    { width: inner, measure },
  );
  const top = above.y + GAP;
  const below = column(
    [{ text: words.sources, face: text(11), fill: palette.muted }, bold],
    top + question.height + GAP,
    { width: inner, measure },
  );
  const height = Math.ceil(below.y + MARGIN - GAP);
  const style = css === '' ? '' : `<style>${css.replaceAll('<', '')}</style>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${height}" viewBox="0 0 ${short(width)} ${height}" role="img" style="font-variant-numeric:tabular-nums">`,
    `<title>${inXml(words.title)}</title>`,
    `<desc>${inXml([words.marking, words.pact, words.stamp, words.note, words.sources].filter(Boolean).join(' · '))}</desc>`,
    `<defs>${style}${defs}</defs>`,
    `<rect width="100%" height="100%" fill="${inXml(palette.paper)}"/>`,
    ...first.parts.map(drawn),
    pact.markup,
    ...above.parts.map(drawn),
    `<g transform="translate(${MARGIN} ${short(top)})">`,
    ...parts.map(drawn),
    '</g>',
    ...below.parts.map(drawn),
    '</svg>',
  ].join('');
  return { svg, width, height };
}
