import { z } from 'zod';
import {
  CLAIM_STATUSES,
  credibilitySchema,
  DEPENDENCES,
  LIKELIHOODS,
  PROPOSITIONS,
  RELIABILITIES,
} from './claim';
import { PRECISIONS } from './dates';
import { CHANNELS } from './incident';
import { stateSchema } from './states';
import { HIDDEN_REFUSED, holdsHidden } from './text';
import { BASES, CLAIMANT_TYPES, codesOf, EXCEPTIONS, LIMBS } from './vocabulary';

/** The entries of a draft's lists: every field may be missing, none may be unfit to store. */

/** Most entries of any list of a draft. */
export const DRAFT_LIST_LIMIT = 500;

/** Words under way: bounded and without hidden characters; they may still be blank. */
export const words = (maximum: number) =>
  z
    .string()
    .max(maximum, `expected at most ${maximum} characters`)
    .refine((value) => !holdsHidden(value), HIDDEN_REFUSED);

export const list = <T extends z.ZodType>(item: T) =>
  z.array(item).max(DRAFT_LIST_LIMIT, `expected at most ${DRAFT_LIST_LIMIT} entries`);

const id = words(120);
const ids = list(id);
const state = stateSchema.nullable();
const flag = z.boolean();

/** A date half typed: `2016-0` is kept as it stands. */
export const draftDate = z
  .strictObject({ date: words(40), precision: z.enum(PRECISIONS) })
  .partial();
export type DraftDate = z.infer<typeof draftDate>;
const date = draftDate.nullable();

export const draftSource = z
  .strictObject({
    id,
    title: words(1000),
    publisher: words(300),
    date: words(40).nullable(),
    url: words(2000).nullable(),
  })
  .partial();

export const draftClaim = z
  .strictObject({
    id,
    claimant: z
      .strictObject({ name: words(300), type: z.enum(codesOf(CLAIMANT_TYPES)), state })
      .partial(),
    accused: state,
    proposition: z.enum(PROPOSITIONS),
    limbs: list(z.enum(codesOf(LIMBS))),
    actor: words(300),
    date,
    basis: z.enum(codesOf(BASES)),
    reliability: z.enum(RELIABILITIES),
    credibility: credibilitySchema,
    likelihood: z.enum(LIKELIHOODS),
    probability: z.number(),
    cluster: id,
    dependence: z.enum(DEPENDENCES),
    derivedFrom: ids,
    admission: flag,
    status: z.enum(CLAIM_STATUSES),
    retractedOn: date,
    sources: ids,
    note: words(4000),
  })
  .partial();

export const draftNotification = z
  .strictObject({
    id,
    at: date,
    by: state,
    to: state,
    channel: z.enum(CHANNELS),
    asks: words(2000).nullable(),
    onBehalfOf: state,
    acknowledgedAt: date,
    sources: ids,
  })
  .partial();

export const draftResponse = z
  .strictObject({
    id,
    at: date,
    by: state,
    level: z.number(),
    verified: flag,
    summary: words(4000),
    sources: ids,
    rebuttalEvidence: flag,
    acknowledgesLink: flag,
    endorsed: flag,
    requestedAssistance: flag,
  })
  .partial();

export const draftExtension = z
  .strictObject({ by: state, requestedAt: date, days: z.number(), sources: ids })
  .partial();

export const draftPlea = z
  .strictObject({
    by: state,
    kind: z.enum(['exception', 'incapacity', 'reservation']),
    code: z.enum(codesOf(EXCEPTIONS)),
    at: date,
    accepted: flag.nullable(),
    sources: ids,
  })
  .partial();

export const draftObjection = z
  .strictObject({
    by: state,
    against: z.enum(['LINK', 'STATE', 'CONDUCT']),
    at: date,
    closedAt: date,
    summary: words(4000),
    sources: ids,
  })
  .partial();
