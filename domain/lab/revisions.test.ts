import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, endOf, toDay } from '@/domain/dates';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { retract } from '@/domain/retraction';
import { storeOf } from './builder';
import { dayOf, leftOut } from './day';
import { score } from './engine';
import { plus } from './rollup';
import { explainedRollup } from './testing/explained';

type Revision = (incident: Incident) => Incident;

/** Withdraws the first claim, and what rests on it. */
const retractFirst: Revision = (incident) => {
  const [first] = incident.claims;
  return first === undefined
    ? incident
    : { ...incident, claims: retract(incident.claims, first.id) };
};

/** Says of every claim that it accuses another state. */
const reattribute =
  (accused: string): Revision =>
  (incident) => ({
    ...incident,
    claims: incident.claims.map((claim) =>
      claim.accused === null ? claim : { ...claim, accused },
    ),
  });

/** An answer that comes so many days after the incident. */
const answerLate =
  (by: string, days: number, level: number): Revision =>
  (incident) => ({
    ...incident,
    responses: [
      ...incident.responses,
      {
        ...{ id: `late-${incident.responses.length}`, by, level, verified: true },
        at: { date: toDay(endOf(incident.started) + days * DAY_MS), precision: 'day' },
        ...{ summary: 'An answer', sources: [] },
        ...{ rebuttalEvidence: false, acknowledgesLink: false },
        ...{ endorsed: false, requestedAssistance: false },
      },
    ],
  });

const changeStatus: Revision = (incident) => ({ ...incident, status: 'retracted' });

const revisions: fc.Arbitrary<Revision> = fc.oneof(
  fc.constant(retractFirst),
  fc.constant(changeStatus),
  fc.constantFrom('RU', 'US', 'CN').map(reattribute),
  fc
    .tuple(
      fc.constantFrom('RU', 'US', 'CN'),
      fc.integer({ min: 1, max: 700 }),
      fc.constantFrom(-1, 2, 3, 4, 5, 6),
    )
    .map(([by, days, level]) => answerLate(by, days, level)),
);

/** Incidents, and which of them is revised how, one after the other. */
const histories = fc.tuple(
  incidentLists(6).filter(({ length }) => length > 0),
  fc.array(fc.tuple(fc.nat(), revisions), { minLength: 1, maxLength: 6 }),
);

test('taking an incident away and adding its revision leaves what a full score leaves', () => {
  fc.assert(
    fc.property(histories, pacts, settings, ([incidents, acts], pact, setting) => {
      const question = { pact, assumedFrom: setting.assumedFrom ?? null };
      const scored = (list: readonly Incident[]) =>
        score(dayOf(storeOf(list, setting), setting.asOf), question);
      const record = [...incidents];
      let rollup = scored(record);
      for (const [which, revise] of acts) {
        const at = which % record.length;
        const before = record[at];
        if (before === undefined) continue;
        const after = revise(before);
        record[at] = after;
        rollup = plus(plus(rollup, scored([before]), -1), scored([after]));
      }
      expect(rollup).toEqual(scored(record));
      expect(rollup).toEqual(explainedRollup(record, pact, setting));
    }),
    { numRuns: 80 },
  );
});

test('a packed corpus less what was revised, and what stands beside it, score as one packed anew', () => {
  fc.assert(
    fc.property(histories, pacts, settings, ([incidents, acts], pact, setting) => {
      const question = { pact, assumedFrom: setting.assumedFrom ?? null };
      const [last, ...packed] = [...incidents].reverse();
      const record: (Incident | null)[] = [...packed, last ?? null];
      const revised = new Set<number>([packed.length]);
      for (const [which, revise] of acts) {
        const at = which % record.length;
        const before = record[at];
        record[at] = before == null || which % 7 === 0 ? null : revise(before);
        revised.add(at);
      }
      const beside = record.filter((one, at) => one !== null && revised.has(at));
      const base = dayOf(storeOf(packed, setting), setting.asOf);
      const fresh = dayOf(
        storeOf(
          beside.filter((one) => one !== null),
          setting,
        ),
        setting.asOf,
      );
      const left = score(
        leftOut(base, (number) => revised.has(number)),
        question,
      );
      const kept = record.filter((one) => one !== null);
      expect(plus(left, score(fresh, question))).toEqual(explainedRollup(kept, pact, setting));
    }),
    { numRuns: 80 },
  );
});
