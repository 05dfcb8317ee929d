import { claimSchema } from './claim';
import { claimWithStandIns, entriesOf } from './consequence-entries';
import { type Dated, datedSchema, endOf, startOf } from './dates';
import { documentOf } from './draft-submit';
import {
  extensionSchema,
  type Incident,
  notificationSchema,
  objectionSchema,
  pleaSchema,
  responseSchema,
} from './incident';
import type { IncidentDraft } from './incident-draft';
import { QUICK_DEFAULTS } from './quick-log-incident';

/** Facts without which coverage cannot be tested. */
export type BlockingField = 'started' | 'victimStates' | 'conduct' | 'objects';

/** An incident under way, made fit for the engine, with what is not known of it. */
export interface Subject {
  /** Holds stand-ins where facts are missing: only tests that do not read them may be believed. */
  readonly incident: Incident;
  readonly blocking: readonly BlockingField[];
  /** Facts that were assumed and may turn out otherwise. */
  readonly assumed: readonly ('severity' | 'status')[];
  /** Fields that keep an entry of a list from counting. */
  readonly unfinished: {
    readonly claims: readonly string[];
    readonly notifications: readonly string[];
    readonly responses: readonly string[];
  };
}

const STAND_IN: Dated = { date: '2000-01-01', precision: 'day' };
const dateOf = (value: unknown): Dated | null => {
  const parsed = datedSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
};

function timesOf(draft: IncidentDraft): Pick<Incident, 'started' | 'ended' | 'ongoing'> {
  const started = dateOf(draft.started) ?? STAND_IN;
  const end = dateOf(draft.ended);
  const ended = end === null || endOf(end) < startOf(started) ? null : end;
  return { started, ended, ongoing: draft.ongoing === true && ended === null };
}

function severityOf({ severity }: IncidentDraft): number | null {
  const rated = typeof severity === 'number' && Number.isInteger(severity);
  return rated && severity >= 1 && severity <= 5 ? severity : null;
}

/** What the engine can be asked of a draft; entries that are not whole do not count. */
export function subjectOf(draft: IncidentDraft): Subject {
  const { victimStates = [], conduct = [], objects = [] } = draft;
  const document = documentOf(draft);
  const summary = { summary: 'Not told yet' };
  const claims = entriesOf(claimSchema, 'claims', document.claims, claimWithStandIns);
  const notifications = entriesOf(notificationSchema, 'notifications', document.notifications);
  const responses = entriesOf(responseSchema, 'responses', document.responses, (entry) => ({
    ...summary,
    ...entry,
  }));
  const objections = entriesOf(objectionSchema, 'objections', document.objections, (entry) => ({
    ...summary,
    ...entry,
  }));
  const verifyBy = dateOf(draft.verifyBy);
  const severity = severityOf(draft);
  const blocking: BlockingField[] = [];
  if (dateOf(draft.started) === null) blocking.push('started');
  if (victimStates.length === 0) blocking.push('victimStates');
  if (conduct.length === 0) blocking.push('conduct');
  if (objects.length === 0) blocking.push('objects');
  return {
    incident: {
      id: 'draft',
      title: 'Draft',
      summary: 'Draft',
      ...timesOf(draft),
      recurring: draft.recurring ?? false,
      recursOf: draft.recursOf ?? [],
      disclosed: dateOf(draft.disclosed),
      ...(verifyBy === null ? {} : { verifyBy }),
      ...{ victimStates, victims: [], conduct, objects },
      intent: draft.intent ?? null,
      severity: severity ?? QUICK_DEFAULTS.severity,
      severityNote: 'Draft',
      status: draft.status ?? 'confirmed',
      tlp: draft.tlp ?? QUICK_DEFAULTS.tlp,
      joint: (draft.joint ?? []).filter((group) => group.length > 1),
      ...(draft.selfDisclosedBy ? { selfDisclosedBy: draft.selfDisclosedBy } : {}),
      sources: [],
      claims: claims.whole,
      notifications: notifications.whole,
      responses: responses.whole,
      extensions: entriesOf(extensionSchema, 'extensions', document.extensions).whole,
      pleas: entriesOf(pleaSchema, 'pleas', document.pleas).whole,
      objections: objections.whole,
    },
    blocking,
    assumed: [
      ...(severity === null ? (['severity'] as const) : []),
      ...(draft.status === undefined ? (['status'] as const) : []),
    ],
    unfinished: {
      claims: claims.unfinished,
      notifications: notifications.unfinished,
      responses: responses.unfinished,
    },
  };
}
