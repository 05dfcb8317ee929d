import { describe, expect, it } from 'vitest';
import type { Verdict } from '@/domain/verdict';
import { fillOf } from './charts/verdict-patterns';
import { TOKENS } from './theme';

/** Machado, Oliveira and Fernandes 2009, full deficiency, on linear light. */
const SEEN_WITH = {
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;

/** Two colours mixed in sRGB, 70 % of the first: how computed areas are filled. */
const mixed = (one: string, two: string): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const part = (hex: string): number => Number.parseInt(hex.slice(at, at + 2), 16);
      return Math.round(part(one) * 0.7 + part(two) * 0.3)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;

type Light = readonly [number, number, number];

function lightOf(hex: string): Light {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const seen = ([r, g, b]: Light, matrix: readonly number[]): Light => {
  const row = (at: number): number =>
    Math.max(
      0,
      Math.min(1, (matrix[at] ?? 0) * r + (matrix[at + 1] ?? 0) * g + (matrix[at + 2] ?? 0) * b),
    );
  return [row(0), row(3), row(6)];
};

const luminance = ([r, g, b]: Light): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(one: Light, two: Light): number {
  const [dark, bright] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Distance in OKLab (Ottosson 2020): about 0.02 is just noticed side by side. */
function distance(one: Light, two: Light): number {
  const lab = ([r, g, b]: Light): Light => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const [a, b] = [lab(one), lab(two)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const MARKS = ['commission', 'omission', 'pending', 'disputed', 'discharged', 'quiet', 'accent'];

/** The verdicts that fill areas, the names of their colours. */
const AREAS: readonly (readonly [Verdict, string])[] = [
  ['VIOLATION_COMMISSION', 'commission'],
  ['VIOLATION_OMISSION', 'omission'],
  ['PENDING', 'pending'],
  ['DISPUTED', 'disputed'],
  ['DISCHARGED', 'discharged'],
  ['NOT_ATTRIBUTABLE', 'quiet'],
];

/** Whether an area is told by its colour alone. */
const isPlain = (verdict: Verdict, signed: boolean): boolean => {
  const { fill } = fillOf(verdict, signed);
  return !fill.startsWith('url(') && fill !== 'var(--paper)';
};

const THEMES = [
  ['light', 0],
  ['dark', 1],
] as const;
const EYES = Object.entries(SEEN_WITH);

describe.each(THEMES)('the colours of marks in the %s theme', (_, theme) => {
  const hex = (name: string): string => TOKENS[name]?.[theme] ?? '#000000';
  const colour = (name: string): Light => lightOf(hex(name));

  it.each(EYES)('stand out from the page with %s', (_eye, matrix) => {
    for (const name of MARKS)
      expect(
        contrast(seen(colour(name), matrix), seen(colour('paper'), matrix)),
        name,
      ).toBeGreaterThan(3);
  });

  it.each(EYES)('are told apart, where no pattern tells them, with %s', (_eye, matrix) => {
    for (const signed of [false, true]) {
      const plain = AREAS.filter(([verdict]) => isPlain(verdict, signed));
      const area = (name: string): Light =>
        seen(lightOf(signed ? hex(name) : mixed(hex(name), hex('paper'))), matrix);
      for (const [, one] of plain)
        for (const [, two] of plain)
          if (one < two)
            expect(distance(area(one), area(two)), `${one} ${two}`).toBeGreaterThan(0.06);
    }
  });
});

it.each([false, true])('no two verdicts share a pattern, signed: %s', (signed) => {
  const patterns = AREAS.map(([verdict]) => fillOf(verdict, signed).fill).filter((fill) =>
    fill.startsWith('url('),
  );
  expect(new Set(patterns).size).toBe(patterns.length);
  expect(patterns.length).toBeGreaterThan(2);
});
