import { z } from 'zod';
import {
  draftClaim,
  draftDate,
  draftExtension,
  draftNotification,
  draftObjection,
  draftPlea,
  draftResponse,
  draftSource,
  list,
  words,
} from './draft-parts';
import { INCIDENT_STATUSES, INTENTS } from './incident';
import { stateSchema } from './states';
import { TLP_MARKINGS } from './tlp';
import { CONDUCT, codesOf, OBJECTS } from './vocabulary';

/** Largest draft, bytes of its JSON in UTF-8: 512 KiB. Our own choice [D]. */
export const DRAFT_MAX_BYTES = 512 * 1024;

/** Size of a document as it is sent and stored, bytes of its JSON in UTF-8. */
export const jsonBytes = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value) ?? '').length;

/**
 * An incident under way. It is the dossier's incident with every field optional and half-typed words
 * and dates allowed, so that no keystroke is lost; what is there is fit to store: known fields and
 * codes, bounded, without hidden characters. `parse` of `incidentSchema` comes when it is submitted.
 */
export const incidentDraftSchema = z
  .strictObject({
    id: words(120),
    title: words(300),
    summary: words(4000),
    started: draftDate.nullable(),
    ended: draftDate.nullable(),
    ongoing: z.boolean(),
    recurring: z.boolean(),
    recursOf: list(words(120)),
    disclosed: draftDate.nullable(),
    verifyBy: draftDate.nullable(),
    victimStates: list(stateSchema),
    victims: list(words(300)),
    conduct: list(z.enum(codesOf(CONDUCT))),
    objects: list(z.enum(codesOf(OBJECTS))),
    intent: z.enum(INTENTS).nullable(),
    severity: z.number().nullable(),
    severityNote: words(2000),
    status: z.enum(INCIDENT_STATUSES),
    tlp: z.enum(TLP_MARKINGS),
    selfDisclosedBy: stateSchema.nullable(),
    joint: list(list(stateSchema)),
    externalIds: z
      .strictObject({
        eurepoc: words(120),
        cfr: words(300),
        dcid: words(120),
        attack: words(120),
        misp: words(120),
      })
      .partial(),
    sources: list(draftSource),
    claims: list(draftClaim),
    notifications: list(draftNotification),
    responses: list(draftResponse),
    extensions: list(draftExtension),
    pleas: list(draftPlea),
    objections: list(draftObjection),
  })
  .partial()
  .refine((draft) => jsonBytes(draft) <= DRAFT_MAX_BYTES, {
    message: `expected at most ${DRAFT_MAX_BYTES / 1024} KiB`,
  });
export type IncidentDraft = z.infer<typeof incidentDraftSchema>;
