import { type InForce, inForceBetween, inGoodFaithPeriod, partyOf, victimParties } from './bound';
import { endOf, type Instant, startOf } from './dates';
import type { Incident, Plea } from './incident';
import type { Clause, Pact } from './pact';

export const COVERAGE_CODES = [
  'PARTY',
  'TIME',
  'CONDUCT',
  'OBJECT',
  'INTENT',
  'SEVERITY',
  'EXCEPTION',
  'RESERVATION',
] as const;
export type CoverageCode = (typeof COVERAGE_CODES)[number];
export type Outcome = 'pass' | 'fail' | 'unknown';

export interface CoverageCheck {
  readonly code: CoverageCode;
  readonly outcome: Outcome;
}

/** Whether a clause covers an incident, and why not (method.md 1, "Coverage test"). */
export interface Coverage {
  readonly status: 'in' | 'out' | 'unknown';
  /** First definite failure, else first unknown, else null. */
  readonly code: CoverageCode | null;
  readonly checks: readonly CoverageCheck[];
  readonly conduct: readonly string[];
  readonly objects: readonly string[];
  /** Severity under the clause, 1 to 5, its shift applied. */
  readonly severity: number;
  readonly inForce: InForce | null;
  /** `straddles`, `good_faith_period`. */
  readonly flags: readonly string[];
}

export interface CoverageQuestion {
  readonly incident: Incident;
  readonly pact: Pact;
  readonly clause: Clause;
  readonly accused: string | null;
  readonly asOf: Instant;
  readonly assumedFrom: Instant | null;
}

const without = <T>(list: readonly T[], excluded: readonly T[]): T[] =>
  list.filter((item) => !excluded.includes(item));

/** Severity of an incident under a clause: the largest shift of its objects applied, kept within 1 to 5. */
export function severityUnder(clause: Clause, incident: Incident): number {
  const shifts = without(incident.objects, clause.objectExclusions).flatMap((object) => {
    const shift = clause.severityShift?.[object];
    return shift === undefined ? [] : [shift];
  });
  const shift = shifts.length === 0 ? 0 : Math.max(...shifts);
  return Math.min(5, Math.max(1, incident.severity + shift));
}

/**
 * Whether conduct falls in `[from, end)` on every possible date (`pass`), on none (`fail`) or only
 * on some (`unknown`); `straddles`: it began before.
 */
export function timeOutcome(
  incident: Incident,
  { from, end }: InForce,
  asOf: Instant,
): { outcome: Outcome; straddles: boolean } {
  const first = startOf(incident.started);
  const last = endOf(incident.started);
  if (incident.ended === null && !incident.ongoing) {
    const outcome =
      first >= from && last < end ? 'pass' : last < from || first >= end ? 'fail' : 'unknown';
    return { outcome, straddles: false };
  }
  const earliestEnd = incident.ended === null ? asOf : Math.max(first, startOf(incident.ended));
  const latestEnd = incident.ended === null ? asOf : endOf(incident.ended);
  const outcome =
    earliestEnd >= from && last < end
      ? 'pass'
      : latestEnd < from || first >= end
        ? 'fail'
        : 'unknown';
  return { outcome, straddles: outcome === 'pass' && first < from };
}

interface TimeCheck {
  outcome: Outcome;
  inForce: InForce | null;
  flags: string[];
}

function checkTime({ incident, pact, accused, asOf, assumedFrom }: CoverageQuestion): TimeCheck {
  const party = accused === null ? null : partyOf(pact, accused);
  const victims = victimParties(pact, incident, party);
  const sides = party === null ? pact.parties.map(({ code }) => code) : [party.code];
  const spans = victims.flatMap(({ code }) =>
    sides
      .filter((side) => side !== code)
      .map((side) => inForceBetween(pact, side, code, assumedFrom))
      .filter((span) => span !== null),
  );
  const tried = spans.map((span) => ({ span, ...timeOutcome(incident, span, asOf) }));
  const best =
    tried.find(({ outcome, straddles }) => outcome === 'pass' && !straddles) ??
    tried.find(({ outcome }) => outcome === 'pass') ??
    tried.find(({ outcome }) => outcome === 'unknown') ??
    tried[0];
  const flags: string[] = [];
  if (best?.straddles === true) flags.push('straddles');
  const outcome = best?.outcome ?? 'fail';
  if (
    outcome === 'fail' &&
    party !== null &&
    inGoodFaithPeriod(pact, party.code, startOf(incident.started))
  )
    flags.push('good_faith_period');
  return { outcome, inForce: best?.span ?? null, flags };
}

