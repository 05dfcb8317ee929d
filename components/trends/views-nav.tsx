'use client';

import Link from 'next/link';
import classes from '@/components/main-nav.module.css';
import type { StandingFilter } from '@/domain/standing-view';
import { VIEWS, type ViewName } from '@/domain/view/views';
import { viewQuery } from './api';

interface Props {
  readonly here: ViewName;
  readonly filter: StandingFilter;
}

/** The views as plain links that keep the filter. */
export function ViewsNav({ here, filter }: Props) {
  const query = viewQuery(filter);
  return (
    <nav aria-label="Views of the trends">
      <ul className={classes.list}>
        {VIEWS.map(({ name, path, label }) => (
          <li key={name}>
            <Link
              href={query === '' ? path : `${path}?${query}`}
              prefetch={false}
              className={classes.link}
              {...(name === here ? { 'aria-current': 'page' as const } : {})}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
