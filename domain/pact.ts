import { z } from 'zod';
import { datedSchema } from './dates';
import { INTENTS, sourceSchema } from './incident';
import { stateSchema } from './states';
import { localId, slug, text } from './text';
import {
  COMMISSION_LIMBS,
  CONDUCT,
  codesOf,
  DUE_DILIGENCE_LIMBS,
  EXCEPTIONS,
  OBJECTS,
} from './vocabulary';

export const ADHERENCE_STATES = [
  'proposed',
  'offered',
  'negotiating',
  'signed',
  'ratified',
  'in_force',
  'suspended',
  'withdrawn',
  'refused',
  'no_reply',
] as const;
export type AdherenceState = (typeof ADHERENCE_STATES)[number];

const conductList = z.array(z.enum(codesOf(CONDUCT)));
const objectList = z.array(z.enum(codesOf(OBJECTS)));
const hours = z.number().nonnegative('expected 0 or more hours');
const days = z.number().nonnegative('expected 0 or more days');
const share = z
  .number()
  .min(0, 'expected a number from 0 to 1')
  .max(1, 'expected a number from 0 to 1');
const severity = z
  .int()
  .min(1, 'expected a severity from 1 to 5')
  .max(5, 'expected a severity from 1 to 5');

/** The due-diligence part of a clause: its limbs, what counts as knowing, its windows (method.md 3). */
export const dueDiligenceSchema = z.strictObject({
  limbs: z.array(z.enum(DUE_DILIGENCE_LIMBS)).min(1, 'expected at least one limb'),
  knowledge: z.enum(['actual', 'actual_or_constructive']),
  ackHours: hours,
  ackHoursUrgent: hours,
  actDays: days,
  actDaysUrgent: days,
  urgentFromSeverity: z.int().min(1).max(6),
  maxExtensionFrac: share,
  progressDays: days,
  notifyDays: days,
  constructiveLagDays: days,
});
export type DueDiligence = z.infer<typeof dueDiligenceSchema>;

export const reservationSchema = z.strictObject({
  party: stateSchema,
  text: text(4000),
  conduct: conductList,
  objects: objectList,
});
export type Reservation = z.infer<typeof reservationSchema>;

/** One commitment: its text and its machine test (method.md 1). */
export const clauseSchema = z.strictObject({
  id: localId,
  reference: text(1000),
  text: text(10_000),
  conduct: conductList,
  objects: objectList,
  conductExclusions: conductList,
  objectExclusions: objectList,
  intentRequired: z.enum(INTENTS).extract(['political-effect', 'commercial-advantage']).nullable(),
  commissionLimbs: z.array(z.enum(COMMISSION_LIMBS)),
  dueDiligence: dueDiligenceSchema.nullable(),
  minSeverity: z.strictObject({ commission: severity, dueDiligence: severity }),
  severityShift: z.partialRecord(z.enum(codesOf(OBJECTS)), z.int().min(-4).max(4)).optional(),
  theta: z.strictObject({
    state: share,
    link: share,
    minClusters: z.int().min(1, 'expected 1 or more clusters'),
  }),
  exceptions: z.array(
    z.strictObject({
      code: z.enum(codesOf(EXCEPTIONS)),
      burden: z.enum(['invoker', 'accuser']),
      note: text(2000).optional(),
    }),
  ),
  reservations: z.array(reservationSchema),
  reciprocity: z.enum(['symmetric', 'reserved']),
  note: text(4000).optional(),
});
export type Clause = z.infer<typeof clauseSchema>;

