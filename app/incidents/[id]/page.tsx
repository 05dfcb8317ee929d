import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server';
import { Dossier } from '@/components/incident/dossier';
import { NotKnownThen } from '@/components/incident/not-known-then';
import { reachOf } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { movedTo } from '@/server/incident/reading';
import { incidentPage } from '@/server/incident-page';
import { getIncident } from '@/server/incidents';

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const load = createLoader({
  pact: parseAsString,
  clause: parseAsString,
  accused: parseAsString,
  from: parseAsString,
  asOf: parseAsString,
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await getIncident((await params).id, reachOf(await actorFrom()));
  return { title: record?.incident.title ?? 'Not found' };
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await actorFrom();
  const page = await incidentPage(id, await load(searchParams), reachOf(actor));
  if (page === null) {
    const into = await movedTo(actor, id);
    if (into !== null) redirect(`/incidents/${into}`);
    notFound();
  }
  if (!('view' in page)) return <NotKnownThen id={id} {...page} />;
  return (
    <Dossier
      view={page.view}
      timeline={page.timeline}
      question={{ asOf: page.asOf, from: page.from }}
      today={page.today}
      policy={page.setting.policy.version}
      revision={page.revision}
      recordedOn={page.recordedOn}
    />
  );
}
