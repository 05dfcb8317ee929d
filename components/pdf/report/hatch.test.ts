import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { dotted, hatched, lined } from './hatch';
import { tint } from './ink';

const boxes = fc.record({
  x: fc.integer({ min: 0, max: 200 }),
  y: fc.integer({ min: 0, max: 200 }),
  width: fc.double({ min: 0.5, max: 60, noNaN: true }),
  height: fc.double({ min: 0.5, max: 60, noNaN: true }),
});
const ends = (path: string): (readonly [number, number])[] =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

it('keeps every line of a hatching inside its box', () => {
  fc.assert(
    fc.property(boxes, (box) => {
      for (const [x, y] of ends(hatched(box, 3))) {
        expect(x).toBeGreaterThanOrEqual(box.x - 0.01);
        expect(x).toBeLessThanOrEqual(box.x + box.width + 0.01);
        expect(y).toBeGreaterThanOrEqual(box.y - 0.01);
        expect(y).toBeLessThanOrEqual(box.y + box.height + 0.01);
      }
    }),
  );
});

it('draws rising lines, more of them in a larger box', () => {
  const lines = ends(hatched({ x: 0, y: 0, width: 20, height: 10 }, 3));
  for (let at = 0; at < lines.length; at += 2) {
    const [x1, y1] = lines[at] ?? [0, 0];
    const [x2, y2] = lines[at + 1] ?? [0, 0];
    expect(x2 - x1).toBeCloseTo(y1 - y2, 1);
  }
  expect(lines.length / 2).toBe(10);
});

it('draws level lines inside their box', () => {
  expect(lined({ x: 1, y: 2, width: 9, height: 7 }, 3)).toBe('M1 3.5H10M1 6.5H10');
});

it('puts whole dots only', () => {
  expect(dotted({ x: 0, y: 0, width: 10, height: 5 }, 5, 1).match(/M/g)).toHaveLength(2);
  expect(dotted({ x: 0, y: 0, width: 2, height: 2 }, 5, 1)).toBe('');
});

test.each([
  ['#000000', 1, '#000000'],
  ['#000000', 0, '#ffffff'],
  ['#b5370b', 0.7, '#cb7354'],
])('%s at %d is %s', (colour, share, mixed) => {
  expect(tint(colour, share)).toBe(mixed);
});
