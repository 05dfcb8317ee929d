import type { Mark } from '@/components/charts/findings-series';
import { formatDay } from '@/components/format';
import classes from './charts.module.css';

/** What the numbered hairlines of a chart stand for. */
export function DatedMarks({ marks }: { readonly marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <ol className={classes.marks}>
      {marks.map(({ number, date, label }) => (
        <li key={`${number} ${label}`} value={number}>
          {formatDay(date)}: {label}
        </li>
      ))}
    </ol>
  );
}
