import classes from './hypothetical-stamp.module.css';

/** Stands beside the title of every pact that was never in force; it cannot be dismissed. */
export function HypotheticalStamp() {
  return <span className={classes.stamp}>Hypothetical</span>;
}
