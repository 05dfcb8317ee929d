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

interface Running {
  readonly finding: TimedFinding;
  readonly clock: Pick<ClockRow, 'kind' | 'state'>;
  readonly due: Instant;
  readonly accused: string;
}

/** Most deadlines listed of each state; the counts are of all. */
export const CLOCK_LIMIT = 60;

const ORDER: Readonly<Record<ClockRow['state'], (days: number) => number>> = {
  open: (days) => days,
  lapsed: (days) => -days,
  met: (days) => -days,
};

/**
 * Due-diligence clocks: the open ones by how soon they run out, then the lapsed and the met ones,
 * latest first. Days are calendar days, UTC.
 */
export function clocksOf(
  findings: readonly TimedFinding[],
  asOf: Instant,
): { rows: ClockRow[]; open: number; lapsed: number; met: number } {
  const running: Readonly<Record<ClockRow['state'], Running[]>> = { open: [], lapsed: [], met: [] };
  for (const finding of findings) {
    const { rule, due, accused } = finding;
    const clock = CLOCKS[rule];
    if (clock !== undefined && due !== null && accused !== null)
      running[clock.state].push({ finding, clock, due, accused });
  }
  const listed = (state: ClockRow['state']) => {
    const own = running[state];
    const order = (one: Running, two: Running): number =>
      ORDER[state](one.due) - ORDER[state](two.due);
    const rows = firstInOrder(own, CLOCK_LIMIT, order).map(
      ({ finding: { incident, title, clause }, accused, clock, due }) => ({
        ...{ incident, title, clause, accused, ...clock },
        deadline: toDay(due),
        days: Math.round((dayOf(due) - dayOf(asOf)) / DAY_MS),
      }),
    );
    return { rows, total: own.length };
  };
  const open = listed('open');
  const lapsed = listed('lapsed');
  const met = listed('met');
  return {
    rows: [...open.rows, ...lapsed.rows, ...met.rows],
    open: open.total,
    lapsed: lapsed.total,
    met: met.total,
  };
}
