import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server';
import { DossierEditor } from '@/components/dossier-editor/dossier-editor';
import { EmptyState } from '@/components/empty-state';
import { PageHead } from '@/components/incident/page-head';
import { storedDraft } from '@/components/log/draft-routes';
import { recordHref } from '@/components/record-href';
import { OwnCodingFirst } from '@/components/review/own-coding-first';
import { toDay } from '@/domain/dates';
import { mayEver } from '@/domain/permission';
import { policyAt } from '@/domain/policy-version';
import { actorFrom } from '@/server/actor';
import { getDraft, listDrafts } from '@/server/incident/drafts';
import { readRecord } from '@/server/incident/reading';
import { library } from '@/server/library';
import { codingOwed } from '@/server/review/blind';

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: 'Edit the dossier' };

const load = createLoader({ field: parseAsString });

export default async function EditIncidentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { field } = await load(searchParams);
  const actor = await actorFrom();
  if (actor.kind === 'visitor')
    redirect(`/sign-in?${new URLSearchParams({ from: `${recordHref(id)}/edit` })}`);
  const read = await readRecord(actor, id);
  if (!read.ok) {
    if (read.code === 'moved') redirect(`${recordHref(read.into)}/edit`);
    const coding = await codingOwed(actor, id);
    if (coding !== null) return <OwnCodingFirst coding={coding} />;
    notFound();
  }
  const { incident, number } = read.revision;
  const back = <Link href={recordHref(id)}>{incident.title}</Link>;
  if (!mayEver(actor, 'incident.revise').allowed)
    return (
      <EmptyState isPage title="Editing a dossier" action={back}>
        <p>Recorders and analysts revise incidents. Your roles do not include that.</p>
      </EmptyState>
    );
  const [{ pacts, policies, compiledOn }, drafts] = await Promise.all([
    library(),
    listDrafts(actor.id, false),
  ]);
  const own = drafts.find(({ incidentId }) => incidentId === id);
  const held = own === undefined ? null : await getDraft(actor.id, own.id);
  const stored =
    held === null
      ? null
      : storedDraft({ ...held, savedAt: held.savedAt.toISOString(), deletedAt: null });
  return (
    <>
      <PageHead title="Edit the dossier" above={back}>
        <p>
          {stored === null
            ? `You are changing revision ${number}. Nothing is published or replaced until you save; every revision is kept.`
            : `Your draft of ${stored.basedOn === number ? `revision ${number}` : `revision ${stored.basedOn}; the record has reached revision ${number} since, and the two are put together when you save`}.`}
        </p>
      </PageHead>
      <DossierEditor
        library={{
          ...{ pacts, policy: policyAt(policies, Date.now()) },
          compiledOn: compiledOn ?? toDay(Date.now()),
        }}
        person={actor.id}
        stored={stored}
        about={{ incidentId: id, basedOn: stored?.basedOn ?? number }}
        begun={incident}
        field={field}
      />
    </>
  );
}
