import { type Case, findingOf, judge } from './finding';

/** What would become of a case without one claim. */
export interface LeaveOneOut {
  readonly claim: string;
  readonly verdict: string;
  /** Its removal changes a predicate of the case. */
  readonly pivotal: boolean;
}

/** Judges a case again without each live claim in turn (method.md 2 and 5, robustness ii). */
export function leaveOneOut(at: Case): LeaveOneOut[] {
  const whole = judge(at);
  return at.incident.claims
    .filter(({ status }) => status === 'live')
    .map((claim) => {
      const claims = at.incident.claims.filter((other) => other !== claim);
      const judged = judge({ ...at, incident: { ...at.incident, claims } });
      return {
        claim: claim.id,
        verdict: findingOf(judged).verdict,
        pivotal: judged.input.link !== whole.input.link || judged.input.state !== whole.input.state,
      };
    });
}
