import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import classes from '@/components/account/form.module.css';
import { grantForPeople } from '@/components/account/grant-words';
import { SessionList } from '@/components/account/session-list';
import { SignOut } from '@/components/account/sign-out';
import { ROLE_MEANS } from '@/components/account/words';
import { FeedSection } from '@/components/feeds/feed-section';
import { Section } from '@/components/section';
import { StepUpSection } from '@/components/step-up/step-up-section';
import { adminPartsOf } from '@/domain/administration';
import { listSessions } from '@/server/account/sessions';
import { stepUpState } from '@/server/account/step-up-enrolment';
import { actorFrom, sessionFrom } from '@/server/actor';
import { feedState } from '@/server/feed/token';

export const metadata: Metadata = { title: 'Your account' };

/** Who one is here, and what that allows. */
export default async function AccountPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/account');
  const [stepUp, sessions, feeds] = await Promise.all([
    stepUpState(actor.id),
    listSessions(await sessionFrom(), actor.id),
    feedState(actor.id),
  ]);
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
        {adminPartsOf(actor).length > 0 ? <Link href="/admin">Administration</Link> : null}
        <SignOut />
      </p>
      <StepUpSection initial={stepUp} />
      <FeedSection initial={feeds} />
      <Section
        id="sessions"
        title="Where you are signed in"
        note="A session lasts twelve hours at most. End any that is not yours and ask an admin for a set-up link, by which you choose a new password."
      >
        <SessionList initial={sessions} path="/api/v1/me/sessions" mayEnd />
      </Section>
    </div>
  );
}
