import type { ReactNode } from 'react';
import classes from './page-head.module.css';

interface Props {
  readonly title: string;
  /** Where the page belongs, as a link above the title. */
  readonly above?: ReactNode;
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}

/** The title of a page and what it is for. */
export function PageHead({ title, above, beside, children }: Props) {
  return (
    <header className={classes.root}>
      {above === undefined ? null : <p className={classes.above}>{above}</p>}
      <h1 className={classes.title}>
        {title} {beside}
      </h1>
      {children === undefined ? null : <div className="prose">{children}</div>}
    </header>
  );
}
