'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import classes from './main-nav.module.css';

const PLACES = [
  { href: '/', label: 'Standing' },
  { href: '/trends', label: 'Trends' },
  { href: '/incidents', label: 'Incidents' },
  { href: '/pacts', label: 'Pacts' },
  { href: '/method', label: 'Method' },
] as const;

interface Props {
  /** Places of those who may go there, after those of everybody. */
  readonly more: readonly { readonly href: string; readonly label: string }[];
}

export function MainNav({ more }: Props) {
  const path = usePathname();
  const here = (href: string): boolean =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <nav aria-label="Main">
      <ul className={classes.list}>
        {[...PLACES, ...more].map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              className={classes.link}
              {...(here(href) ? { 'aria-current': 'page' as const } : {})}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
