import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server';
import { EmptyState } from '@/components/empty-state';
import { PageHead } from '@/components/incident/page-head';
import { storedDraft } from '@/components/log/draft-routes';
import { beginning, fitsQuick } from '@/components/log/quick-draft';
import { QuickLog } from '@/components/log/quick-log';
import { recordHref } from '@/components/record-href';
import { toDay } from '@/domain/dates';
import { mayEver } from '@/domain/permission';
import { policyAt } from '@/domain/policy-version';
import { actorFrom } from '@/server/actor';
import { getDraft } from '@/server/incident/drafts';
import { getIncident } from '@/server/incidents';
import { library } from '@/server/library';
import { visibilityOf } from '@/server/review/blind';

export const metadata: Metadata = { title: 'Log an incident' };

const load = createLoader({
  draft: parseAsString,
  template: parseAsString,
  like: parseAsString,
});

export default async function NewIncidentPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const { draft, template, like } = await load(searchParams);
  const actor = await actorFrom();
  if (actor.kind === 'visitor') {
    const query = new URLSearchParams(
      Object.entries({ draft, template, like }).filter(
        (pair): pair is [string, string] => pair[1] !== null,
      ),
    ).toString();
    const from = query === '' ? '/incidents/new' : `/incidents/new?${query}`;
    redirect(`/sign-in?${new URLSearchParams({ from })}`);
  }
  const decision = mayEver(actor, 'incident.log');
  if (!decision.allowed)
    return (
      <EmptyState
        isPage
        title="Logging incidents"
        action={<Link href="/incidents">Read the incidents</Link>}
      >
        <p>
          Recorders and analysts log incidents. Your roles do not include that; an admin grants
          roles.
        </p>
      </EmptyState>
    );
  const [{ pacts, policies, compiledOn }, model, held] = await Promise.all([
    library(),
    like === null ? null : getIncident(like, await visibilityOf(actor)),
    draft === null ? null : getDraft(actor.id, draft),
  ]);
  if (held?.submittedAs) redirect(recordHref(held.submittedAs));
  if (held !== null && held.deletedAt !== null) redirect('/drafts');
  const stored =
    held === null ? null : storedDraft({ ...held, savedAt: held.savedAt.toISOString() });
  if (stored !== null && (stored.incidentId !== null || !fitsQuick(stored.payload)))
    redirect(`/drafts/${stored.id}`);
  return (
    <>
      <PageHead title="Log an incident">
        <p>
          Seven fields are enough. What is not known is answered with “unknown”, and can be added
          later.
        </p>
      </PageHead>
      <QuickLog
        key={`${template} ${like}`}
        library={{
          ...{ pacts, policy: policyAt(policies, Date.now()) },
          compiledOn: compiledOn ?? toDay(Date.now()),
        }}
        person={actor.id}
        stored={stored}
        begun={beginning(template, model?.incident ?? null)}
        template={template}
      />
    </>
  );
}
