import { formatNumber } from '@/components/format';
import { VerdictMark } from '@/components/verdict-mark';
import type { Verdict } from '@/domain/verdict';
import classes from './charts.module.css';

interface Props {
  readonly entries: readonly { readonly verdict: Verdict; readonly count: number }[];
  readonly signed: boolean;
}

/** The words of the marks with how many of each are drawn. */
export function Legend({ entries, signed }: Props) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ verdict, count }) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} signed={signed} word />{' '}
          <span className="muted">{formatNumber(count)}</span>
        </li>
      ))}
    </ul>
  );
}
