import type { Judgement } from './finding';
import type { PredicateResult } from './predicates';
import { figure, instant, list, REASONS, type TraceStep } from './trace-step';

const PREDICATE_CHANGES: Partial<Record<PredicateResult['reason'], string>> = {
  rival: 'The other accusation being withdrawn or outweighed.',
  conflict: 'Less conflict between the accusations.',
  objection: 'The objection lapsing or being closed by the commission.',
  below_commission_floor: 'A graver severity.',
};

/** One of the two questions of attribution as a step (method.md 2.4). */
export function predicateStep(judgement: Judgement, name: 'link' | 'state'): TraceStep {
  const { case: at, predicates } = judgement;
  const { clause, incident, accused } = at;
  const result = predicates[name];
  const theta = clause.theta[name];
  const { minClusters } = clause.theta;
  const change =
    result.reason === 'below_threshold'
      ? `Belief of ${figure(theta)}: ${figure(theta - result.lower)} more.`
      : result.reason === 'uncorroborated'
        ? `${minClusters - result.clusters} more independent cluster of evidence, or a conviction.`
        : (PREDICATE_CHANGES[result.reason] ?? null);
  return {
    id: `predicate.${name}`,
    question:
      name === 'link'
        ? "Is it linked to the state's territory or nationals?"
        : 'Is the state itself responsible?',
    outcome:
      result.predicate === 'met' ? 'pass' : result.predicate === 'contested' ? 'unknown' : 'fail',
    inputs: [
      ...incident.claims.flatMap((claim) =>
        claim.accused === accused && claim.status === 'live'
          ? [
              {
                label: `Claim ${claim.id}`,
                value: `${claim.claimant.name}: ${claim.proposition}, ${claim.reliability}${claim.credibility}`,
                record: `claims/${claim.id}`,
              },
            ]
          : [],
      ),
      { label: 'Corroborating clusters', value: `${result.clusters} (needs ${minClusters})` },
    ],
    value: `${result.predicate}: belief ${figure(result.lower)} to ${figure(result.upper)}; ${REASONS[result.reason]}`,
    threshold: figure(theta),
    wouldChange: result.predicate === 'met' ? null : change,
    reference: 'method 2.4, predicates',
  };
}

/** Whether the incident happened at all, as a step. */
export function occurrenceStep({ case: { incident }, occurrence, verifyBy }: Judgement): TraceStep {
  const confirmed = occurrence === 'confirmed';
  return {
    id: 'occurrence',
    question: 'Is it confirmed that this happened?',
    outcome: confirmed ? 'pass' : occurrence === 'unconf_open' ? 'unknown' : 'fail',
    inputs: [{ label: 'Status', value: incident.status, record: 'facts/status' }],
    value: incident.status,
    threshold: confirmed ? null : `to be verified by ${instant(verifyBy)}`,
    wouldChange: confirmed ? null : 'The occurrence being verified.',
    reference: 'method 3.1, R1 to R3',
  };
}

/** Whether the clause sets a duty to act, as a step (method.md 1). */
export function dutyStep({ case: { clause }, owes }: Judgement): TraceStep {
  return {
    id: 'duty',
    question: 'Does the clause oblige the state to act against it?',
    outcome: owes === 'yes' ? 'pass' : 'fail',
    inputs: [
      { label: 'Due-diligence limbs', value: list(clause.dueDiligence?.limbs ?? []) },
      { label: 'Severity floor', value: `${clause.minSeverity.dueDiligence}` },
    ],
    value: owes,
    threshold: null,
    wouldChange:
      owes === 'yes'
        ? null
        : 'A due-diligence limb in the clause that a claim rests on, and its severity floor reached.',
    reference: 'method 1, dd',
  };
}
