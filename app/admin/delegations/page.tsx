import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import classes from '@/components/account/form.module.css';
import { DelegationList } from '@/components/admin/delegation-list';
import { seesAdminPart } from '@/domain/administration';
import { delegationsOf } from '@/domain/delegation';
import { listUsers } from '@/server/account/user-list';
import { actorFrom } from '@/server/actor';
import { listPacts } from '@/server/pacts';

export const metadata: Metadata = { title: 'Delegations' };

/** Who speaks for whom under each pact that is scored. */
export default async function DelegationsPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/admin/delegations');
  if (!seesAdminPart(actor, 'delegations')) notFound();
  const [users, pacts] = await Promise.all([listUsers(), listPacts()]);
  return (
    <div className={classes.wide}>
      <h1 className={classes.title}>Delegations</h1>
      <p className={classes.lead}>
        A joint commission sits in equal delegations, with a quorum of two delegates of each side
        and the chair. Delegates are named under Users, for one pact or for every pact.
      </p>
      <DelegationList
        pacts={pacts
          .filter(({ referenceOnly }) => !referenceOnly)
          .map((pact) => delegationsOf(pact, users))}
      />
    </div>
  );
}
