import { formatNumber } from '@/components/format';
import { FigureTable } from '@/components/trends/figure-table';
import type { SegmentedFit } from '@/domain/effect/segmented';
import { percent } from '@/domain/trend/wording';

const NAMES: Readonly<Record<string, string>> = {
  level: 'Level at the first month (log)',
  trend: 'Trend, by month',
  step: 'Change of level at the pact',
  slope: 'Change of trend from the pact on, by month',
};

const nameOf = (term: string): string => {
  const [wave, number] = term.split('_');
  return NAMES[term] ?? `Season, ${wave} ${number}`;
};

interface Props {
  readonly fit: SegmentedFit;
  readonly coverage: number;
  readonly caption: string;
}

/** The coefficients as ratios with their intervals: 1 is no change. */
export function TermsTable({ fit, coverage, caption }: Props) {
  return (
    <>
      <FigureTable
        caption={`${caption}: rate ratios with ${percent(coverage)} intervals (Newey-West); 1 is no change`}
        rows={[
          ['term', 'ratio', 'low', 'high', 'estimate (log)', 'error'],
          ...fit.terms.map(({ name, estimate, error, low, high }) => [
            ...[nameOf(name), Math.exp(estimate), Math.exp(low), Math.exp(high)],
            ...[estimate, error],
          ]),
        ]}
      />
      <p className="muted">
        {formatNumber(fit.before)} watched months before, {formatNumber(fit.after)} from the pact
        on; dispersion {formatNumber(fit.dispersion, 2)}; neighbours alike over{' '}
        {formatNumber(fit.lag)} months; waves a year {formatNumber(fit.waves)}.
      </p>
    </>
  );
}
