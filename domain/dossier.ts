import { z } from 'zod';
import { isCalendarDay } from './dates';
import { incidentSchema } from './incident';
import { stateSchema } from './states';
import { text } from './text';

const day = z.string().refine(isCalendarDay, 'expected a real calendar day, such as 2026-11-22');

/** A stretch of time in which incidents against a state were looked for; `effort` is relative (method.md 4b). */
export const monitoringSchema = z
  .strictObject({
    victimState: stateSchema,
    from: day,
    to: day,
    effort: z.number().nonnegative('expected an effort of 0 or more'),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'expected a day on or after `from`',
  });
export type Monitoring = z.infer<typeof monitoringSchema>;

/** `servanda.dossier/1` (dossier.md): incidents with claims, notices, answers and sources. */
export const dossierSchema = z
  .strictObject({
    format: z.literal('servanda.dossier/1'),
    title: text(300),
    license: text(1000),
    compiledOn: day,
    monitoring: z.array(monitoringSchema).default([]),
    incidents: z.array(incidentSchema),
  })
  .superRefine((dossier, context) => {
    const seen = new Set<string>();
    dossier.incidents.forEach(({ id }, at) => {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['incidents', at, 'id'],
          message: `expected an id that no other incident has, found "${id}" again`,
        });
      seen.add(id);
    });
  });
export type Dossier = z.infer<typeof dossierSchema>;
