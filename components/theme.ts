import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Light and dark value of every colour the product draws with (look.md, "Verdict grammar"). */
export const TOKENS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  paper: ['#fdfdfb', '#14171b'],
  'paper-raised': ['#f5f5f0', '#1c2026'],
  ink: ['#15181d', '#eceae5'],
  'ink-muted': ['#565b63', '#a9aeb6'],
  hairline: ['#d8d8d1', '#343a42'],
  'hairline-strong': ['#84878a', '#7d838b'],
  accent: ['#1b3f73', '#a5c3f2'],
  'accent-wash': ['#e6ecf5', '#222e40'],
  stamp: ['#5a4a12', '#dccb92'],
  commission: ['#b5370b', '#ff9a6b'],
  omission: ['#8f6200', '#f0b93a'],
  pending: ['#005c91', '#6fb8e8'],
  disputed: ['#8a3e6b', '#e5a3c6'],
  discharged: ['#00694f', '#4fcba5'],
  quiet: ['#5f6368', '#a8adb3'],
};

/**
 * Every token as a CSS variable: `--paper`, `--ink`, `--commission` and so on. `light-dark()` reads
 * the colour scheme of the element, so print and a picture can ask for light without a second list.
 */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    ...Object.fromEntries(
      Object.entries(TOKENS).map(([name, [light, dark]]) => [
        `--${name}`,
        `light-dark(${light}, ${dark})`,
      ]),
    ),
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-muted)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default-border': 'var(--hairline-strong)',
  },
  light: {},
  dark: {},
});

const ink: MantineColorsTuple = [
  '#e6ecf5',
  '#c9d6ea',
  '#a5c3f2',
  '#86a5d6',
  '#6585bb',
  '#4668a0',
  '#2c5088',
  '#1b3f73',
  '#15335e',
  '#0e2443',
];

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Source Serif 4 Variable', Georgia, serif", fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '3rem' },
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 2 },
  autoContrast: true,
  defaultRadius: 2,
  focusRing: 'never',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