function checkParty({ incident, pact, accused }: CoverageQuestion): Outcome {
  const party = accused === null ? null : partyOf(pact, accused);
  if (accused !== null && party === null) return 'fail';
  const victims = victimParties(pact, incident, party);
  return victims.length > 0 ? 'pass' : 'fail';
}

function checkObject(remaining: readonly string[], clause: Clause): Outcome {
  if (remaining.length === 0) return 'fail';
  if (
    remaining.some((object) => object !== 'unknown' && clause.objects.some((own) => own === object))
  )
    return 'pass';
  return remaining.includes('unknown') && clause.objects.length > 0 ? 'unknown' : 'fail';
}

function checkIntent(incident: Incident, clause: Clause): Outcome {
  if (clause.intentRequired === null || incident.intent === clause.intentRequired) return 'pass';
  return incident.intent === null ? 'unknown' : 'fail';
}

/** Whether a plea of the accused takes the case out of the clause; undecided pleas leave it open. */
export function exceptionOutcome({
  incident,
  clause,
  accused,
  asOf,
}: Pick<CoverageQuestion, 'clause' | 'accused' | 'asOf'> & {
  readonly incident: Pick<Incident, 'pleas'>;
}): Outcome {
  const pleas = incident.pleas.filter(({ by }) => by === accused);
  return outcomeOfPleas(exceptionsPleaded(pleas, asOf), clause);
}

/** Those of some pleas that claim an exception and were made by an instant. */
export const exceptionsPleaded = (pleas: readonly Plea[], asOf: Instant): Plea[] =>
  pleas.filter(({ kind, at }) => kind === 'exception' && startOf(at) <= asOf);

/** What exceptions pleaded by the accused make of coverage under a clause that may list them. */
export function outcomeOfPleas(
  pleaded: readonly Plea[],
  { exceptions }: Pick<Clause, 'exceptions'>,
): Outcome {
  const pleas = pleaded.filter(
    ({ code }) => code === undefined || exceptions.some((listed) => listed.code === code),
  );
  if (pleas.some(({ accepted }) => accepted === true)) return 'fail';
  return pleas.some(({ accepted }) => accepted === null) ? 'unknown' : 'pass';
}

const names = (list: readonly string[], matched: readonly string[]): boolean =>
  list.length === 0 || matched.every((code) => list.includes(code));

function checkReservation(
  { incident, pact, clause, accused }: CoverageQuestion,
  conduct: readonly string[],
  objects: readonly string[],
): Outcome {
  const party = accused === null ? null : partyOf(pact, accused);
  if (party === null || conduct.length === 0) return 'pass';
  const held = clause.reservations.filter(
    (reservation) =>
      (reservation.party === party.code || party.succeeds.includes(reservation.party)) &&
      names(reservation.conduct, conduct),
  );
  const unknownObject = objects.length === 0 && incident.objects.includes('unknown');
  if (held.some((reservation) => reservation.objects.length === 0)) return 'fail';
  if (unknownObject) return held.length > 0 ? 'unknown' : 'pass';
  return held.some((reservation) => names(reservation.objects, objects)) ? 'fail' : 'pass';
}

/** Runs the eight coverage tests in their order; a definite failure anywhere wins over an unknown. */
export function coverage(question: CoverageQuestion): Coverage {
  const { incident, clause } = question;
  const remainingConduct = without(incident.conduct, clause.conductExclusions);
  const remainingObjects = without(incident.objects, clause.objectExclusions);
  const conduct = remainingConduct.filter((code) => clause.conduct.includes(code));
  const objects = remainingObjects.filter(
    (code) => code !== 'unknown' && clause.objects.includes(code),
  );
  const severity = severityUnder(clause, incident);
  const floor = Math.min(clause.minSeverity.commission, clause.minSeverity.dueDiligence);
  const time = checkTime(question);
  const outcomes: Record<CoverageCode, Outcome> = {
    PARTY: checkParty(question),
    TIME: time.outcome,
    CONDUCT: conduct.length > 0 ? 'pass' : 'fail',
    OBJECT: checkObject(remainingObjects, clause),
    INTENT: checkIntent(incident, clause),
    SEVERITY: severity >= floor ? 'pass' : 'fail',
    EXCEPTION: exceptionOutcome(question),
    RESERVATION: checkReservation(question, conduct, objects),
  };
  const checks = COVERAGE_CODES.map((code) => ({ code, outcome: outcomes[code] }));
  const failed = checks.find(({ outcome }) => outcome === 'fail');
  const unknown = checks.find(({ outcome }) => outcome === 'unknown');
  return {
    status: failed !== undefined ? 'out' : unknown !== undefined ? 'unknown' : 'in',
    code: failed?.code ?? unknown?.code ?? null,
    checks,
    conduct,
    objects,
    severity,
    inForce: time.inForce,
    flags: time.flags,
  };
}
