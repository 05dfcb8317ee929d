'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import classes from '@/components/main-nav.module.css';
import own from './admin.module.css';

export interface AdminPlace {
  readonly href: string;
  readonly label: string;
}

/** The parts of administration that somebody may see. */
export function AdminNav({ places }: { readonly places: readonly AdminPlace[] }) {
  const path = usePathname();
  if (places.length === 0) return null;
  return (
    <nav aria-label="Administration" className={own.nav}>
      <ul className={classes.list}>
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              className={classes.link}
              {...(path.startsWith(href) ? { 'aria-current': 'page' as const } : {})}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
