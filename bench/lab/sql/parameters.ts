import { assumedFrom } from '@/domain/bound';
import { DAY_MS, HOUR_MS, startOf } from '@/domain/dates';
import { INTENTS } from '@/domain/incident';
import type { Clause, DueDiligence, Pact } from '@/domain/pact';
import { commissionMask, conductMask, dutyMask, objectMask } from '@/domain/sweep/bits';
import { COMMISSION_LIMBS, type ObjectCode } from '@/domain/vocabulary';
import { exceptionMask, type SqlType } from './case-columns';
import type { CaseTable } from './case-table';

export const UNKNOWN_OBJECT = objectMask(['unknown']);
const EVERY_LIMB = commissionMask(COMMISSION_LIMBS);
const BEYOND_ANY_SEVERITY = 9;
/** Later than any date of a record; a pact without an end lasts until then. */
const LAST = 8_640_000_000_000_000;

/** A number, with the type that a database needs to be told. */
export interface Parameter {
  readonly value: number | boolean;
  readonly type: SqlType;
}

const int = (value: number): Parameter => ({ value, type: 'int4' });
const long = (value: number): Parameter => ({ value, type: 'int8' });
const real = (value: number): Parameter => ({ value, type: 'float8' });
const flag = (value: boolean): Parameter => ({ value, type: 'bool' });

/** The numbers of one clause towards one party. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** A clause towards one party of the pact. */
export interface PartyClause {
  readonly clause: number;
  readonly party: number;
  /** Numbers of the states that answer as this party. */
  readonly accused: readonly number[];
  /** Masks of conduct that the clause names. */
  readonly conducts: readonly number[];
  readonly parameters: Parameters;
}

function windowsOf(part: DueDiligence | null): Parameters {
  const of = (read: (windows: DueDiligence) => number, unit: number): Parameter =>
    real(part === null ? 0 : read(part) * unit);
  return {
    duty_limbs: int(dutyMask(part?.limbs ?? [])),
    constructive: flag(part?.knowledge === 'actual_or_constructive'),
    lag: of(({ constructiveLagDays }) => constructiveLagDays, DAY_MS),
    notify: of(({ notifyDays }) => notifyDays, DAY_MS),
    urgent_from: int(part?.urgentFromSeverity ?? BEYOND_ANY_SEVERITY),
    act: of(({ actDays }) => actDays, DAY_MS),
    act_urgent: of(({ actDaysUrgent }) => actDaysUrgent, DAY_MS),
    ack: of(({ ackHours }) => ackHours, HOUR_MS),
    ack_urgent: of(({ ackHoursUrgent }) => ackHoursUrgent, HOUR_MS),
    extend: of(({ actDays, maxExtensionFrac }) => actDays * maxExtensionFrac, 1),
    extend_urgent: of(({ actDaysUrgent, maxExtensionFrac }) => actDaysUrgent * maxExtensionFrac, 1),
    progress: of(({ progressDays }) => progressDays, DAY_MS),
  };
}

/** Every step by which some clause of a pact shifts severity, the largest first. */
export const shiftsOf = ({ clauses }: Pact): number[] =>
  [...new Set(clauses.flatMap(({ severityShift = {} }) => Object.values(severityShift)))].sort(
    (one, two) => two - one,
  );

export const shiftName = (by: number): string => `shift_${by < 0 ? `less_${-by}` : by}`;

function shiftMasks(pact: Pact, { severityShift = {}, objectExclusions }: Clause): Parameters {
  const shifts = Object.entries(severityShift) as [ObjectCode, number][];
  return Object.fromEntries(
    shiftsOf(pact).map((by) => {
      const own = shifts.filter(
        ([object, step]) => step === by && !objectExclusions.includes(object),
      );
      return [shiftName(by), int(objectMask(own.map(([object]) => object)))];
    }),
  );
}

/** How many reservations of one clause a party holds at most. */
export const reservationsOf = ({ clauses }: Pact): number =>
  Math.max(0, ...clauses.map(({ reservations }) => reservations.length));

function reservationMasks(pact: Pact, clause: Clause, { code, succeeds }: Pact['parties'][number]) {
  const held = clause.reservations.filter(
    ({ party }) => party === code || succeeds.includes(party),
  );
  return Object.fromEntries(
    Array.from({ length: reservationsOf(pact) }, (_, at): [string, Parameter][] => [
      [`reserves_${at}`, flag(held[at] !== undefined)],
      [`reserved_conduct_${at}`, int(conductMask(held[at]?.conduct ?? []))],
      [`reserved_objects_${at}`, int(objectMask(held[at]?.objects ?? []))],
    ]).flat(),
  );
}

function parametersOf(pact: Pact, clause: Clause): Parameters {
  const { theta, minSeverity } = clause;
  const limbs = commissionMask(clause.commissionLimbs);
  if (limbs !== 0 && limbs !== EVERY_LIMB)
    throw new Error(`clause ${clause.id}: expected every commission limb or none`);
  return {
    conduct: int(conductMask(clause.conduct) & ~conductMask(clause.conductExclusions)),
    objects: int(
      objectMask(clause.objects) & ~objectMask(clause.objectExclusions) & ~UNKNOWN_OBJECT,
    ),
    unknown_object: int(
      clause.objects.length > 0 && !clause.objectExclusions.includes('unknown')
        ? UNKNOWN_OBJECT
        : 0,
    ),
    intent: int(clause.intentRequired === null ? -1 : INTENTS.indexOf(clause.intentRequired)),
    least: int(Math.min(minSeverity.commission, minSeverity.dueDiligence)),
    commission_from: int(limbs === 0 ? BEYOND_ANY_SEVERITY : minSeverity.commission),
    duty_from: int(minSeverity.dueDiligence),
    theta_link: real(theta.link),
    theta_state: real(theta.state),
    clusters: int(theta.minClusters),
    exceptions: int(exceptionMask([undefined, ...clause.exceptions.map(({ code }) => code)])),
    ...windowsOf(clause.dueDiligence),
    ...shiftMasks(pact, clause),
  };
}

/** A hypothetical pact as numbers: each clause towards each party. */
export function partyClauses(
  pact: Pact,
  { states, conducts }: CaseTable,
  given: number | null = null,
): PartyClause[] {
  const from = given ?? assumedFrom(pact);
  if (pact.kind !== 'hypothetical' || from === null)
    throw new Error('expected a hypothetical pact');
  const codes = pact.parties.map(({ code }) => code);
  const numbers = pact.parties.map(({ code, succeeds }) =>
    [code, ...succeeds.filter((state) => !codes.includes(state))].flatMap((state) => {
      const number = states.get(state);
      return number === undefined ? [] : [number];
    }),
  );
  const victims = (party: number): number =>
    numbers
      .filter((_, at) => at !== party)
      .flat()
      .reduce((sum, state) => sum + 2 ** state, 0);
  return (pact.referenceOnly ? [] : pact.clauses).flatMap((clause, at) => {
    const shared = parametersOf(pact, clause);
    const mask = Number(shared.conduct?.value ?? 0);
    return pact.parties.map((party, place) => ({
      ...{ clause: at, party: place, accused: numbers[place] ?? [] },
      conducts: conducts.filter((conduct) => (conduct & mask) !== 0),
      parameters: {
        ...shared,
        ...reservationMasks(pact, clause, party),
        victims: long(victims(place)),
        from_at: long(from),
        end_at: long(pact.end === undefined ? LAST : startOf(pact.end)),
      },
    }));
  });
}
