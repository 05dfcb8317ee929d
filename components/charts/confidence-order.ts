import type { FindingRow } from '@/domain/standing-view';

/** The orders in which the intervals can be read, with their words. */
export const ORDERS = {
  belief: 'Belief',
  doubt: 'Width of doubt',
  margin: 'Nearness to the threshold',
  date: 'Date',
} as const;
export type Order = keyof typeof ORDERS;

const KEYS: Readonly<Record<Order, (row: FindingRow) => number | string>> = {
  belief: ({ lower }) => -lower,
  doubt: ({ lower, upper }) => lower - upper,
  margin: ({ lower, threshold }) => Math.abs(lower - threshold),
  date: ({ started }) => started.date,
};

/** Rows in an order; ties keep the order they came in. */
export function ordered(rows: readonly FindingRow[], order: Order): FindingRow[] {
  const key = KEYS[order];
  return [...rows].sort((one, two) => {
    const [a, b] = [key(one), key(two)];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

/** The picture in words. */
export function confidenceSummary(rows: readonly FindingRow[]): string {
  const above = rows.filter(({ lower, threshold }) => lower >= threshold).length;
  const open = rows.filter(
    ({ lower, upper, threshold }) => lower < threshold && threshold <= upper,
  ).length;
  return `${rows.length} intervals of belief: ${above} reach the threshold of their clause, ${open} could if doubt were resolved, ${rows.length - above - open} could not.`;
}

/** The rows as a CSV file. */
export function confidenceCsv(rows: readonly FindingRow[]): (string | number | null)[][] {
  return [
    [
      ...['incident', 'title', 'started', 'precision', 'clause', 'accused', 'verdict', 'rule'],
      ...['question', 'lower', 'upper', 'threshold', 'severity'],
    ],
    ...rows.map((row) => [
      ...[row.incident, row.title, row.started.date, row.started.precision, row.clause],
      ...[row.accused, row.verdict, row.rule, row.question, row.lower, row.upper],
      ...[row.threshold, row.severity],
    ]),
  ];
}
