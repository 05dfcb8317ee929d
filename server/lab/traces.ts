import 'server-only';
import type { Actor } from '@/domain/actor';
import { accusedStates, judge } from '@/domain/finding';
import type { VariantAddress } from '@/domain/lab/address';
import type { Pact } from '@/domain/pact';
import { type Explanation, explain } from '@/domain/trace';
import { visibleIncidents } from '@/server/corpus';
import { corpusWith } from '@/server/corpus/known';
import { type VariantRefusal, variantIn } from '@/server/lab-variant';
import { visibilityOf } from '@/server/review/blind';

/** One finding under the pact as in its text, and under the variant. */
export interface LabTraces {
  readonly title: string;
  readonly before: Explanation;
  readonly after: Explanation;
}

export interface CaseKey {
  readonly incident: string;
  readonly clause: string;
  readonly accused: string;
}

type Refusal =
  | VariantRefusal
  | {
      readonly code: 'unknown_incident' | 'unknown_case';
      readonly field: 'incident' | 'clause' | 'accused';
      readonly message: string;
    };

/** Both traces of one finding, by the explaining path, as an actor may see them. */
export async function labTraces(
  asked: VariantAddress,
  { incident: id, clause: clauseId, accused }: CaseKey,
  actor: Actor,
): Promise<
  | { readonly ok: true; readonly traces: LabTraces }
  | { readonly ok: false; readonly refusal: Refusal }
> {
  const held = await corpusWith(id, asked.asOf);
  const found = await variantIn({ held }, asked, actor);
  if (!found.ok) return found;
  const { base, pact, setting } = found.variant;
  const refuse = (
    field: 'incident' | 'clause' | 'accused',
    message: string,
  ): { readonly ok: false; readonly refusal: Refusal } => ({
    ok: false,
    refusal: { code: field === 'incident' ? 'unknown_incident' : 'unknown_case', field, message },
  });
  const incidents = visibleIncidents(held, await visibilityOf(actor));
  const incident = incidents.find((one) => one.id === id);
  if (incident === undefined) return refuse('incident', `There is no incident "${id}".`);
  if (!accusedStates(incident, setting).includes(accused))
    return refuse('accused', `No claim of that day accuses ${accused} of this incident.`);
  const under = (one: Pact, assumedFrom: typeof setting.assumedFrom): Explanation | null => {
    const clause = one.clauses.find((each) => each.id === clauseId);
    if (clause === undefined) return null;
    const at = { ...setting, assumedFrom };
    return explain(judge({ incident, pact: one, clause, accused, setting: at }));
  };
  const before = under(base, null);
  const after = under(pact, setting.assumedFrom);
  return before === null || after === null
    ? refuse('clause', `This pact has no clause "${clauseId}".`)
    : { ok: true, traces: { title: incident.title, before, after } };
}
