import { z } from 'zod';
import { claimSchema } from './claim';
import { datedSchema, endOf, isCalendarDay, startOf } from './dates';
import { stateSchema } from './states';
import { localId, slug, text, webAddress } from './text';
import { TLP_MARKINGS } from './tlp';
import { CONDUCT, codesOf, EXCEPTIONS, OBJECTS } from './vocabulary';

export const INTENTS = ['political-effect', 'commercial-advantage', 'none-apparent'] as const;
export type Intent = (typeof INTENTS)[number];
export const INCIDENT_STATUSES = ['confirmed', 'reported', 'retracted'] as const;
export const CHANNELS = ['diplomatic', 'hotline', 'cert', 'public'] as const;

const sources = z.array(localId);

export const sourceSchema = z.strictObject({
  id: localId,
  title: text(1000),
  publisher: text(300),
  date: z
    .string()
    .refine(
      (day) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(day) || isCalendarDay(day),
      'expected YYYY, YYYY-MM or a real YYYY-MM-DD',
    )
    .nullable(),
  url: webAddress.nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

export const notificationSchema = z.strictObject({
  id: localId.optional(),
  at: datedSchema,
  by: stateSchema,
  to: stateSchema,
  channel: z.enum(CHANNELS),
  asks: text(2000).nullable(),
  onBehalfOf: stateSchema.optional(),
  acknowledgedAt: datedSchema.optional(),
  sources,
});
export type Notification = z.infer<typeof notificationSchema>;

export const responseSchema = z.strictObject({
  id: localId.optional(),
  at: datedSchema,
  by: stateSchema,
  level: z.int().min(-1, 'expected a level from -1 to 8').max(8, 'expected a level from -1 to 8'),
  verified: z.boolean(),
  summary: text(4000),
  sources,
  rebuttalEvidence: z.boolean(),
  acknowledgesLink: z.boolean().default(false),
  endorsed: z.boolean().default(false),
  requestedAssistance: z.boolean().default(false),
});
export type Response = z.infer<typeof responseSchema>;

export const extensionSchema = z.strictObject({
  by: stateSchema,
  requestedAt: datedSchema,
  days: z
    .number()
    .positive('expected a number of days above 0')
    .max(3660, 'expected at most 3660 days'),
  sources,
});
export type Extension = z.infer<typeof extensionSchema>;

export const pleaSchema = z.strictObject({
  by: stateSchema,
  kind: z.enum(['exception', 'incapacity', 'reservation']),
  code: z.enum(codesOf(EXCEPTIONS)).optional(),
  at: datedSchema,
  accepted: z.boolean().nullable(),
  sources,
});
export type Plea = z.infer<typeof pleaSchema>;

export const objectionSchema = z.strictObject({
  by: stateSchema,
  against: z.enum(['LINK', 'STATE', 'CONDUCT']),
  at: datedSchema,
  closedAt: datedSchema.nullable(),
  summary: text(4000),
  sources,
});
export type Objection = z.infer<typeof objectionSchema>;

const unique = <T>(item: z.ZodType<T>, what: string) =>
  z.array(item).refine((list) => new Set(list).size === list.length, {
    ...{ error: `expected each ${what} once`, params: { code: 'repeated' } },
  });

const incidentShape = z.strictObject({
  id: slug,
  title: text(300),
  summary: text(4000),
  started: datedSchema,
  ended: datedSchema.nullable(),
  ongoing: z.boolean(),
  recurring: z.boolean(),
  recursOf: z.array(slug).default([]),
  disclosed: datedSchema.nullable(),
  verifyBy: datedSchema.optional(),
  victimStates: unique(stateSchema, 'state'),
  victims: z.array(text(300)),
  conduct: unique(z.enum(codesOf(CONDUCT)), 'code').min(1, 'expected at least one conduct code'),
  objects: unique(z.enum(codesOf(OBJECTS)), 'code').min(1, 'expected at least one object code'),
  intent: z.enum(INTENTS).nullable(),
  severity: z
    .int()
    .min(1, 'expected a severity from 1 to 5')
    .max(5, 'expected a severity from 1 to 5'),
  severityNote: text(2000),
  status: z.enum(INCIDENT_STATUSES),
  tlp: z.enum(TLP_MARKINGS),
  selfDisclosedBy: stateSchema.optional(),
  joint: z.array(z.array(stateSchema).min(2, 'expected at least two states')).default([]),
  externalIds: z
    .strictObject({
      eurepoc: text(120).optional(),
      cfr: text(300).optional(),
      dcid: text(120).optional(),
      attack: text(120).optional(),
      misp: text(120).optional(),
    })
    .optional(),
  sources: z.array(sourceSchema),
  claims: z.array(claimSchema),
  notifications: z.array(notificationSchema),
  responses: z.array(responseSchema),
  extensions: z.array(extensionSchema).default([]),
  pleas: z.array(pleaSchema).default([]),
  objections: z.array(objectionSchema).default([]),
});

type IncidentShape = z.infer<typeof incidentShape>;
type Fault = (path: (string | number)[], code: string, message: string) => void;

function repeated(ids: readonly (string | undefined)[]): number[] {
  return ids.flatMap((id, at) => (id !== undefined && ids.indexOf(id) !== at ? [at] : []));
}

function checkDates(incident: IncidentShape, fault: Fault): void {
  if (incident.ended !== null && endOf(incident.ended) < startOf(incident.started))
    fault(['ended'], 'end_before_start', 'expected an end on or after the start');
  if (incident.ongoing && incident.ended !== null)
    fault(['ongoing'], 'end_while_ongoing', 'expected false: the incident has an end');
  incident.claims.forEach((claim, at) => {
    if (claim.retractedOn !== undefined && claim.status !== 'retracted')
      fault(
        ['claims', at, 'retractedOn'],
        'not_retracted',
        'expected only on a claim with status "retracted"',
      );
  });
}

function checkReferences(incident: IncidentShape, fault: Fault): void {
  const sourceIds = new Set(incident.sources.map(({ id }) => id));
  const claimIds = new Set(incident.claims.map(({ id }) => id));
  const lists = [
    'claims',
    'notifications',
    'responses',
    'extensions',
    'pleas',
    'objections',
  ] as const;
  for (const list of lists)
    incident[list].forEach((item, at) => {
      item.sources.forEach((id, index) => {
        if (!sourceIds.has(id))
          fault(
            [list, at, 'sources', index],
            'unknown_source',
            `expected the id of a source of this incident, found "${id}"`,
          );
      });
    });
  incident.claims.forEach((claim, at) => {
    claim.derivedFrom.forEach((id, index) => {
      if (!claimIds.has(id) || id === claim.id)
        fault(
          ['claims', at, 'derivedFrom', index],
          'unknown_claim',
          `expected the id of another claim, found "${id}"`,
        );
    });
  });
  for (const list of ['sources', 'claims', 'notifications', 'responses'] as const)
    for (const at of repeated(incident[list].map(({ id }) => id)))
      fault([list, at, 'id'], 'repeated_id', 'expected an id that no other entry of this list has');
}

/** One incident with all that is said and done about it (dossier.md). */
export const incidentSchema = incidentShape.superRefine((incident, context) => {
  const fault: Fault = (path, code, message) =>
    context.addIssue({ code: 'custom', path, message, params: { code } });
  checkDates(incident, fault);
  checkReferences(incident, fault);
});
export type Incident = z.infer<typeof incidentSchema>;
