import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { type Asked, questionIn } from '@/app/asked';
import { AddressRefusal } from '@/components/address-refusal';
import { Nominate } from '@/components/commission/nominate';
import { EvidenceSection } from '@/components/evidence/evidence-section';
import { RecordTools } from '@/components/history/record-tools';
import { Dossier } from '@/components/incident/dossier';
import { NotKnownThen } from '@/components/incident/not-known-then';
import { PageMarking } from '@/components/page-marking';
import { PrintMarking } from '@/components/print-marking';
import { recordHref } from '@/components/record-href';
import { OwnCodingFirst } from '@/components/review/own-coding-first';
import { RecordStateBlock } from '@/components/review/record-state';
import { sealedByDefault } from '@/domain/evidence';
import { incidentQuestionSchema } from '@/domain/incident-question';
import { mayEver } from '@/domain/permission';
import { highestTlp, markingOf } from '@/domain/tlp';
import { actorFrom } from '@/server/actor';
import { type NominationView, nominationOf } from '@/server/commission/nomination';
import { listEvidence } from '@/server/evidence/listing';
import { movedTo } from '@/server/incident/reading';
import { type IncidentPageView, incidentPage } from '@/server/incident-page';
import { getIncident } from '@/server/incidents';
import { codingOwed, visibilityOf } from '@/server/review/blind';
import { recordReview } from '@/server/review/record-review';

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Asked;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const actor = await actorFrom();
  const record = await getIncident(id, await visibilityOf(actor));
  const title = record?.incident.title ?? (await codingOwed(actor, id))?.title;
  return { title: title ?? 'Not found' };
}

function Refusal({ id, faults }: { readonly id: string; readonly faults: readonly string[] }) {
  return (
    <AddressRefusal faults={faults} href={recordHref(id)} label="See the record as of today" />
  );
}

/** The case looked at and the commission: for whom there is anything to say of it. */
function Commission({
  page: { view },
  nomination,
}: {
  readonly page: IncidentPageView;
  readonly nomination: NominationView | null;
}) {
  if (nomination === null || view.chosen === null) return null;
  const { pact, judgement } = view.chosen;
  const { clause, accused } = judgement.case;
  const about = { incident: view.incident.id, pact: pact.id, clause: clause.id, accused };
  return <Nominate key={Object.values(about).join(' ')} nomination={about} {...nomination} />;
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await actorFrom();
  const asked = await questionIn(incidentQuestionSchema, searchParams);
  if (!asked.ok) return <Refusal id={id} faults={asked.faults} />;
  const { saved, ...question } = asked.value;
  const page = await incidentPage(id, question, actor);
  if (page === null) {
    const coding = await codingOwed(actor, id);
    if (coding !== null) return <OwnCodingFirst coding={coding} />;
    const into = await movedTo(actor, id);
    if (into !== null) redirect(`/incidents/${into}`);
    notFound();
  }
  if (!('view' in page)) return <NotKnownThen id={id} {...page} />;
  const { chosen } = page.view;
  const [evidence, review, nomination] = await Promise.all([
    listEvidence(actor, id),
    page.asOf === null ? recordReview(actor, id) : null,
    chosen === null
      ? null
      : nominationOf(actor, chosen, { today: page.asOf === null && page.from === null }),
  ]);
  const { incident, verdicts } = page.view;
  if (question.pact !== null && verdicts.every(({ pact }) => pact.id !== question.pact))
    return (
      <Refusal id={id} faults={[`pact: no pact that is scored is called "${question.pact}"`]} />
    );
  const items = (evidence ?? []).filter(
    ({ addedAt }) => page.asOf === null || addedAt.slice(0, 10) <= page.asOf,
  );
  // A past revision may have been marked otherwise: there the marking of all that the reader sees stays.
  const tlp =
    page.asOf === null
      ? highestTlp([incident.tlp, ...items.map((one) => markingOf(one.tlp))])
      : null;
  const shown = (
    <>
      {tlp === null ? null : <PrintMarking tlp={tlp} />}
      <RecordTools
        incident={id}
        mayRevise={mayEver(actor, 'incident.revise').allowed}
        saved={saved !== null && saved <= page.revision ? saved : null}
      />
      <Dossier
        view={page.view}
        timeline={page.timeline}
        question={{ asOf: page.asOf, from: page.from }}
        today={page.today}
        policy={page.setting.policy.version}
        revision={page.revision}
        recordedOn={page.recordedOn}
        suspended={page.suspended}
        published={page.published}
        asked={[question.pact, question.clause, question.accused].some((one) => one !== null)}
        commission={<Commission page={page} nomination={nomination} />}
        review={
          review === null ? null : (
            <RecordStateBlock
              {...review}
              incident={id}
              onDesk={review.actions.some(({ allowed }) => allowed)}
            />
          )
        }
      />
      <EvidenceSection
        about={{
          incident: id,
          tlp: incident.tlp,
          sealed: sealedByDefault(incident.conduct),
          claims: [...incident.claims, ...page.suspended].map((claim) => ({
            value: claim.id,
            label: `${claim.claimant.name} (${claim.id})`,
          })),
        }}
        items={items}
        mayAdd={page.asOf === null && mayEver(actor, 'evidence.add').allowed}
      />
      {tlp === null ? null : <PrintMarking tlp={tlp} />}
    </>
  );
  return tlp === null ? shown : <PageMarking tlp={tlp}>{shown}</PageMarking>;
}
