'use client';

import { useActiveTooltipDataPoints } from 'recharts';
import { formatPercent } from '@/components/format';
import { VerdictMark } from '@/components/verdict-mark';
import type { FindingBin } from '@/domain/standing-view';
import classes from './charts.module.css';
import { heldIn } from './findings-series';

/** What stands in the bar under the pointer. */
export function BinNote() {
  const [bin] = useActiveTooltipDataPoints<FindingBin>() ?? [];
  if (bin === undefined) return null;
  const held = heldIn(bin);
  return (
    <div className={classes.hover}>
      <strong>{bin.label}</strong>
      {held.length === 0 ? <div>no finding</div> : null}
      {held.map((verdict) => (
        <div key={verdict}>
          <VerdictMark verdict={verdict} word /> {bin.counts[verdict]}
        </div>
      ))}
      <div className="muted">
        {bin.monitored === null
          ? 'no record of monitoring'
          : `monitored ${formatPercent(bin.monitored)} of it`}
      </div>
    </div>
  );
}
