import type { CaseRow } from '@/bench/lab/rows';
import type { Instant } from '@/domain/dates';
import type { Word } from '@/domain/verdict';
import type { PlainClause } from './clause';

export type Covered = Word<'cov'>;

/** A hypothetical pact as the plain loop reads it: who answers for whom, and from when to when. */
export interface PlainPact {
  readonly partyOf: ReadonlyMap<string, string>;
  readonly from: Instant;
  readonly end: Instant;
}

/** Severity under a clause: the largest shift of its objects applied, kept within 1 to 5. */
export function severityUnder({ shifts }: PlainClause, { objects, severity }: CaseRow): number {
  if (shifts.size === 0) return severity;
  let shift: number | undefined;
  for (const object of objects) {
    const by = shifts.get(object);
    if (by !== undefined && (shift === undefined || by > shift)) shift = by;
  }
  return Math.min(5, Math.max(1, severity + (shift ?? 0)));
}

/** Whether another party than the accused's is a victim. */
export function isBound(pact: PlainPact, row: CaseRow, party: string): boolean {
  return row.victimStates.some((state) => {
    const victim = pact.partyOf.get(state);
    return victim !== undefined && victim !== party;
  });
}

/** Whether the conduct falls in the time in force on every possible date, on none, or on some. */
export function timeOf({ from, end }: PlainPact, row: CaseRow, asOf: Instant): Covered {
  const { started, ended, ongoing } = row;
  if (ended === null && !ongoing) {
    if (started.first >= from && started.last < end) return 'in';
    return started.last < from || started.first >= end ? 'out' : 'unknown';
  }
  const earliest = ended === null ? asOf : Math.max(started.first, ended.first);
  const latest = ended === null ? asOf : ended.last;
  if (earliest >= from && started.last < end) return 'in';
  return latest < from || started.first >= end ? 'out' : 'unknown';
}

function objectOf(clause: PlainClause, { objects }: CaseRow): Covered {
  if (objects.some((code) => clause.objects.has(code))) return 'in';
  return clause.unknownMatters && objects.includes('unknown') ? 'unknown' : 'out';
}

function intentOf({ clause }: PlainClause, { intent }: CaseRow): Covered {
  if (clause.intentRequired === null || intent === clause.intentRequired) return 'in';
  return intent === null ? 'unknown' : 'out';
}

function exceptionOf({ exceptions }: PlainClause, { pleas }: CaseRow): Covered {
  let open = false;
  for (const { kind, code, accepted } of pleas) {
    if (kind !== 'exception' || (code !== undefined && !exceptions.has(code))) continue;
    if (accepted === true) return 'out';
    if (accepted === null) open = true;
  }
  return open ? 'unknown' : 'in';
}

const namesAll = <C>(names: ReadonlySet<C>, codes: readonly C[]): boolean =>
  names.size === 0 || codes.every((code) => names.has(code));

function reservationOf(clause: PlainClause, row: CaseRow, party: string): Covered {
  const all = clause.reservations.get(party);
  if (all === undefined) return 'in';
  const conduct = row.conduct.filter((code) => clause.conduct.has(code));
  const held = all.filter((one) => namesAll(one.conduct, conduct));
  if (held.some((one) => one.objects.size === 0)) return 'out';
  const objects = row.objects.filter((code) => clause.objects.has(code));
  if (objects.length === 0 && row.objects.includes('unknown'))
    return held.length > 0 ? 'unknown' : 'in';
  return held.some((one) => namesAll(one.objects, objects)) ? 'out' : 'in';
}

/** The coverage test of method.md 1 without its reasons, for a row in whose party and time all is well. */
export function coverageOf(
  clause: PlainClause,
  row: CaseRow,
  party: string,
  severity: number,
  time: Covered,
): Covered {
  if (!row.conduct.some((code) => clause.conduct.has(code))) return 'out';
  const object = objectOf(clause, row);
  if (object === 'out') return 'out';
  const intent = intentOf(clause, row);
  if (intent === 'out' || severity < clause.floor) return 'out';
  const exception = exceptionOf(clause, row);
  if (exception === 'out') return 'out';
  const reservation = reservationOf(clause, row, party);
  if (reservation === 'out') return 'out';
  const open = [time, object, intent, exception, reservation].includes('unknown');
  return open ? 'unknown' : 'in';
}
