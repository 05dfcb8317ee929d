import { type StockTableBin, stillToCome } from './stock-bins';

/** How a part of the stock is drawn: solid where it is known, a pattern where it is not. */
export interface StockPiece {
  readonly words: string;
  readonly fill: string;
  readonly stroke: string;
  readonly value: (bin: StockTableBin) => number;
  /** Whether its sum over the bins counts something: stocks count an incident in many bins. */
  readonly counts: boolean;
}

export const PIECES = {
  onsets: {
    words: 'began',
    fill: 'color-mix(in srgb, var(--ink-muted) 70%, var(--paper))',
    stroke: 'var(--ink-muted)',
    value: ({ onsets }) => onsets,
    counts: true,
  },
  coarse: {
    words: 'began, dated too coarsely to be sure of the period',
    fill: 'url(#fill-coarse)',
    stroke: 'var(--ink-muted)',
    value: ({ coarse }) => coarse,
    counts: true,
  },
  expected: {
    words: 'expected to be reported later',
    fill: 'var(--paper)',
    stroke: 'var(--ink-muted)',
    value: stillToCome,
    counts: false,
  },
  active: {
    words: 'known to be active',
    fill: 'color-mix(in srgb, var(--accent) 70%, var(--paper))',
    stroke: 'var(--accent)',
    value: ({ active }) => active,
    counts: false,
  },
  unknownEnd: {
    words: 'begun before, end unknown',
    fill: 'url(#fill-unknown)',
    stroke: 'var(--accent)',
    value: ({ unknownEnd }) => unknownEnd,
    counts: false,
  },
} as const satisfies Record<string, StockPiece>;

export type PieceKey = keyof typeof PIECES;

/** The pieces of either picture, from below. */
export const DRAWN = {
  begun: ['onsets', 'coarse', 'expected'],
  active: ['active', 'unknownEnd'],
} as const satisfies Record<string, readonly PieceKey[]>;
