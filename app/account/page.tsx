import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import classes from '@/components/account/form.module.css';
import { SignOut } from '@/components/account/sign-out';
import { grantForPeople, ROLE_MEANS } from '@/components/account/words';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';

export const metadata: Metadata = { title: 'Your account' };

/** Who one is here, and what that allows. */
export default async function AccountPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/account');
  return (
    <div className={classes.wide}>
      <h1 className={classes.title}>{actor.name}</h1>
      <p className={classes.lead}>
        Nobody judges their own work: whatever your roles, you never review, vote on or publish what
        you authored.
      </p>
      <dl className={classes.facts}>
        {actor.grants.length === 0 ? (
          <>
            <dt>no role</dt>
            <dd>You read what is published up to TLP:GREEN. An admin grants roles.</dd>
          </>
        ) : (
          actor.grants.map((grant) => (
            <div key={grantForPeople(grant)} className={classes.fact}>
              <dt>{grantForPeople(grant)}</dt>
              <dd>{ROLE_MEANS[grant.role]}</dd>
            </div>
          ))
        )}
      </dl>
      <p className={classes.actions}>
        {mayEver(actor, 'user.list').allowed ? (
          <Link href="/admin/users">Users and roles</Link>
        ) : null}
        <SignOut />
      </p>
    </div>
  );
}
