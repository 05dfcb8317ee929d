import type { TrendValues } from './trend-policy';

/** One onset month after correction for what is not reported yet. */
export interface NowcastRow {
  /** Reported so far. */
  readonly reported: number;
  /** Share of the final number that is usually reported by now, 0 to 1; null where no row tells. */
  readonly share: number | null;
  /** Expected final number; null: no estimate, for nothing is reported yet or no row tells. */
  readonly estimate: number | null;
  readonly error: number | null;
  /** Too little is usually reported by now: grey it out. */
  readonly provisional: boolean;
}

/**
 * Corrects counts for reporting delay (method.md 5, "Reporting lag"). A row an onset month, oldest
 * first, a column a delay in months; null: not observable yet. Reverse hazard g(d) = n(d)/N(d) over
 * the rows observed up to d, F(d-1) = F(d) (1-g(d)), nowcast n/F with error sqrt(n(1-F))/F. Delays
 * beyond the last column are taken never to occur.
 */
export function nowcast(
  rows: readonly (readonly (number | null)[])[],
  { provisionalBelow }: Pick<TrendValues, 'provisionalBelow'>,
): NowcastRow[] {
  const shares = reportedShares(rows);
  return rows.map((row) => {
    const seen = row.filter((n) => n !== null);
    const reported = seen.reduce((sum, n) => sum + n, 0);
    const share = seen.length === 0 ? null : (shares[seen.length - 1] ?? null);
    const provisional = share === null || share < provisionalBelow;
    if (share === null || reported === 0)
      return { reported, share, estimate: null, error: null, provisional };
    const error = Math.sqrt(reported * (1 - share)) / share;
    return { reported, share, estimate: reported / share, error, provisional };
  });
}

/** F(d): share of the final number reported within d months, by delay; null where no row tells. */
export function reportedShares(rows: readonly (readonly (number | null)[])[]): (number | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const at = new Array<number>(width).fill(0);
  const upTo = new Array<number>(width).fill(0);
  for (const row of rows) {
    let sum = 0;
    for (let delay = 0; delay < row.length; delay += 1) {
      const n = row[delay] ?? null;
      if (n === null) break;
      sum += n;
      at[delay] = (at[delay] ?? 0) + n;
      upTo[delay] = (upTo[delay] ?? 0) + sum;
    }
  }
  const shares = new Array<number | null>(width).fill(null);
  let share: number | null = width === 0 || upTo[width - 1] === 0 ? null : 1;
  for (let delay = width - 1; delay >= 0; delay -= 1) {
    shares[delay] = share;
    const all = upTo[delay] ?? 0;
    share = share === null || all === 0 ? null : share * (1 - (at[delay] ?? 0) / all);
  }
  return shares;
}
