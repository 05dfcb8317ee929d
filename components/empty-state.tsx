import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface Props {
  /** What this place is for. */
  readonly title: string;
  /** What is missing here and why. */
  readonly children: ReactNode;
  /** The next step: a link or a button. */
  readonly action?: ReactNode;
}

/** Says what a place is for, what is missing and what to do next. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={classes.root}>
      <p className={classes.title}>{title}</p>
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}
