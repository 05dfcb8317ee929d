import { syntheticIncidents } from '@/bench/synthetic';
import type { Incident } from '@/domain/incident';
import type { Noticed } from '@/domain/lab/watch';
import { type Timing, timedEach } from './measure';
import { packOne, watchOver } from './ours';
import { findingOn } from './plain/finding';
import { caseOf, type PlainQuestion, plainQuestion } from './plain/loop';
import { rowsOf } from './rows';
import { SETTING } from './setting';
import { type Between, manyPacts } from './thousand';

const PACTS = 1000;
const CHECKED = 25;
const LOGGED = 500;
const WARM = 3;

/** One newly logged incident against many pacts. */
export interface LoggedLine {
  readonly between: Between;
  readonly pacts: number;
  /** Clauses of them all. */
  readonly clauses: number;
  /** Fusing its claims and packing it. */
  readonly packing: Timing;
  readonly notice: Timing;
  /** Findings an incident has on average. */
  readonly found: number;
}

/** What the plain loop finds in an incident, in the order of pacts and clauses. */
function plainly(incident: Incident, questions: readonly PlainQuestion[]): Noticed[] {
  const rows = rowsOf(incident, SETTING);
  return questions.flatMap((question, pact) =>
    rows.flatMap((row) => {
      const one = caseOf(question, row);
      if (one === null) return [];
      return question.clauses.flatMap((plain): Noticed[] => {
        const rule = findingOn(plain, one)?.rule;
        const { id } = plain.clause;
        return rule === undefined ? [] : [{ pact, clause: id, accused: row.accused, rule }];
      });
    }),
  );
}

const texts = (noticed: readonly Noticed[]): string =>
  noticed
    .map(({ pact, clause, accused, rule }) => `${pact} ${clause} ${accused} ${rule}`)
    .sort()
    .join();

/** A newly logged incident against a thousand pacts; equal to the plain loop first. */
export function timeLogged(between: Between): LoggedLine {
  const pacts = manyPacts(PACTS, between);
  const questions = pacts.map((pact) => plainQuestion(pact, SETTING));
  const notice = watchOver(pacts, SETTING);
  // Incidents of another seed than the corpus.
  const incidents = [...syntheticIncidents(LOGGED, 99)];
  const days = incidents.map((incident) => packOne(incident, SETTING));
  incidents.slice(0, CHECKED).forEach((incident, at) => {
    const day = days[at];
    if (day === undefined || texts(notice(day)) !== texts(plainly(incident, questions)))
      throw new Error(`the pacts on watch do not find in ${incident.id} what the plain loop finds`);
  });
  for (let warm = 0; warm < WARM; warm += 1) timedEach(days, notice);
  const found = days.reduce((sum, day) => sum + notice(day).length, 0) / days.length;
  return {
    ...{ between, found, pacts: PACTS },
    clauses: pacts.reduce((sum, pact) => sum + pact.clauses.length, 0),
    packing: timedEach(incidents, (incident) => packOne(incident, SETTING)),
    notice: timedEach(days, notice),
  };
}
