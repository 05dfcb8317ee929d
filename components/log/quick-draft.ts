import type { IncidentDraft } from '@/domain/incident-draft';
import { INCIDENT_TEMPLATES, similarDraft } from '@/domain/incident-template';
import { UNKNOWN } from '@/domain/quick-log';
import { QUICK_DEFAULTS } from '@/domain/quick-log-incident';
import { claimBegun, isState, type QuickValues } from './quick-values';
import { shownDate, valueOfDate } from './written-date';

type DraftClaim = NonNullable<IncidentDraft['claims']>[number];

/** What is known so far, as the draft of a record: for autosave, and for the engine while typing. */
export function draftOfQuick(values: QuickValues): IncidentDraft {
  const { title, when, span, until, victimState, victim, linkedState, sourceUrl, claim } = values;
  const started = valueOfDate(when);
  const begun = claimBegun(values);
  return {
    title,
    conduct: [...values.conduct],
    objects: [...values.objects],
    ...(started === null ? {} : { started }),
    ...(span === 'until' ? { ended: valueOfDate(until) } : {}),
    ongoing: span === 'ongoing',
    ...(victimState === null ? {} : { victimStates: isState(victimState) ? [victimState] : [] }),
    ...(victim === '' ? {} : { victims: [victim] }),
    ...(sourceUrl === '' ? {} : { sources: [{ id: 's1', url: sourceUrl }] }),
    ...(linkedState === null
      ? {}
      : {
          claims: isState(linkedState)
            ? [
                {
                  id: 'c1',
                  accused: linkedState,
                  proposition: claim.proposition,
                  ...(begun ? { claimant: claimantOf(claim) } : {}),
                  ...(claim.basis === null ? {} : { basis: claim.basis }),
                  ...(claim.likelihood === null ? {} : { likelihood: claim.likelihood }),
                  sources: ['s1'],
                },
              ]
            : [],
        }),
    ...(values.severity === null ? {} : { severity: values.severity }),
    ...(values.status === null ? {} : { status: values.status }),
    ...(values.tlp === null ? {} : { tlp: values.tlp }),
  };
}

function claimantOf({ who, whoType }: QuickValues['claim']) {
  return { name: who, ...(whoType === null ? {} : { type: whoType }) };
}

/** A claim the quick log made of a state alone: nobody has said who says so. */
const saysNothing = ({ note, reliability }: DraftClaim): boolean =>
  reliability === 'F' && (note ?? '').startsWith('From the quick log: who says so');

/** A draft as the quick log shows it; what it has no field for stays in the draft. */
export function quickOfDraft(draft: IncidentDraft): QuickValues {
  const [first] = draft.claims ?? [];
  const claim: DraftClaim | undefined =
    first !== undefined && saysNothing(first) ? { accused: first.accused } : first;
  const status = draft.status === 'retracted' ? null : (draft.status ?? null);
  return {
    title: draft.title ?? '',
    conduct: draft.conduct ?? [],
    when: shownDate(draft.started ?? null),
    span: draft.ongoing === true ? 'ongoing' : draft.ended?.date ? 'until' : 'once',
    until: shownDate(draft.ended ?? null),
    victimState: draft.victimStates === undefined ? null : (draft.victimStates[0] ?? UNKNOWN),
    victim: draft.victims?.[0] ?? '',
    objects: draft.objects ?? [],
    linkedState: draft.claims === undefined ? null : (claim?.accused ?? UNKNOWN),
    sourceUrl: draft.sources?.[0]?.url ?? '',
    claim: {
      who: claim?.claimant?.name ?? '',
      whoType: claim?.claimant?.type ?? null,
      basis: claim?.basis ?? null,
      likelihood: claim?.likelihood ?? null,
      proposition: claim?.proposition ?? 'LINK',
    },
    severity: draft.severityNote === QUICK_DEFAULTS.severityNote ? null : (draft.severity ?? null),
    status,
    tlp: draft.tlp ?? null,
  };
}

/** What a draft says that the quick log has no field for; what its fields leave empty is empty. */
export function beyondQuick(draft: IncidentDraft): IncidentDraft {
  const { title, conduct, objects, started, ended, ongoing, ...more } = draft;
  const { victimStates, victims, sources, claims, ...rest } = more;
  return rest;
}

/** Whether the quick log has a field for all that a draft says. */
export function fitsQuick(draft: IncidentDraft): boolean {
  const lists = [draft.notifications, draft.responses, draft.extensions, draft.pleas];
  return (
    [...lists, draft.objections].every((list) => (list ?? []).length === 0) &&
    (draft.claims ?? []).length <= 1 &&
    (draft.sources ?? []).length <= 1 &&
    (draft.victimStates ?? []).length <= 1 &&
    (draft.victims ?? []).length <= 1 &&
    /^$|Logged in short from .+; to be summarised\.$/.test(draft.summary ?? '')
  );
}

/** What a page begins with: an incident to log one like, a template, or nothing. */
export function beginning(template: string | null, like: IncidentDraft | null): IncidentDraft {
  if (like !== null) return similarDraft(like);
  return INCIDENT_TEMPLATES.find(({ id }) => id === template)?.draft ?? {};
}
