import { formatNumber } from '@/components/format';
import classes from './claims-table.module.css';

interface Props {
  readonly value: number;
  /** The value that fills half the bar. */
  readonly scale: number;
}

/** What belief would lose without a claim: to the right it supports, to the left it holds back. */
export function ContributionBar({ value, scale }: Props) {
  const width = scale === 0 ? 0 : (Math.abs(value) / scale) * 50;
  const x = value < 0 ? 50 - width : 50;
  const shown = Math.abs(value) < 0.0005 ? '0' : `${value > 0 ? '+' : ''}${formatNumber(value, 3)}`;
  return (
    <span className={classes.contribution}>
      <span>{shown}</span>
      <svg width="64" height="8" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <line x1="50" x2="50" y1="0" y2="8" className={classes.zero} />
        <rect
          x={x}
          y="1"
          width={width}
          height="6"
          className={value < 0 ? classes.minus : classes.plus}
        />
      </svg>
    </span>
  );
}
