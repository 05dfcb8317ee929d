import { UNKNOWN } from '@/components/format';
import type { PolicyDifference } from '@/domain/policy-proposal';
import classes from './admin.module.css';

/** A value's name, with which of several it is. */
export const fieldName = ({ label, part }: { label: string; part: string | null }): string =>
  part === null ? label : `${label}: ${part.replaceAll('_', ' ')}`;

/** What a change changes, value by value. */
export function DifferenceList({
  differences,
}: {
  readonly differences: readonly PolicyDifference[];
}) {
  if (differences.length === 0) return null;
  return (
    <ul className={classes.differences}>
      {differences.map(({ path, unit, from, to, ...field }) => (
        <li key={path}>
          {fieldName(field)}: {from ?? UNKNOWN} → <strong>{to}</strong>{' '}
          <span className="muted small">{unit}</span>
        </li>
      ))}
    </ul>
  );
}
