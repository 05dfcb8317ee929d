import type { FindingRow } from '@/domain/standing-view';
import classes from './charts.module.css';
import { fillOf } from './verdict-patterns';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/**
 * One belief interval on a scale from 0 to 1: the filled band runs from what is believed to what is
 * possible, the heavy edge is the belief, the upright line the threshold of the clause. What both sides
 * signed is solid, what is computed alone a tint.
 */
export function Interval({ row }: { readonly row: FindingRow }) {
  const { lower, upper, threshold, verdict, signed } = row;
  const fill = fillOf(verdict, signed !== null);
  return (
    <svg className={classes.interval} aria-hidden="true">
      <line x1="0" x2="100%" y1="10" y2="10" stroke="var(--hairline)" />
      <rect
        x={percent(lower)}
        width={percent(Math.max(upper - lower, 0.003))}
        y="6"
        height="8"
        {...fill}
        fillOpacity={fill.fillOpacity * (fill.fill.startsWith('url') ? 1 : 0.45)}
        strokeWidth="1"
      />
      <line
        x1={percent(lower)}
        x2={percent(lower)}
        y1="3"
        y2="17"
        stroke={fill.stroke}
        strokeWidth="3"
      />
      <line x1={percent(threshold)} x2={percent(threshold)} y1="0" y2="20" stroke="var(--ink)" />
    </svg>
  );
}
