import type { ReactNode } from 'react';
import classes from './beside.module.css';

interface Props {
  readonly children: ReactNode;
  /** What opens beside the content: to its right on wide screens, below it on narrow ones, never over it. */
  readonly panel: ReactNode | null;
}

export function Beside({ children, panel }: Props) {
  return (
    <div className={classes.root} data-open={panel !== null}>
      <div className={classes.content}>{children}</div>
      {panel}
    </div>
  );
}
