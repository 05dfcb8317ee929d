import classes from './workshop.module.css';

/** Stands beside the title of every draft of a pact; it cannot be dismissed. */
export function DraftStamp() {
  return <span className={classes.stamp}>Draft, not saved as a version</span>;
}
