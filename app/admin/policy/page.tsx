import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import classes from '@/components/account/form.module.css';
import { PolicyAdmin } from '@/components/admin/policy-admin';
import { PolicyVersions } from '@/components/admin/policy-versions';
import { Section } from '@/components/section';
import { seesAdminPart } from '@/domain/administration';
import { mayEver } from '@/domain/permission';
import { effectiveFrom } from '@/domain/policy-change';
import { actorFrom } from '@/server/actor';
import { now } from '@/server/clock';
import { listPacts } from '@/server/pacts';
import { listPolicies } from '@/server/policies';
import { latestPolicy } from '@/server/policy-preview';
import { listPolicyProposals } from '@/server/policy-proposals';
import { listVersions } from '@/server/policy-versions';

export const metadata: Metadata = { title: 'Policy' };

/** The versions of the policy, what is proposed, and the form that proposes a change. */
export default async function PolicyPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/admin/policy');
  if (!seesAdminPart(actor, 'policy')) notFound();
  const [policies, versions, proposals, pacts] = await Promise.all([
    ...([listPolicies(), listVersions(), listPolicyProposals(), listPacts()] as const),
  ]);
  const base = latestPolicy(policies);
  return (
    <div className={classes.wide}>
      <h1 className={classes.title}>Policy</h1>
      <p className={classes.lead}>
        The numbers of the method that no source settles. Versions are added, never edited, and a
        change takes two people: an admin who proposes it, another admin or the chair who confirms.
        Findings signed under an earlier version show as stale.
      </p>
      <PolicyAdmin
        {...{ proposals, base, me: actor.id }}
        earliest={effectiveFrom(base.validFrom, now())}
        pacts={pacts
          .filter(({ referenceOnly }) => !referenceOnly)
          .map(({ id, title }) => ({ id, title }))}
        mayPropose={mayEver(actor, 'policy.change').allowed}
        mayDecide={mayEver(actor, 'policy.second').allowed}
      />
      <Section id="versions" title="Versions">
        <PolicyVersions versions={versions} />
      </Section>
    </div>
  );
}
