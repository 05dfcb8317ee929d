import { plainColour } from './colour';
import type { BoxPart, Face, Part, TextPart } from './picture';
import { takeDrawing, takeReferences } from './take-drawing';

/** A look at the page: what stands in an element, part by part. */
export interface Taken {
  readonly parts: readonly Part[];
  readonly defs: string;
  readonly width: number;
  readonly height: number;
}

/** Controls and what only screen readers are told are no part of a picture. */
const LEFT_OUT =
  '.quiet-button, input, select, textarea, fieldset, .visually-hidden, [data-unpictured]';

export function faceOf({ fontFamily, fontSize, fontWeight }: CSSStyleDeclaration): Face {
  return { family: fontFamily, size: Number.parseFloat(fontSize), weight: Number(fontWeight) };
}

const pen = () => document.createElement('canvas').getContext('2d');

/** Width of words in a face, px; and how far its letters rise above the baseline, as a share of the line. */
export function measuring() {
  const context = pen();
  const set = ({ family, size, weight }: Face) => {
    if (context !== null) context.font = `${weight} ${size}px ${family}`;
    return context;
  };
  return {
    measure: (text: string, face: Face): number =>
      set(face)?.measureText(text).width ?? text.length * face.size * 0.55,
    rise: (face: Face): number => {
      const metrics = set(face)?.measureText('x');
      if (metrics === undefined) return 0.8;
      const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = metrics;
      return up / (up + down);
    },
  };
}

/** The lines of a text node as the page broke them. */
function linesOf(node: Text): { readonly text: string; readonly box: DOMRect }[] {
  const range = document.createRange();
  const lines: { text: string; box: DOMRect }[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < 2) {
      last.text += ` ${word}`;
      last.box = new DOMRect(
        ...([last.box.x, last.box.y, box.right - last.box.x, last.box.height] as const),
      );
    } else lines.push({ text: word, box });
  }
  return lines.filter(({ box }) => box.width > 0);
}

function textParts(node: Text, from: DOMRect, rise: (face: Face) => number): TextPart[] {
  const parent = node.parentElement;
  if (parent === null) return [];
  const style = getComputedStyle(parent);
  const face = faceOf(style);
  const { colour } = plainColour(style.color);
  return linesOf(node).map(({ text, box }) => ({
    kind: 'text',
    x: box.left - from.left,
    y: box.top - from.top + box.height * rise(face),
    ...{ text, face, fill: colour },
  }));
}

/** Background and rules of an element. */
function boxParts(element: Element, style: CSSStyleDeclaration, from: DOMRect): BoxPart[] {
  const box = element.getBoundingClientRect();
  const x = box.left - from.left;
  const y = box.top - from.top;
  const { width, height } = box;
  const rule = (side: 'Top' | 'Bottom' | 'Left' | 'Right'): BoxPart[] => {
    const thick = Number.parseFloat(style[`border${side}Width`]);
    const { colour, alpha } = plainColour(style[`border${side}Color`]);
    if (!(thick > 0) || alpha === 0 || style[`border${side}Style`] === 'none') return [];
    const lying = side === 'Top' || side === 'Bottom';
    return [
      {
        ...{ kind: 'box', fill: colour },
        x: side === 'Right' ? x + width - thick : x,
        y: side === 'Bottom' ? y + height - thick : y,
        width: lying ? width : thick,
        height: lying ? thick : height,
      },
    ];
  };
  const { colour, alpha } = plainColour(style.backgroundColor);
  const ground: BoxPart[] = alpha === 0 ? [] : [{ kind: 'box', x, y, width, height, fill: colour }];
  return [...ground, ...rule('Top'), ...rule('Bottom'), ...rule('Left'), ...rule('Right')];
}

/** Everything one sees in an element, as parts of a picture, whether drawn or written. */
export function takeParts(root: HTMLElement): Taken {
  const from = root.getBoundingClientRect();
  const { rise } = measuring();
  const found = new Set<string>();
  const parts: Part[] = [];
  const walk = (element: Element): void => {
    if (element.matches(LEFT_OUT)) return;
    if (element instanceof SVGSVGElement) {
      const drawing = takeDrawing(element, from, found);
      if (drawing !== null) parts.push(drawing);
      return;
    }
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return;
    if (element !== root) parts.push(...boxParts(element, style, from));
    for (const child of element.childNodes) {
      if (child instanceof Element) walk(child);
      else if (child instanceof Text) parts.push(...textParts(child, from, rise));
    }
  };
  walk(root);
  return { parts, defs: takeReferences(found), width: from.width, height: from.height };
}