const assumedDate = z
  .strictObject({ date: z.string(), precision: datedSchema.shape.precision, reason: text(2000) })
  .superRefine(({ date, precision }, context) => {
    const parsed = datedSchema.safeParse({ date, precision });
    for (const issue of parsed.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
  });

const adherenceEventSchema = z.strictObject({
  party: stateSchema,
  state: z.enum(ADHERENCE_STATES),
  at: datedSchema,
  statedReason: text(4000).nullable(),
  counterProposalId: slug.nullable(),
  sources: z.array(localId),
});
export type AdherenceEvent = z.infer<typeof adherenceEventSchema>;

/** `servanda.pact/1` (dossier.md): parties, adherence and clauses of one pact version. */
export const pactSchema = z
  .strictObject({
    format: z.literal('servanda.pact/1'),
    id: slug,
    version: z.int().positive('expected a version from 1'),
    title: text(300),
    summary: text(4000),
    kind: z.enum(['hypothetical', 'historical']),
    referenceOnly: z.boolean(),
    origin: text(2000),
    parties: z
      .array(z.strictObject({ code: stateSchema, succeeds: z.array(stateSchema).default([]) }))
      .min(2, 'expected at least two parties'),
    assumedInForce: z
      .strictObject({
        date: z.string(),
        precision: datedSchema.shape.precision,
        reason: text(2000),
        alternatives: z.array(assumedDate),
      })
      .nullable(),
    end: datedSchema.optional(),
    noticeDays: days.default(0),
    replyDays: days.default(180),
    adherence: z.array(adherenceEventSchema),
    sources: z.array(sourceSchema),
    clauses: z.array(clauseSchema).min(1, 'expected at least one clause'),
  })
  .superRefine((pact, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (pact.kind === 'historical' && pact.assumedInForce !== null)
      fault(['assumedInForce'], 'expected null: only a hypothetical pact assumes a date');
    if (pact.kind === 'hypothetical' && pact.assumedInForce === null)
      fault(
        ['assumedInForce'],
        'expected a date: a hypothetical pact is tested from an assumed one',
      );
    if (pact.assumedInForce !== null) {
      const { date, precision } = pact.assumedInForce;
      for (const issue of datedSchema.safeParse({ date, precision }).error?.issues ?? [])
        fault(['assumedInForce', ...issue.path.map(String)], issue.message);
    }
    const sourceIds = new Set(pact.sources.map(({ id }) => id));
    pact.adherence.forEach((event, at) => {
      event.sources.forEach((id, index) => {
        if (!sourceIds.has(id))
          fault(
            ['adherence', at, 'sources', index],
            `expected the id of a source of this pact, found "${id}"`,
          );
      });
    });
    const codes = pact.parties.map(({ code }) => code);
    codes.forEach((code, at) => {
      if (codes.indexOf(code) !== at)
        fault(['parties', at, 'code'], `expected each party once, found "${code}" again`);
    });
    const clauseIds = pact.clauses.map(({ id }) => id);
    pact.clauses.forEach((clause, at) => {
      if (clauseIds.indexOf(clause.id) !== at)
        fault(
          ['clauses', at, 'id'],
          `expected an id that no other clause has, found "${clause.id}" again`,
        );
      clause.reservations.forEach(({ party }, index) => {
        if (!codes.includes(party))
          fault(
            ['clauses', at, 'reservations', index, 'party'],
            `expected a party of this pact, found "${party}"`,
          );
      });
      if ((clause.reciprocity === 'reserved') !== clause.reservations.length > 0)
        fault(
          ['clauses', at, 'reciprocity'],
          '"reserved" goes with reservations, "symmetric" with none',
        );
    });
  });
export type Pact = z.infer<typeof pactSchema>;
export type Party = Pact['parties'][number];

/** `servanda.pacts/1`: a library of pacts. */
export const pactLibrarySchema = z
  .strictObject({ format: z.literal('servanda.pacts/1'), pacts: z.array(pactSchema) })
  .superRefine(({ pacts }, context) => {
    const ids = pacts.map(({ id, version }) => `${id}@${version}`);
    ids.forEach((id, at) => {
      if (ids.indexOf(id) !== at)
        context.addIssue({
          code: 'custom',
          path: ['pacts', at, 'id'],
          message: `expected each pact version once, found ${id} again`,
        });
    });
  });
export type PactLibrary = z.infer<typeof pactLibrarySchema>;
