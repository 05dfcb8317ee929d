import type { AnswerRow, CaseRow } from '@/bench/lab/rows';
import { DAY_MS, dayOf, HOUR_MS, type Instant } from '@/domain/dates';
import type { DueDiligence } from '@/domain/pact';
import type { PolicyValues } from '@/domain/policy';
import type { Word } from '@/domain/verdict';
import type { PlainClause } from './clause';
import { linkWord, stateWord } from './words';

/** What the clock of a case says at a day (method.md 3). */
export interface Clocked {
  readonly know: Word<'know'>;
  readonly feas: Word<'feas'>;
  readonly resp: Word<'resp'>;
  readonly clock: Word<'clock'>;
}

/** A case that reached the clock: who it is asked of, how grave, under which windows. */
interface Question {
  readonly row: CaseRow;
  readonly windows: DueDiligence;
  readonly severity: number;
  readonly asOf: Instant;
  readonly policy: PolicyValues;
}

/** When the public record first made the link met; null if never. */
export function linkMetAt(plain: PlainClause, row: CaseRow, severity: number): Instant | null {
  for (const turn of row.turns)
    if (linkWord(plain, turn, stateWord(plain, turn, severity)) === 'met') return turn.at;
  return null;
}

/** When the accused knew, or is taken to have known; null if not by the day asked about. */
function knownAt({ row, windows, asOf }: Question, met: Instant): Instant | null {
  let first = Infinity;
  for (const at of row.notices) if (at <= asOf && at < first) first = at;
  if (windows.knowledge === 'actual_or_constructive') {
    const at = dayOf(met) + (row.recurs ? 0 : windows.constructiveLagDays * DAY_MS);
    if (at <= asOf && at < first) first = at;
  }
  return first === Infinity ? null : first;
}

const countedLevel = ({ level, verified }: AnswerRow, policy: PolicyValues): number =>
  verified ? level : Math.min(level, policy.unverifiedLevelCap);

/** When an answer was given: not before the accused knew, where its date leaves that open. */
const givenAt = ({ first, last }: AnswerRow, known: Instant): Instant =>
  first <= known && known <= last ? known : first;

/** The deadline to act before diligent progress, an extension included. */
function ordinaryDeadline({ row, windows, severity, policy }: Question, known: Instant): Instant {
  const urgent = severity >= windows.urgentFromSeverity;
  const actDays = urgent ? windows.actDaysUrgent : windows.actDays;
  const ackHours = urgent ? windows.ackHoursUrgent : windows.ackHours;
  const base = known + actDays * DAY_MS;
  const [asked] = row.extensions;
  if (asked === undefined || asked.at > base) return base;
  const acknowledged = row.answers.some(
    (answer) =>
      givenAt(answer, known) <= known + ackHours * HOUR_MS &&
      countedLevel(answer, policy) >= policy.acknowledgementLevel,
  );
  const days = acknowledged ? Math.min(asked.days, actDays * windows.maxExtensionFrac) : 0;
  return base + days * DAY_MS;
}

interface Answered {
  readonly actBy: Instant;
  readonly resp: Word<'resp'>;
}

function answered(question: Question, known: Instant): Answered {
  const { row, windows, severity, policy } = question;
  const ordinary = ordinaryDeadline(question, known);
  const grave = row.ongoing || row.recurring || severity >= policy.graveFromSeverity;
  const required = grave ? policy.requiredLevelGrave : policy.requiredLevel;
  let reached = Infinity;
  let progressed = false;
  let obstructed = false;
  for (const answer of row.answers) {
    const at = givenAt(answer, known);
    if (answer.level === -1 && at <= ordinary) obstructed = true;
    if (!answer.verified) continue;
    if (answer.level >= required && at < reached) reached = at;
    if (answer.level >= policy.progressLevel && at <= ordinary) progressed = true;
  }
  const progressing = progressed && !obstructed && reached > ordinary;
  const actBy = progressing ? Math.max(ordinary, known + windows.progressDays * DAY_MS) : ordinary;
  if (obstructed) return { actBy, resp: 'inadequate' };
  if (reached <= actBy) return { actBy, resp: 'adequate_in_time' };
  return { actBy, resp: reached < Infinity ? 'adequate_late' : 'inadequate' };
}

/** Whether a failure is excused: pleaded and accepted, help asked for, progress shown in time. */
function isExcused({ row, policy }: Question, known: Instant, actBy: Instant): boolean {
  return (
    row.pleas.some(({ kind, accepted }) => kind === 'incapacity' && accepted === true) &&
    row.answers.some(({ requestedAssistance }) => requestedAssistance) &&
    row.answers.some(
      (answer) =>
        givenAt(answer, known) <= actBy && countedLevel(answer, policy) >= policy.progressLevel,
    )
  );
}

/** Runs the clock of a case whose link is met. */
export function clockOf(question: Question, met: Instant): Clocked {
  const { windows, asOf } = question;
  const known = knownAt(question, met);
  if (known === null) {
    const open = asOf <= dayOf(met) + windows.notifyDays * DAY_MS;
    const know = open ? 'unknown_open' : 'unknown_lapsed';
    return { know, feas: 'feasible', resp: 'inadequate', clock: 'expired' };
  }
  const { actBy, resp } = answered(question, known);
  return {
    know: 'known',
    feas: isExcused(question, known, actBy) ? 'excused' : 'feasible',
    resp,
    clock: asOf <= actBy ? 'open' : 'expired',
  };
}
