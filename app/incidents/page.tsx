import type { Metadata } from 'next';
import { type Asked, questionIn } from '@/app/asked';
import { AddressRefusal } from '@/components/address-refusal';
import { IncidentList } from '@/components/incident/incident-list';
import type { IncidentRow } from '@/components/incident/list-query';
import { LoggingLinks } from '@/components/incident/logging-links';
import { PageHead } from '@/components/incident/page-head';
import { accusedIn } from '@/domain/attribution';
import { incidentFilterSchema } from '@/domain/incident-filter';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { incidentStates } from '@/server/incident-states';
import { type IncidentRecord, listIncidents } from '@/server/incidents';
import { visibilityOf } from '@/server/review/blind';

export const metadata: Metadata = { title: 'Incidents' };

const toRow = ({ incident, published, state }: IncidentRecord): IncidentRow => ({
  id: incident.id,
  title: incident.title,
  started: incident.started,
  disclosed: incident.disclosed,
  victims: incident.victimStates,
  accused: accusedIn(incident.claims.filter(({ status }) => status === 'live')),
  conduct: incident.conduct,
  severity: incident.severity,
  status: incident.status,
  review: state,
  claims: incident.claims.length,
  ...{ published, tlp: incident.tlp },
});

const only = (value: string | null): string[] => (value === null ? [] : [value]);

export default async function IncidentsPage({ searchParams }: { readonly searchParams: Asked }) {
  const asked = await questionIn(incidentFilterSchema, searchParams);
  if (!asked.ok)
    return <AddressRefusal faults={asked.faults} href="/incidents" label="See all incidents" />;
  const query = asked.value;
  const actor = await actorFrom();
  const reach = await visibilityOf(actor);
  const [found, states] = await Promise.all([
    listIncidents(
      {
        text: query.q,
        conduct: only(query.conduct),
        objects: only(query.object),
        victims: only(query.victim),
        accused: only(query.accused),
        status: only(query.status),
        review: only(query.review),
        ...(query.severity === null ? {} : { minSeverity: query.severity }),
        sort: query.sort,
        descending: query.order === 'desc',
        page: query.page,
        pageSize: query.size,
      },
      reach,
    ),
    incidentStates(reach),
  ]);
  return (
    <>
      <PageHead title="Incidents">
        What public sources report, who says who did it, and what the states concerned did about it.
        Allegations are stated as allegations; opening an incident shows how it would be judged
        under each pact, and why.
      </PageHead>
      {mayEver(actor, 'incident.log').allowed ? <LoggingLinks /> : null}
      <IncidentList
        rows={found.items.map(toRow)}
        total={found.total}
        page={found.page}
        size={found.pageSize}
        victims={states.victims}
        accused={states.accused}
      />
    </>
  );
}
