import { z } from 'zod';
import { PRECISIONS } from '@/domain/dates';
import { draftDate, draftSource, list, words } from '@/domain/draft-parts';
import { INTENTS } from '@/domain/incident';
import { DRAFT_MAX_BYTES, jsonBytes } from '@/domain/incident-draft';
import { SLIDER_IDS } from '@/domain/lab/sliders';
import type { Clause, DueDiligence, Pact } from '@/domain/pact';
import { stateSchema } from '@/domain/states';
import {
  COMMISSION_LIMBS,
  CONDUCT,
  codesOf,
  DUE_DILIGENCE_LIMBS,
  EXCEPTIONS,
  OBJECTS,
} from '@/domain/vocabulary';
import { bracketEscaped } from './brackets';

const number = z.number().nullable();
const conduct = list(z.enum(codesOf(CONDUCT)));
const objects = list(z.enum(codesOf(OBJECTS)));

const draftAssumed = z
  .strictObject({ date: words(40), precision: z.enum(PRECISIONS), reason: words(2000) })
  .partial();

const draftWindows = z
  .strictObject({
    limbs: list(z.enum(DUE_DILIGENCE_LIMBS)),
    knowledge: z.enum(['actual', 'actual_or_constructive']),
    ...{ ackHours: number, ackHoursUrgent: number, actDays: number, actDaysUrgent: number },
    ...{ urgentFromSeverity: number, maxExtensionFrac: number, progressDays: number },
    ...{ notifyDays: number, constructiveLagDays: number },
  })
  .partial();

const draftClause = z
  .strictObject({
    ...{ id: words(80), reference: words(1000), text: words(10_000), note: words(4000) },
    ...{ conduct, objects, conductExclusions: conduct, objectExclusions: objects },
    intentRequired: z
      .enum(INTENTS)
      .extract(['political-effect', 'commercial-advantage'])
      .nullable(),
    commissionLimbs: list(z.enum(COMMISSION_LIMBS)),
    dueDiligence: draftWindows.nullable(),
    minSeverity: z.strictObject({ commission: number, dueDiligence: number }).partial(),
    severityShift: z.partialRecord(z.enum(codesOf(OBJECTS)), number),
    theta: z.strictObject({ state: number, link: number, minClusters: number }).partial(),
    exceptions: list(
      z
        .strictObject({
          code: z.enum(codesOf(EXCEPTIONS)),
          burden: z.enum(['invoker', 'accuser']),
          note: words(2000),
        })
        .partial(),
    ),
    reservations: list(
      z
        .strictObject({ party: stateSchema.nullable(), text: words(4000), conduct, objects })
        .partial(),
    ),
    reciprocity: z.enum(['symmetric', 'reserved']),
  })
  .partial();
export type DraftClause = z.infer<typeof draftClause>;

const draftPact = z
  .strictObject({
    id: words(120),
    title: words(300),
    summary: words(4000),
    kind: z.enum(['hypothetical', 'historical']),
    referenceOnly: z.boolean(),
    origin: words(2000),
    parties: list(
      z.strictObject({ code: stateSchema.nullable(), succeeds: list(stateSchema) }).partial(),
    ),
    assumedInForce: draftAssumed
      .extend({ alternatives: list(draftAssumed) })
      .partial()
      .nullable(),
    end: draftDate.nullable(),
    noticeDays: number,
    replyDays: number,
    sources: list(draftSource),
    clauses: list(draftClause),
  })
  .partial();

/**
 * A pact under way: `servanda.pact/1` without adherence, every field optional and half-typed words
 * and dates allowed, and beside it what is kept of the brackets in its texts. Texts are in bracket
 * notation (brackets.ts). It is no version of a pact, and nothing of it can be signed.
 */
export const pactDraftSchema = z
  .strictObject({
    pact: draftPact,
    alternatives: list(
      z.strictObject({
        clause: words(80),
        source: words(2000),
        slider: z
          .enum(SLIDER_IDS as [(typeof SLIDER_IDS)[number], ...typeof SLIDER_IDS])
          .nullable()
          .optional(),
        chosen: z.int().min(0).max(25).optional(),
      }),
    ),
  })
  .partial()
  .refine((draft) => jsonBytes(draft) <= DRAFT_MAX_BYTES, {
    message: `expected at most ${DRAFT_MAX_BYTES / 1024} KiB`,
  });
export type PactDraft = z.infer<typeof pactDraftSchema>;

/** A draft that begins from a version of a pact; brackets that are words there stay words. */
export function forkedDraft(pact: Pact): PactDraft {
  const { format: _, version: __, adherence: ___, clauses, ...rest } = pact;
  return {
    pact: {
      ...rest,
      clauses: clauses.map((clause) => ({ ...clause, text: bracketEscaped(clause.text) })),
    },
    alternatives: [],
  };
}

/** A clause to begin with: nothing forbidden yet, both grounds of responsibility, the policy's windows. */
export function blankClause(id: string, windows: DueDiligence): Clause {
  return {
    ...{ id, reference: '', text: '' },
    ...{ conduct: [], objects: [], conductExclusions: [], objectExclusions: [] },
    intentRequired: null,
    commissionLimbs: ['ORGAN', 'EMPOWERED', 'INSTRUCTED', 'ADOPTED'],
    dueDiligence: { ...windows },
    minSeverity: { commission: 1, dueDiligence: 2 },
    theta: { ...DEFAULT_THETA },
    ...{ exceptions: [], reservations: [], reciprocity: 'symmetric' },
  };
}

/** The thresholds of every clause of the library, method.md 2.4. Our own choice [D]. */
const DEFAULT_THETA = { state: 0.75, link: 0.5, minClusters: 2 } as const;

/** A pact of two parties that are still to be named. */
export function blankDraft(windows: DueDiligence): PactDraft {
  return {
    pact: {
      ...{ title: '', summary: '', origin: '', kind: 'hypothetical', referenceOnly: false },
      parties: [
        { code: null, succeeds: [] },
        { code: null, succeeds: [] },
      ],
      assumedInForce: { date: '', precision: 'day', reason: '', alternatives: [] },
      ...{ noticeDays: 180, replyDays: 180, sources: [] },
      clauses: [blankClause('c1', windows)],
    },
    alternatives: [],
  };
}
