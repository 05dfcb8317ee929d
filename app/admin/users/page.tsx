import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import classes from '@/components/account/form.module.css';
import { UserAdmin } from '@/components/account/user-admin';
import { HOUSE, may, mayEver } from '@/domain/permission';
import { STATES } from '@/domain/states';
import { listUsers } from '@/server/account/user-list';
import { actorFrom } from '@/server/actor';
import { listPacts } from '@/server/pacts';

export const metadata: Metadata = { title: 'Users and roles' };

/** Who has an account, in what roles; an admin changes it, an auditor looks on. */
export default async function UsersPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/admin/users');
  if (!may(actor, 'user.list', HOUSE).allowed) notFound();
  const [users, pacts] = await Promise.all([listUsers(), listPacts()]);
  const parties = [...new Set(pacts.flatMap((pact) => pact.parties.map(({ code }) => code)))];
  return (
    <div className={classes.wide}>
      <h1 className={classes.title}>Users and roles</h1>
      <p className={classes.lead}>
        Every change here is an entry in the ledger and holds from the person’s next request.
      </p>
      <UserAdmin
        users={users}
        me={actor.id}
        mayChange={mayEver(actor, 'user.create').allowed}
        states={parties
          .map((code) => ({ value: code, label: STATES[code] ?? code }))
          .sort((one, other) => one.label.localeCompare(other.label, 'en'))}
        pacts={pacts.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </div>
  );
}
