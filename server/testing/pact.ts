import { type Pact, pactSchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';

/** A small valid pact of RU and US under a given id, assumed in force from 2015; one conviction or claim suffices. */
export function aPact(id: string, changes: Partial<Pact> = {}): Pact {
  return pactSchema.parse({
    ...{ format: 'servanda.pact/1', id, version: 1, title: `Pact ${id}`, summary: 'No leaks.' },
    ...{ kind: 'hypothetical', referenceOnly: false, origin: 'An idea' },
    parties: [{ code: 'RU' }, { code: 'US' }],
    assumedInForce: {
      ...{ date: '2015-01-01', precision: 'day', reason: 'It was on the table', alternatives: [] },
    },
    ...{ adherence: [], sources: [] },
    clauses: [
      {
        ...{ id: 'c1', reference: 'Article 1', text: 'No theft and publication.' },
        ...{ conduct: ['data-theft-and-doxing'], objects: ['political-party'] },
        ...{ conductExclusions: [], objectExclusions: [], intentRequired: null },
        ...{ commissionLimbs: [], dueDiligence: POLICY_2026_11.values.defaultWindows },
        minSeverity: { commission: 1, dueDiligence: 1 },
        theta: { state: 0.75, link: 0.5, minClusters: 1 },
        ...{ exceptions: [], reservations: [], reciprocity: 'symmetric' },
      },
    ],
    ...changes,
  });
}
