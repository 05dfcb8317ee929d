import { binNumber } from '@/domain/bins';
import { monthText } from '@/domain/trend/wording';
import type { MoveKind, StandingMoves } from './standing-moves';

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const numberText = (n: number): string => NUMBERS[n] ?? `${n}`;

const KINDS: Readonly<Record<MoveKind, (one: boolean) => string>> = {
  new: () => 'new',
  re_attributed: () => 're-attributed',
  clock_ran_out: (one) => (one ? 'clock ran out' : 'clocks ran out'),
  dispute_opened: () => 'now disputed',
  dispute_settled: () => 'no longer disputed',
  answered: (one) => (one ? 'duty met' : 'duties met'),
  reweighed: () => 'weighed anew',
  lapsed: () => 'lapsed',
  withdrawn: () => 'withdrawn',
};

/** `+3`, `-12`, `no change`. */
function signed(change: number): string {
  const rounded = Math.round(change);
  if (rounded === 0) return 'No change';
  return rounded > 0 ? `+${rounded}` : `\u2212${-rounded}`;
}

/**
 * What moved the index, in one line: "−12 since May 2026: two new, one re-attributed, one clock ran
 * out". Time in force is named where it alone makes a point or more.
 */
export function movesSentence({ change, time, kinds, from }: StandingMoves): string {
  const since = monthText(binNumber(from, 'month'));
  const told = kinds.map(({ kind, count }) => `${numberText(count)} ${KINDS[kind](count === 1)}`);
  const aged =
    time !== null && Math.round(time) !== 0 ? [`${signed(time)} by more time in force`] : [];
  const why = [...told, ...aged].join(', ');
  const head =
    change === null
      ? `Since ${since}, without an index on both days`
      : `${signed(change)} since ${since}`;
  return why === '' ? `${head}: nothing that counts has changed.` : `${head}: ${why}.`;
}
