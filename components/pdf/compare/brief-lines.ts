import { fieldWords } from '@/components/compare/field-words';
import type { FieldChange } from '@/domain/lab/clause-change';
import type { CompareView, PairView } from '@/domain/lab/compare-view';
import type { Verdict } from '@/domain/verdict';

/** A difference in a line: where, and what. */
export interface BriefLine {
  readonly where: string;
  readonly what: string;
  /** What a reader of one page looks for first: 0 numbers, 1 lists, 2 other fields, 3 texts. */
  readonly rank: number;
}

const RANK = { number: 0, list: 1, words: 2, text: 3 } as const;

const MOST_WORDS = 160;

const cut = (text: string): string => {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= MOST_WORDS ? flat : `${flat.slice(0, MOST_WORDS - 1)}…`;
};

function textLines(where: string, { text }: PairView): BriefLine[] {
  const only = (side: 'a' | 'b'): string =>
    cut(
      text
        .filter(({ of }) => of === side)
        .map((run) => run.text.trim())
        .filter((words) => words !== '')
        .join(' … '),
    );
  const [gone, come] = [only('a'), only('b')];
  const parts = [
    ...(gone === '' ? [] : [`only A: “${gone}”`]),
    ...(come === '' ? [] : [`only B: “${come}”`]),
  ];
  return parts.length === 0 ? [] : [{ where, what: parts.join('; '), rank: RANK.text }];
}

const changeLine = (where: string, change: FieldChange): BriefLine => ({
  ...{ where, what: `${change.label}: ${fieldWords(change)}` },
  rank: RANK[change.kind],
});

function pairLines(pair: PairView): BriefLine[] {
  const { a, b } = pair;
  if (a === null || b === null) {
    const [letter, other] = a === null ? ['B', 'A'] : ['A', 'B'];
    const words = cut(pair.text.map(({ text }) => text).join(''));
    const what = `in ${letter}, not in ${other}: “${words}”`;
    return [{ where: `Clause ${(a ?? b)?.id}`, what, rank: RANK.text }];
  }
  const where = a.id === b.id ? `Clause ${a.id}` : `Clauses ${a.id}, ${b.id}`;
  return [
    ...textLines(where, pair),
    ...(pair.moved ? [{ where, what: 'stands elsewhere in B', rank: RANK.text }] : []),
    ...pair.changes.map((change) => changeLine(where, change)),
  ];
}

/** Everything that A and B say otherwise, numbers first: they are what a reader of one page looks for. */
export function briefLines({
  changes,
  pairs,
}: Pick<CompareView, 'changes' | 'pairs'>): BriefLine[] {
  const lines = [
    ...changes.map((change) => ({ ...changeLine('Whole pact', change), rank: RANK.number })),
    ...pairs.flatMap(pairLines),
  ];
  return lines.sort((one, two) => one.rank - two.rank);
}

type Counts = Readonly<Record<Verdict, number>> | null;

const LETTERS: readonly (readonly [letter: string, verdicts: readonly Verdict[]])[] = [
  ['v', ['VIOLATION_COMMISSION', 'VIOLATION_OMISSION']],
  ['p', ['PENDING']],
  ['d', ['DISPUTED']],
];

/** Violations, pending and disputed under A and B: "v 3 → 5 ↑2, p 1, d 0". */
export function cellWords(a: Counts, b: Counts): string {
  if (a === null && b === null) return 'none';
  const sum = (counts: Counts, verdicts: readonly Verdict[]): number =>
    verdicts.reduce((total, verdict) => total + (counts?.[verdict] ?? 0), 0);
  const words = LETTERS.map(([letter, verdicts]) => {
    const [before, after] = [sum(a, verdicts), sum(b, verdicts)];
    if (before === after) return `${letter} ${before}`;
    const arrow = after > before ? `↑${after - before}` : `↓${before - after}`;
    return `${letter} ${before} → ${after} ${arrow}`;
  }).join(', ');
  return a === null ? `only B: ${words}` : b === null ? `only A: ${words}` : words;
}
