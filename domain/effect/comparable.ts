import { partyOf } from '@/domain/bound';
import { COVERAGE_CODES } from '@/domain/coverage';
import { periodOf } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { type ClauseTest, intentOutcome, OUTCOME, objectOutcome } from '@/domain/sweep/clause-test';
import type { Sweep } from '@/domain/sweep/sheet';
import { WORD } from '@/domain/sweep/words';
import { PREDICATES } from '@/domain/verdict';

/** Incidents of one kind, before and after a pact alike; places in the columns, each once, in order. */
export interface ComparableIncidents {
  /** Against another party of the pact. */
  readonly treated: readonly number[];
  /** Against third parties alone: what the pact does not ask about. */
  readonly control: readonly number[];
}

const PARTY = COVERAGE_CODES.indexOf('PARTY');
const OUT = PREDICATES.cov.indexOf('out');

/** Whether an incident is of the kind a clause forbids, whenever and to whomever it happened. */
function ofKind(sweep: Sweep, row: number, test: ClauseTest): boolean {
  const { facts } = sweep.columns;
  const incident = sweep.incident[row] ?? -1;
  return (
    ((facts.conduct[incident] ?? 0) & test.keepsConduct & test.conduct) !== 0 &&
    objectOutcome(test, facts.objects[incident] ?? 0) === OUTCOME.PASS &&
    intentOutcome(test, facts.intent[incident] ?? -1) !== OUTCOME.FAIL &&
    (sweep.severity[row] ?? 0) >= test.floor
  );
}

/**
 * What a pact's effect is read from: acts of the kind its clauses forbid that are linked to a party
 * (link met), by the same test on either side of its date. Findings would not do, since nothing is
 * a violation before the pact is in force. Period, party, clause and severity of the filter apply.
 */
export function comparableIncidents(sweep: Sweep, filter: StandingFilter): ComparableIncidents {
  const { columns, pact, tests, parties, setting } = sweep;
  const { from, to } = periodOf(filter);
  const until = Math.min(to, setting.asOf);
  const asked = filter.party === null ? null : (partyOf(pact, filter.party)?.code ?? null);
  const treated = new Set<number>();
  const control = new Set<number>();
  for (let row = 0; row < sweep.rows; row += 1) {
    const incident = sweep.incident[row] ?? -1;
    const onset = columns.facts.startFirst[incident] ?? Infinity;
    const party = parties[sweep.partition[row] ?? -1] ?? null;
    const test = tests[sweep.clause[row] ?? -1];
    if (
      test === undefined ||
      party === null ||
      (filter.party !== null && party !== asked) ||
      (filter.clause !== null && test.clause.id !== filter.clause) ||
      (sweep.severity[row] ?? 0) < (filter.minSeverity ?? 0) ||
      sweep.link[row] !== WORD.MET ||
      onset < from ||
      onset > until ||
      !ofKind(sweep, row, test)
    )
      continue;
    const elsewhere = sweep.coverage[row] === OUT && sweep.code[row] === PARTY;
    (elsewhere ? control : treated).add(incident);
  }
  const inOrder = (set: ReadonlySet<number>): number[] => [...set].sort((one, two) => one - two);
  return {
    treated: inOrder(treated),
    control: inOrder(control).filter((incident) => !treated.has(incident)),
  };
}
