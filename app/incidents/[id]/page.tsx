import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server';
import { Dossier } from '@/components/incident/dossier';
import { reachOf } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
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
  const page = await incidentPage(id, await load(searchParams), reachOf(await actorFrom()));
  if (page === null) notFound();
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
