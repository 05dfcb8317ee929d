'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import type { Grant } from '@/domain/role';
import classes from './account-link.module.css';
import { SignOut } from './sign-out';
import { rolesInBrief } from './words';

interface Props {
  /** Who is signed in, or null for a visitor. */
  readonly person: { readonly name: string; readonly grants: readonly Grant[] } | null;
}

/** The corner of the header: who one is and in what roles, or the way to sign in and back. */
export function AccountLink({ person }: Props) {
  if (person === null)
    return (
      <Suspense fallback={<Link href="/sign-in">Sign in</Link>}>
        <SignInLink />
      </Suspense>
    );
  return (
    <div className={classes.root}>
      <Link href="/account" className={classes.who}>
        {person.name}
        <span className={classes.roles}>{rolesInBrief(person.grants)}</span>
      </Link>
      <SignOut />
    </div>
  );
}

function SignInLink() {
  const path = usePathname();
  const search = useSearchParams().toString();
  if (path === '/sign-in') return null;
  const from = search === '' ? path : `${path}?${search}`;
  const back =
    from === '/' || path.startsWith('/set-up') ? '' : `?${new URLSearchParams({ from })}`;
  // The way back changes with every filter: fetching it ahead would ask the server each time.
  return (
    <Link href={`/sign-in${back}`} prefetch={false}>
      Sign in
    </Link>
  );
}
