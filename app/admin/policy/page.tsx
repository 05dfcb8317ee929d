import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import classes from '@/components/account/form.module.css';
import { PolicyVersions } from '@/components/admin/policy-versions';
import { Section } from '@/components/section';
import { seesAdminPart } from '@/domain/administration';
import { actorFrom } from '@/server/actor';
import { listVersions } from '@/server/policy-versions';

export const metadata: Metadata = { title: 'Policy' };

/** The versions of the policy and what is proposed. */
export default async function PolicyPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/admin/policy');
  if (!seesAdminPart(actor, 'policy')) notFound();
  return (
    <div className={classes.wide}>
      <h1 className={classes.title}>Policy</h1>
      <p className={classes.lead}>
        The numbers of the method that no source settles. Versions are added, never edited, and a
        change takes two people: an admin who proposes it, another admin or the chair who confirms.
      </p>
      <Section id="versions" title="Versions">
        <PolicyVersions versions={await listVersions()} />
      </Section>
    </div>
  );
}
