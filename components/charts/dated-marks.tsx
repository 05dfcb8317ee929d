import { formatDay } from '@/components/format';
import classes from './charts.module.css';
import type { Mark } from './time-axis';

interface Props {
  readonly marks: readonly Mark[];
  /** Whether the last periods are drawn hatched. */
  readonly provisional?: boolean;
}

/** What the numbered hairlines of a chart stand for, and the hatching. */
export function DatedMarks({ marks, provisional = false }: Props) {
  if (marks.length === 0 && !provisional) return null;
  return (
    <ol className={classes.marks}>
      {marks.map(({ number, date, label, kind }) => (
        <li key={`${number} ${label}`}>
          <b>{number}</b>{' '}
          {`${formatDay(date)}: ${label}${kind === 'scope_break' ? ' (not comparable across it)' : ''}`}
        </li>
      ))}
      {provisional ? (
        <li>
          <svg width="22" height="12" aria-hidden="true">
            <rect
              width="22"
              height="12"
              fill="url(#fill-provisional)"
              stroke="var(--hairline-strong)"
            />
          </svg>{' '}
          provisional: more is usually reported later
        </li>
      ) : null}
    </ol>
  );
}
