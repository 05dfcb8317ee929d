import { VerdictMark } from '@/components/verdict-mark';
import { STACKED } from './drawn';
import classes from './lab.module.css';

/** The verdicts that are stacked, the gravest first. */
export function StackLegend() {
  return (
    <ul className={classes.legend}>
      {STACKED.map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} word />
        </li>
      ))}
    </ul>
  );
}
