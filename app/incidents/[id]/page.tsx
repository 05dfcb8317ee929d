import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server';
import { EvidenceSection } from '@/components/evidence/evidence-section';
import { RecordTools } from '@/components/history/record-tools';
import { Dossier } from '@/components/incident/dossier';
import { NotKnownThen } from '@/components/incident/not-known-then';
import { sealedByDefault } from '@/domain/evidence';
import { mayEver, reachOf } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { listEvidence } from '@/server/evidence/listing';
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
  saved: parseAsString,
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await getIncident((await params).id, reachOf(await actorFrom()));
  return { title: record?.incident.title ?? 'Not found' };
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await actorFrom();
  const { saved, ...question } = await load(searchParams);
  const page = await incidentPage(id, question, reachOf(actor));
  if (page === null) {
    const into = await movedTo(actor, id);
    if (into !== null) redirect(`/incidents/${into}`);
    notFound();
  }
  if (!('view' in page)) return <NotKnownThen id={id} {...page} />;
  const evidence = await listEvidence(actor, id);
  const { incident } = page.view;
  return (
    <>
      <RecordTools
        incident={id}
        mayRevise={mayEver(actor, 'incident.revise').allowed}
        saved={saved}
      />
      <Dossier
        view={page.view}
        timeline={page.timeline}
        question={{ asOf: page.asOf, from: page.from }}
        today={page.today}
        policy={page.setting.policy.version}
        revision={page.revision}
        recordedOn={page.recordedOn}
      />
      <EvidenceSection
        about={{
          incident: id,
          tlp: incident.tlp,
          sealed: sealedByDefault(incident.conduct),
          claims: incident.claims.map((claim) => ({
            value: claim.id,
            label: `${claim.claimant.name} (${claim.id})`,
          })),
        }}
        items={(evidence ?? []).filter(
          ({ addedAt }) => page.asOf === null || addedAt.slice(0, 10) <= page.asOf,
        )}
        mayAdd={page.asOf === null && mayEver(actor, 'evidence.add').allowed}
      />
    </>
  );
}
