import { countOf, formatDay, formatNumber, formatRange } from '@/components/format';
import type { StandingLine, StandingView } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';
import type { Ask } from './open';

/** A piece of a sentence; one with an `ask` is a button that opens why. */
export interface Piece {
  readonly text: string;
  readonly ask?: Ask;
}

/** What a sentence says of a party. */
export type Told = Pick<
  StandingLine,
  'party' | 'mode' | 'word' | 'low' | 'high' | 'counts' | 'years'
>;

const VIOLATIONS: readonly Verdict[] = ['VIOLATION_COMMISSION', 'VIOLATION_OMISSION'];

/** "2016" for the first of January, otherwise the day in full: no finer than needed. */
export function sinceWhen(day: string): string {
  return day.endsWith('-01-01') ? day.slice(0, 4) : formatDay(day);
}

/** What the sentence calls the pact: an accord where its title does. */
const noun = (title: string): string => (/\baccord\b/i.test(title) ? 'accord' : 'pact');

const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const DATED_TAIL = new RegExp(`,\\s+(\\d{1,2} )?(${MONTH}) \\d{4}.*$`);

/** A title without the date it ends in: the sentence gives the date in force, the title stands above. */
const undated = (title: string): string => title.replace(DATED_TAIL, '');

/** The opening clause: "Had this accord been in force since 2016," or "Under …, in force since …,". */
export function opening({ pact }: Pick<StandingView, 'pact'>): string {
  const { kind, title, inForce, referenceOnly } = pact;
  if (referenceOnly) return `${title}: kept for reference, never scored.`;
  if (inForce === null) return `${title} was never in force between these sides.`;
  const { from, until } = inForce;
  if (kind === 'hypothetical')
    return until === null
      ? `Had this ${noun(title)} been in force since ${sinceWhen(from)},`
      : `Had this ${noun(title)} been in force from ${sinceWhen(from)} until ${formatDay(until)},`;
  return until === null
    ? `Under the ${undated(title)}, in force since ${formatDay(from)},`
    : `Under the ${undated(title)}, in force from ${formatDay(from)} until ${formatDay(until)},`;
}

const sumOf = (line: Pick<Told, 'counts'>, verdicts: readonly Verdict[]): number =>
  verdicts.reduce((sum, verdict) => sum + line.counts[verdict], 0);

function countPieces(line: Told, signedOnly: boolean): Piece[] {
  const { party } = line;
  const violations = sumOf(line, VIOLATIONS);
  const groups: readonly (readonly [count: number, text: string, verdicts: readonly Verdict[]])[] =
    [
      [
        violations,
        `${countOf(violations, 'violation')} ${signedOnly ? 'signed' : 'found'}`,
        VIOLATIONS,
      ],
      [line.counts.PENDING, `${formatNumber(line.counts.PENDING)} pending`, ['PENDING']],
      [line.counts.DISPUTED, `${formatNumber(line.counts.DISPUTED)} disputed`, ['DISPUTED']],
    ];
  const shown = groups.filter(([count]) => count > 0);
  if (shown.length === 0)
    return [
      { text: signedOnly ? 'no violation signed' : 'no violation found' },
      ...(line.word === 'UNABLE_TO_CONCLUDE'
        ? [{ text: ', but too little was looked for to conclude' }]
        : []),
    ];
  return shown.flatMap(([, text, verdicts], at) => [
    ...(at === 0 ? [] : [{ text: ', ' }]),
    { text, ask: { what: 'count' as const, party, verdicts } },
  ]);
}

/** "34 (8–34)": the point and, where it is wider than the point, its band. */
export function standingFigure({ low, high }: Pick<StandingLine, 'low' | 'high'>): string | null {
  if (low === null || high === null) return null;
  const range = formatRange(low, high);
  return Math.round(low) === Math.round(high)
    ? formatNumber(high)
    : `${formatNumber(high)} (${range})`;
}

/** "RU would stand at 34 (8–34): 3 violations found, 1 pending." in pieces. */
export function partySentence(
  line: Told,
  name: string,
  { pact, filter }: Pick<StandingView, 'pact' | 'filter'>,
): Piece[] {
  const { party } = line;
  const supposed = pact.kind === 'hypothetical' || line.mode === 'compatibility';
  const figure = standingFigure(line);
  const verb = supposed ? 'would stand at' : 'stands at';
  const start: Piece[] =
    figure === null
      ? [
          {
            text:
              line.years === 0
                ? `${name} was not bound in the time shown: `
                : `${name} was bound for too short a time for a number: `,
          },
        ]
      : [
          { text: `${name} ${verb} ` },
          { text: figure, ask: { what: 'number', party } },
          { text: ': ' },
        ];
  return [...start, ...countPieces(line, filter.counting === 'signed'), { text: '.' }];
}

export const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** Whether anything at all was found, pending or disputed: such parties are shown first. */
export function hasFindings(line: Pick<Told, 'counts'>): boolean {
  return sumOf(line, [...VIOLATIONS, 'PENDING', 'DISPUTED']) > 0;
}

/**
 * The lines in three groups: parties in the headline (all of them, or in a pact of many those with
 * findings), the other parties, and states that never joined, which are never listed with parties.
 */
export function grouped(lines: readonly StandingLine[], many = 6) {
  const parties = lines.filter(({ mode }) => mode === 'compliance');
  const outside = lines.filter(({ mode }) => mode === 'compatibility');
  if (parties.length <= many) return { shown: parties, folded: [], outside };
  return {
    shown: parties.filter(hasFindings),
    folded: parties.filter((line) => !hasFindings(line)),
    outside,
  };
}
