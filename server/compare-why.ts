import 'server-only';
import type { Actor } from '@/domain/actor';
import { accusedStates, judge } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import type { CompareAddress } from '@/domain/lab/compare-address';
import { type Explanation, explain } from '@/domain/trace';
import { type CompareRefusal, sidesFor } from './compare';
import type { Variant } from './lab-variant';

/** One case under both sides; a side without such a clause has no explanation. */
export interface BothWhy {
  readonly title: string;
  readonly a: Explanation | null;
  readonly b: Explanation | null;
}

/** A case by the clauses of both sides. */
export interface CaseAsked {
  readonly incident: string;
  readonly clause: string | null;
  readonly bClause: string | null;
  readonly accused: string;
}

type Refused = {
  readonly ok: false;
  readonly refusal:
    | CompareRefusal
    | { readonly code: 'unknown_incident' | 'unknown_case'; readonly message: string };
};

const refuse = (code: 'unknown_incident' | 'unknown_case', message: string): Refused => ({
  ok: false,
  refusal: { code, message },
});

function explained(
  { pact, setting }: Variant,
  incident: Incident,
  accused: string,
  id: string | null,
): Explanation | null | undefined {
  if (id === null) return null;
  const clause = pact.clauses.find((one) => one.id === id);
  return clause === undefined
    ? undefined
    : explain(judge({ incident, pact, clause, accused, setting }));
}

/** Both traces of one case, by the explaining path, as an actor may see the record. */
export async function explainBoth(
  asked: CompareAddress,
  { incident: id, clause, bClause, accused }: CaseAsked,
  actor: Actor,
): Promise<{ readonly ok: true; readonly why: BothWhy } | Refused> {
  const found = await sidesFor(asked, actor);
  if (!found.ok) return found;
  const { record, a, b } = found;
  const incident = record.incidents.find((one) => one.id === id);
  if (incident === undefined) return refuse('unknown_incident', `There is no incident "${id}".`);
  if (!accusedStates(incident, a.setting).includes(accused))
    return refuse('unknown_case', `No claim of that day accuses ${accused} of this incident.`);
  const [one, two] = [
    explained(a, incident, accused, clause),
    explained(b, incident, accused, bClause),
  ];
  if (one === undefined || two === undefined || (one === null && two === null))
    return refuse('unknown_case', 'Name a clause of either side.');
  return { ok: true, why: { title: incident.title, a: one, b: two } };
}
