import type { Metadata } from 'next';
import Link from 'next/link';
import classes from '@/components/account/form.module.css';
import { SetUpForm } from '@/components/account/set-up-form';
import { setUpTarget } from '@/server/set-up';

export const metadata: Metadata = {
  ...{ title: 'Set up an account', robots: { index: false }, referrer: 'no-referrer' },
};

interface Props {
  readonly params: Promise<{ token: string }>;
}

/** Where a one-time link leads. */
export default async function SetUpPage({ params }: Props) {
  const { token } = await params;
  const target = await setUpTarget(token);
  if (target === null)
    return (
      <div className={classes.page}>
        <h1 className={classes.title}>This link is good for nothing any more</h1>
        <p className={classes.lead}>
          A set-up link works once and for 24 hours. Ask an admin for a new one; the link for the
          very first admin is printed anew each time the server starts.
        </p>
        <p>
          <Link href="/sign-in">Sign in</Link>, if your account is set up already.
        </p>
      </div>
    );
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>
        {target === 'first' ? 'Become the first admin' : `Welcome, ${target.name}`}
      </h1>
      <p className={classes.lead}>
        {target === 'first'
          ? 'An admin keeps users, roles and policy versions, and signs nothing. You create the other accounts.'
          : `Choose a password for ${target.email}. This link works once.`}
      </p>
      <SetUpForm token={token} person={target === 'first' ? null : target} />
    </div>
  );
}
