import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server';
import { DossierEditor } from '@/components/dossier-editor/dossier-editor';
import { PageHead } from '@/components/incident/page-head';
import { storedDraft } from '@/components/log/draft-routes';
import { recordHref } from '@/components/record-href';
import { toDay } from '@/domain/dates';
import { policyAt } from '@/domain/policy-version';
import { actorFrom } from '@/server/actor';
import { getDraft } from '@/server/incident/drafts';
import { library } from '@/server/library';

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: 'Draft' };

const load = createLoader({ field: parseAsString });

/** One's own draft of a new incident in the full editor. */
export default async function DraftPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { field } = await load(searchParams);
  const actor = await actorFrom();
  if (actor.kind === 'visitor')
    redirect(`/sign-in?${new URLSearchParams({ from: `/drafts/${id}` })}`);
  const held = await getDraft(actor.id, id);
  if (held === null) notFound();
  if (held.submittedAs !== null) redirect(recordHref(held.submittedAs));
  if (held.deletedAt !== null) redirect('/drafts');
  if (held.incidentId !== null) redirect(`${recordHref(held.incidentId)}/edit`);
  const stored = storedDraft({ ...held, savedAt: held.savedAt.toISOString(), deletedAt: null });
  const { pacts, policies, compiledOn } = await library();
  return (
    <>
      <PageHead title="Full dossier" above={<Link href="/drafts">Drafts</Link>}>
        <p>
          A draft of yours: nobody else sees it. It is saved as you type, and becomes a record when
          you log it.
        </p>
      </PageHead>
      <DossierEditor
        library={{
          ...{ pacts, policy: policyAt(policies, Date.now()) },
          compiledOn: compiledOn ?? toDay(Date.now()),
        }}
        person={actor.id}
        stored={stored}
        about={null}
        begun={{}}
        field={field}
      />
    </>
  );
}
