'use client';

import { ToggleField } from '@/components/standing/fields';
import classes from './charts.module.css';
import { useFrame } from './frame';

const BY = [
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
] as const;

/** The size of the bins of every chart of the view; a long period is answered in coarser ones, and says so. */
export function BinSizeField() {
  const { head, filter, change, embedded } = useFrame();
  if (embedded) return null;
  return (
    <div>
      <ToggleField
        label="Show by"
        value={filter.by}
        choices={BY}
        onChange={(by) => change({ by })}
      />
      {filter.by === head.filter.by ? null : (
        <p className={classes.coarser}>
          The period is too long to draw each {filter.by}: shown by {head.filter.by}.
        </p>
      )}
    </div>
  );
}
