import { plainColour } from './colour';
import type { DrawingPart } from './picture';

/** What a drawing takes from the styles of the page, beside its colours. */
const KEPT = [
  ...['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing'],
  ...['text-anchor', 'dominant-baseline', 'paint-order', 'shape-rendering'],
] as const;

/** Values that say nothing, left out to keep the file readable. */
const SAYS_NOTHING = new Set(['', 'none', 'normal', 'auto', 'butt', 'miter', '0px', 'start']);

const REFERENCE = /url\(["']?#([^"')]+)["']?\)/;

function setColour(
  clone: Element,
  style: CSSStyleDeclaration,
  name: 'fill' | 'stroke',
  found: Set<string>,
): void {
  const value = style.getPropertyValue(name);
  const [, id] = REFERENCE.exec(value) ?? [];
  if (id !== undefined) {
    found.add(id);
    clone.setAttribute(name, `url(#${id})`);
    return;
  }
  const { colour, alpha } = plainColour(value);
  clone.setAttribute(name, colour);
  const opacity = Number(style.getPropertyValue(`${name}-opacity`) || 1) * alpha;
  if (opacity < 1 && colour !== 'none') clone.setAttribute(`${name}-opacity`, `${opacity}`);
}

function isHidden(style: CSSStyleDeclaration): boolean {
  return style.display === 'none' || style.visibility === 'hidden';
}

/** Writes what an element looks like into its copy; false where it is not to be seen. */
function written(original: Element, clone: Element, found: Set<string>): boolean {
  const style = getComputedStyle(original);
  // What only refers (patterns, clips) has no look of its own, but its parts have.
  if (isHidden(style) && original.closest('defs') === null) return false;
  for (const { name } of [...clone.attributes])
    if (/^(?:class|style|tabindex|role|aria-|data-|on)/.test(name)) clone.removeAttribute(name);
  const isText = original instanceof SVGTextContentElement;
  if (original instanceof SVGGeometryElement || isText) {
    setColour(clone, style, 'fill', found);
    setColour(clone, style, 'stroke', found);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (name.startsWith('font') || name.startsWith('text') ? !isText : false) continue;
      if (!SAYS_NOTHING.has(value)) clone.setAttribute(name, value);
    }
  }
  if (Number(style.opacity) < 1) clone.setAttribute('opacity', style.opacity);
  return true;
}

function copyOf(original: Element, found: Set<string>): Element | null {
  const clone = original.cloneNode(false);
  if (!(clone instanceof Element) || !written(original, clone, found)) return null;
  for (const child of original.childNodes) {
    if (child instanceof Element) {
      if (child.matches('title, desc, foreignObject, [data-unpictured]')) continue;
      const copy = copyOf(child, found);
      if (copy !== null) clone.appendChild(copy);
    } else if (child.nodeType === Node.TEXT_NODE) clone.appendChild(child.cloneNode());
  }
  return clone;
}

const markupOf = (element: Element): string => {
  const serialiser = new XMLSerializer();
  return [...element.childNodes].map((child) => serialiser.serializeToString(child)).join('');
};

/** An `svg` of the page with its styles written into it; what it refers to is added to `found`. */
export function takeDrawing(
  svg: SVGSVGElement,
  from: DOMRect,
  found: Set<string>,
): DrawingPart | null {
  const box = svg.getBoundingClientRect();
  if (box.width === 0 || box.height === 0 || isHidden(getComputedStyle(svg))) return null;
  const copy = copyOf(svg, found);
  if (copy === null) return null;
  return {
    kind: 'drawing',
    x: box.left - from.left,
    y: box.top - from.top,
    width: box.width,
    height: box.height,
    viewBox: svg.getAttribute('viewBox'),
    markup: markupOf(copy),
  };
}

/** The patterns that drawings refer to, from wherever on the page they stand. */
export function takeReferences(ids: ReadonlySet<string>): string {
  const serialiser = new XMLSerializer();
  return [...ids]
    .flatMap((id) => {
      const element = document.getElementById(id);
      const copy = element === null ? null : copyOf(element, new Set());
      if (copy === null) return [];
      copy.setAttribute('id', id);
      return [serialiser.serializeToString(copy)];
    })
    .join('');
}
