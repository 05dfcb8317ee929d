import type { FieldFault } from '@/components/log/api';
import { tidy } from '@/components/log/draft-routes';
import { datedSchema } from '@/domain/dates';
import { draftToIncident } from '@/domain/draft-submit';
import type { Incident } from '@/domain/incident';
import type { IncidentDraft } from '@/domain/incident-draft';
import { loggingFaults } from '@/domain/logging-rules';
import { UNKNOWN } from '@/domain/quick-log';
import { proposedId } from '@/domain/quick-log-incident';
import { dateText } from '@/domain/when';

/** The draft as it is kept: without the lists that a form leaves empty where the format has none. */
export function dossierDraft(values: unknown): IncidentDraft {
  const { joint, ...draft } = tidy(values);
  const groups = (joint ?? []).filter((group) => Array.isArray(group) && group.length > 0);
  const claims = draft.claims?.map(({ limbs, ...claim }) =>
    limbs === undefined || limbs.length === 0 ? claim : { ...claim, limbs },
  );
  return {
    ...draft,
    ...(groups.length === 0 ? {} : { joint: groups }),
    ...(claims === undefined ? {} : { claims }),
  };
}

/** The address a record gets where nobody chose one; undefined while it cannot be made yet. */
function addressOf({ id, title, started, victimStates }: IncidentDraft): string | undefined {
  if ((id ?? '').trim() !== '') return id;
  const when = datedSchema.safeParse(started);
  if (!when.success || (title ?? '').trim() === '') return id;
  return proposedId({
    title: title ?? '',
    when: { kind: 'ongoing', from: dateText(when.data) },
    victimState: victimStates?.[0] ?? UNKNOWN,
  });
}

export interface DossierCheck {
  readonly incident: Incident | null;
  readonly faults: readonly FieldFault[];
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^still empty$/, 'This is still empty.'],
  [/^expected one of "almost/, 'Choose how sure the claimant is.'],
  [/^expected one of |^expected a credibility/, 'Choose one of the list.'],
  [/^expected an ISO 3166/, 'Choose a state.'],
  [/^expected words, found nothing$/, 'This is still empty.'],
];
const inWords = (message: string): string =>
  WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? message;

/** What the rules of logging say already, of whatever is filled in. */
export const earlyDossierFaults = (draft: IncidentDraft, now: number): FieldFault[] =>
  loggingFaults(draft, now);

/** The record a draft has become, or every fault by its field. */
export function checkDossier(draft: IncidentDraft, now: number): DossierCheck {
  const id = addressOf(draft);
  const parsed = draftToIncident(id === undefined ? draft : { ...draft, id });
  const rules = loggingFaults(draft, now);
  const refused = rules.some(({ level }) => level === 'refused');
  if (parsed.ok) return { incident: refused ? null : parsed.value, faults: rules };
  const told = new Set(rules.map(({ path }) => path));
  const named = id !== undefined;
  const faults = parsed.faults
    .filter(({ path }) => !told.has(path) && (named || path !== 'id'))
    .map(
      ({ path, message }): FieldFault => ({ path, message: inWords(message), level: 'refused' }),
    );
  return { incident: null, faults: [...rules, ...faults] };
}
