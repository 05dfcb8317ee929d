import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface Props {
  /** What this place is for. */
  readonly title: string;
  /** It is the whole page: its title is the heading. */
  readonly isPage?: boolean;
  /** What is missing here and why. */
  readonly children: ReactNode;
  /** The next step: a link or a button. */
  readonly action?: ReactNode;
}

/** Says what a place is for, what is missing and what to do next. */
export function EmptyState({ title, isPage = false, children, action }: Props) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={classes.root}>
      <Title className={classes.title}>{title}</Title>
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}
