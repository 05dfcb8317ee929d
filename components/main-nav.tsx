'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import classes from './main-nav.module.css';

const PLACES = [
  { href: '/', label: 'Standing' },
  { href: '/trends', label: 'Trends' },
  { href: '/incidents', label: 'Incidents' },
  { href: '/pacts', label: 'Pacts' },
  { href: '/lab', label: 'Lab' },
  { href: '/method', label: 'Method' },
] as const;

interface Props {
  /** Places of those who may go there, after those of everybody; how much waits there for them. */
  readonly more: readonly {
    readonly href: string;
    readonly label: string;
    readonly waiting: number | null;
  }[];
}

function Waiting({ count }: { readonly count: number | null }) {
  if (count === null || count === 0) return null;
  return (
    <>
      {' '}
      <span className={classes.waiting}>
        {count}
        <span className="visually-hidden"> waiting</span>
      </span>
    </>
  );
}

export function MainNav({ more }: Props) {
  const path = usePathname();
  const here = (href: string): boolean =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <nav aria-label="Main">
      <ul className={classes.list}>
        {[...PLACES.map((place) => ({ ...place, waiting: null })), ...more].map(
          ({ href, label, waiting }) => (
            <li key={href}>
              <Link
                href={href}
                className={classes.link}
                {...(here(href) ? { 'aria-current': 'page' as const } : {})}
              >
                {label}
                <Waiting count={waiting} />
              </Link>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
