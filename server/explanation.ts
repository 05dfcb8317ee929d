import 'server-only';
import { type Contribution, contributions } from '@/domain/contribution';
import { accusedStates, judge } from '@/domain/finding';
import type { FindingQuestion } from '@/domain/finding-question';
import type { Incident } from '@/domain/incident';
import { type LeaveOneOut, leaveOneOut } from '@/domain/pivotal';
import { liveClaims } from '@/domain/retraction';
import { type Explanation, explain } from '@/domain/trace';
import { endOfToday } from './clock';
import { visibleIncidents } from './corpus';
import { corpusWith } from './corpus/known';
import type { Visibility } from './incident-search';
import { questionOf, type StandingRefusal } from './standing-question';

/** A finding with every test on the way, what each claim adds to it, and what would become of it without. */
export interface ExplainedFinding extends Explanation {
  readonly contributions: readonly Contribution[];
  readonly leaveOneOut: readonly LeaveOneOut[];
}

export type ExplanationRefusal =
  | Pick<StandingRefusal, 'code' | 'message'>
  | {
      readonly code: 'unknown_incident' | 'unknown_case' | 'reference_only';
      readonly message: string;
    };

const byId = new WeakMap<readonly Incident[], ReadonlyMap<string, Incident>>();

/** An incident among those a reader may see; what they may not see is as if it were not there. */
function findIn(incidents: readonly Incident[], id: string): Incident | undefined {
  const known = byId.get(incidents) ?? new Map(incidents.map((one) => [one.id, one]));
  byId.set(incidents, known);
  return known.get(id);
}

/** The explaining path on demand: one finding, as one reader may see it. */
export async function explainFinding(
  asked: FindingQuestion,
  visibility: Visibility,
): Promise<
  | { readonly ok: true; readonly explained: ExplainedFinding }
  | { readonly ok: false; readonly refusal: ExplanationRefusal }
> {
  const held = await corpusWith(asked.incident, asked.asOf);
  const question = questionOf(held, asked, endOfToday());
  if (!question.ok) return question;
  const { pact, setting } = question;
  const refuse = (
    code: Exclude<ExplanationRefusal['code'], StandingRefusal['code']>,
    message: string,
  ) => ({ ok: false, refusal: { code, message } }) as const;
  const incident = findIn(visibleIncidents(held, visibility), asked.incident);
  if (incident === undefined)
    return refuse('unknown_incident', `There is no incident "${asked.incident}".`);
  if (pact.referenceOnly)
    return refuse('reference_only', 'This pact is kept for its text and is not scored.');
  const clause = pact.clauses.find(({ id }) => id === asked.clause);
  const { accused } = asked;
  if (clause === undefined || !accusedStates(incident, setting).includes(accused))
    return refuse(
      'unknown_case',
      accused === null
        ? 'States are accused of this incident: name one.'
        : `No claim of that day accuses ${accused} of this incident.`,
    );
  const at = { incident, pact, clause, accused, setting };
  const live = liveClaims(incident, setting.asOf, setting.compiledOn);
  const fusion = {
    policy: setting.policy.values,
    joint: incident.joint,
    commissionLimbs: clause.commissionLimbs,
  };
  return {
    ok: true,
    explained: {
      ...explain(judge(at)),
      contributions: accused === null ? [] : contributions(live, accused, fusion),
      leaveOneOut: leaveOneOut(at),
    },
  };
}
