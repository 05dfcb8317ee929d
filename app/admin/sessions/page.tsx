import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import classes from '@/components/account/form.module.css';
import { SessionList } from '@/components/account/session-list';
import { seesAdminPart } from '@/domain/administration';
import { mayEver } from '@/domain/permission';
import { listSessions } from '@/server/account/sessions';
import { actorFrom, sessionFrom } from '@/server/actor';

export const metadata: Metadata = { title: 'Sessions' };

/** Who is signed in, and with what; an admin ends a session, an auditor looks on. */
export default async function SessionsPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/admin/sessions');
  if (!seesAdminPart(actor, 'sessions')) notFound();
  return (
    <div className={classes.wide}>
      <h1 className={classes.title}>Sessions</h1>
      <p className={classes.lead}>
        A session lasts twelve hours at most. Ending one works at the person’s next request and is
        an entry in the ledger.
      </p>
      <SessionList
        initial={await listSessions(await sessionFrom())}
        path="/api/v1/sessions"
        named
        mayEnd={mayEver(actor, 'session.end').allowed}
      />
    </div>
  );
}
