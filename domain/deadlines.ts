import { DAY_MS, dayOf, type Instant, toDay } from './dates';
import { firstInOrder } from './first';
import type { ClockRow } from './standing-view';
import type { RuleId } from './verdict';

/** The clock a rule tells of, and how it stands (method.md 3 and 3.1). */
const CLOCKS: Readonly<Partial<Record<RuleId, Pick<ClockRow, 'kind' | 'state'>>>> = {
  R2: { kind: 'verify', state: 'open' },
  R3: { kind: 'verify', state: 'lapsed' },
  R9: { kind: 'notify', state: 'open' },
  R10: { kind: 'notify', state: 'lapsed' },
  R11: { kind: 'act', state: 'met' },
  R12: { kind: 'act', state: 'met' },
  R13: { kind: 'act', state: 'open' },
  R14: { kind: 'act', state: 'lapsed' },
};

/** The clock a rule turns on, or null where none runs. */
export const clockOf = (rule: RuleId): Pick<ClockRow, 'kind' | 'state'> | null =>
  CLOCKS[rule] ?? null;

/** The instants a case may turn on; null where its clock never came to it. */
export interface Dues {
  readonly verifyBy: Instant;
  readonly notifyBy: Instant | null;
  readonly actBy: Instant | null;
}

/** The deadline a rule turns on, passed or not: to verify, to notify, to act; null where no clock runs. */
export function dueOf(rule: RuleId, { verifyBy, notifyBy, actBy }: Dues): Instant | null {
  switch (CLOCKS[rule]?.kind) {
    case 'verify':
      return verifyBy;
    case 'notify':
      return notifyBy;
    case 'act':
      return actBy;
    default:
      return null;
  }
}

/** What the list of deadlines reads of a finding. */
export interface TimedFinding {
  readonly incident: string;
  readonly title: string;
  readonly clause: string;
  readonly accused: string | null;
  readonly rule: RuleId;
  readonly due: Instant | null;
}

/** Most deadlines listed of each state; the counts are of all. */
export const CLOCK_LIMIT = 60;

const ORDER: Readonly<Record<ClockRow['state'], (days: number) => number>> = {
  open: (days) => days,
  lapsed: (days) => -days,
  met: (days) => -days,
};

/** Clocks of one state: those listed, in the order of the list, and how many there are in all. */
export interface Listed<F> {
  readonly first: readonly F[];
  readonly total: number;
}

export type RunningClocks<F = TimedFinding> = Readonly<Record<ClockRow['state'], Listed<F>>>;

/** The order in which clocks of a state are listed: the open ones by how soon they run out, the others latest first. */
export const clockOrder =
  (state: ClockRow['state']) =>
  (one: Instant, two: Instant): number =>
    ORDER[state](one) - ORDER[state](two);

/** Sorts the clocks of findings by how they stand. */
export function runningClocks<F extends TimedFinding>(findings: readonly F[]): RunningClocks<F> {
  const listed = (state: ClockRow['state']): Listed<F> => {
    const own = findings.filter(
      ({ rule, due, accused }) => due !== null && accused !== null && CLOCKS[rule]?.state === state,
    );
    const order = clockOrder(state);
    return {
      first: firstInOrder(own, CLOCK_LIMIT, (one, two) => order(one.due ?? 0, two.due ?? 0)),
      total: own.length,
    };
  };
  return { open: listed('open'), lapsed: listed('lapsed'), met: listed('met') };
}

/** Due-diligence clocks as rows, the open ones first. Days are calendar days, UTC. */
export function clocksOf(
  { open, lapsed, met }: RunningClocks,
  asOf: Instant,
): { rows: ClockRow[]; open: number; lapsed: number; met: number } {
  const rows = [open, lapsed, met].flatMap(({ first }) =>
    first.flatMap(({ incident, title, clause, accused, rule, due }) => {
      const clock = CLOCKS[rule];
      if (clock === undefined || due === null || accused === null) return [];
      const days = Math.round((dayOf(due) - dayOf(asOf)) / DAY_MS);
      return [{ incident, title, clause, accused, ...clock, deadline: toDay(due), days }];
    }),
  );
  return { rows, open: open.total, lapsed: lapsed.total, met: met.total };
}
