import { type Incident, incidentSchema } from '@/domain/incident';

/** A small valid incident under a given id; `changes` are laid over it. */
export function anIncident(id: string, changes: Partial<Incident> = {}): Incident {
  return incidentSchema.parse({
    ...{ id, title: `Incident ${id}`, summary: 'Documents were taken and published.' },
    ...{ started: { date: '2016-03-01', precision: 'month' }, ended: null },
    ...{ ongoing: false, recurring: false, disclosed: { date: '2016-06-14', precision: 'day' } },
    ...{ victimStates: ['US'], victims: ['A national committee'] },
    ...{ conduct: ['data-theft-and-doxing'], objects: ['political-party'] },
    ...{ intent: 'political-effect', severity: 4, severityNote: 'Nationwide effect.' },
    ...{ status: 'confirmed', tlp: 'CLEAR' },
    sources: [{ id: 's1', title: 'A report', publisher: 'A court', date: '2018-07', url: null }],
    claims: [
      {
        ...{ id: 'c1', claimant: { name: 'Department of Justice', type: 'court', state: 'US' } },
        ...{ accused: 'RU', proposition: 'STATE', actor: 'GRU Unit 26165' },
        ...{ date: { date: '2018-07-13', precision: 'day' }, basis: 'legal', reliability: 'B' },
        ...{ credibility: 1, likelihood: 'almost_certain', cluster: 'k1', dependence: 'lead' },
        ...{ status: 'live', sources: ['s1'] },
      },
    ],
    ...{ notifications: [], responses: [] },
    ...changes,
  });
}
