import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { IncidentList } from '@/components/incident/incident-list';
import { type IncidentRow, listParsers, PAGE_SIZES } from '@/components/incident/list-query';
import { PageHead } from '@/components/incident/page-head';
import { accusedIn } from '@/domain/attribution';
import { reachOf } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { incidentStates } from '@/server/incident-states';
import { type IncidentRecord, listIncidents } from '@/server/incidents';

export const metadata: Metadata = { title: 'Incidents' };

const load = createLoader(listParsers);

const toRow = ({ incident }: IncidentRecord): IncidentRow => ({
  id: incident.id,
  title: incident.title,
  started: incident.started,
  disclosed: incident.disclosed,
  victims: incident.victimStates,
  accused: accusedIn(incident.claims.filter(({ status }) => status === 'live')),
  conduct: incident.conduct,
  severity: incident.severity,
  status: incident.status,
  claims: incident.claims.length,
});

const only = (value: string | null): string[] => (value === null ? [] : [value]);

export default async function IncidentsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const query = await load(searchParams);
  const reach = reachOf(await actorFrom());
  const pageSize = PAGE_SIZES.find((size) => size === query.size) ?? PAGE_SIZES[0];
  const [found, states] = await Promise.all([
    listIncidents(
      {
        text: query.q,
        conduct: only(query.conduct),
        objects: only(query.object),
        victims: only(query.victim),
        accused: only(query.accused),
        status: only(query.status),
        ...(query.severity === null ? {} : { minSeverity: query.severity }),
        sort: query.sort,
        descending: query.order === 'desc',
        page: query.page,
        pageSize,
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
