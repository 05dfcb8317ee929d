import { datesOf } from './dated-fields';
import { type Dated, datedSchema, endOf, HOUR_MS, type Instant, startOf } from './dates';
import type { DraftDate } from './draft-parts';
import { isBelowEven } from './estimative';
import type { IncidentDraft } from './incident-draft';

/** A rule of logging that a record breaks: refused, or only pointed out. */
export interface LoggingFault {
  /** Field of the form, such as `claims[0].likelihood`. */
  readonly path: string;
  readonly code: LoggingCode;
  readonly message: string;
  readonly level: 'refused' | 'warning';
}

/** The rules, each with its level. They come beside the schema and never instead of it. */
export const LOGGING_LEVELS = {
  claim_below_even: 'refused',
  claim_without_source: 'refused',
  end_before_start: 'refused',
  end_while_ongoing: 'refused',
  response_before_start: 'refused',
  notification_before_start: 'refused',
  acknowledged_before_sent: 'refused',
  in_future: 'refused',
  claim_before_start: 'warning',
  disclosed_before_start: 'warning',
  admission_by_another: 'warning',
} as const satisfies Record<string, LoggingFault['level']>;
export type LoggingCode = keyof typeof LOGGING_LEVELS;

/**
 * A day counts as begun once it has begun anywhere on Earth: UTC+14, hours. Somebody in Auckland
 * logs what happened there this morning.
 */
export const EARLIEST_ZONE_HOURS = 14;

/** What to log instead of an accusation that its source thinks unlikely (method.md 2.4). */
export const BELOW_EVEN_ADVICE =
  'A source that thinks it unlikely does not support the accusation. Log what it does hold: another actor (OTHER), or a private one without control by the state (PRIVATE).';

type MaybeDated = DraftDate | null | undefined;

/** A date that is whole and real, or null: half a date breaks no rule yet. */
function known(value: MaybeDated): Dated | null {
  const parsed = datedSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Whether one date lies before the other on every reading of their intervals. */
function surelyBefore(one: MaybeDated, other: MaybeDated): boolean {
  const [a, b] = [known(one), known(other)];
  return a !== null && b !== null && endOf(a) < startOf(b);
}

type Report = (path: string, code: LoggingCode, message: string) => void;

function checkFacts(draft: IncidentDraft, report: Report): void {
  const { started, ended, ongoing, disclosed } = draft;
  if (surelyBefore(ended, started))
    report('ended', 'end_before_start', 'The end lies before the start.');
  if (ongoing === true && known(ended) !== null)
    report('ongoing', 'end_while_ongoing', 'It cannot have an end and still go on.');
  if (surelyBefore(disclosed, started))
    report('disclosed', 'disclosed_before_start', 'It became public before it began.');
}

function checkClaims(draft: IncidentDraft, report: Report): void {
  (draft.claims ?? []).forEach((claim, at) => {
    const path = `claims[${at}]`;
    const accuses = claim.proposition !== undefined && claim.proposition !== 'OTHER';
    if (accuses && isBelowEven(claim))
      report(
        `${path}.${claim.probability === undefined ? 'likelihood' : 'probability'}`,
        'claim_below_even',
        BELOW_EVEN_ADVICE,
      );
    if ((claim.status ?? 'live') === 'live' && (claim.sources ?? []).length === 0)
      report(`${path}.sources`, 'claim_without_source', 'A claim needs a source to count.');
    if (surelyBefore(claim.date, draft.started))
      report(`${path}.date`, 'claim_before_start', 'The claim is older than the incident.');
    const speaker = claim.claimant?.state ?? null;
    if (claim.admission === true && (speaker === null || speaker !== claim.accused))
      report(
        `${path}.admission`,
        'admission_by_another',
        'An admission is the accused state speaking for itself.',
      );
  });
}

function checkExchange(draft: IncidentDraft, report: Report): void {
  (draft.notifications ?? []).forEach(({ at: sent, acknowledgedAt }, at) => {
    if (surelyBefore(sent, draft.started))
      report(
        `notifications[${at}].at`,
        'notification_before_start',
        'The notification lies before the incident.',
      );
    if (surelyBefore(acknowledgedAt, sent))
      report(
        `notifications[${at}].acknowledgedAt`,
        'acknowledged_before_sent',
        'It was acknowledged before it was sent.',
      );
  });
  (draft.responses ?? []).forEach(({ at: given }, at) => {
    if (surelyBefore(given, draft.started))
      report(
        `responses[${at}].at`,
        'response_before_start',
        'The response lies before the incident.',
      );
  });
}

function checkFuture(draft: IncidentDraft, now: Instant, report: Report): void {
  for (const [path, value] of datesOf(draft)) {
    const dated = known(value);
    const ahead = dated?.precision === 'minute' ? 0 : EARLIEST_ZONE_HOURS * HOUR_MS;
    if (dated !== null && startOf(dated) > now + ahead)
      report(path, 'in_future', 'This date lies in the future.');
  }
}

/**
 * What the rules of logging say of a record, or of a form half filled, at `now`. Dates are compared
 * as intervals: a rule is broken only where every reading breaks it. On import these rules do not
 * refuse; such a claim is kept, shown and carries nothing (method.md 2.4).
 */
export function loggingFaults(draft: IncidentDraft, now: Instant): LoggingFault[] {
  const faults: LoggingFault[] = [];
  const report: Report = (path, code, message) =>
    faults.push({ path, code, message, level: LOGGING_LEVELS[code] });
  checkFacts(draft, report);
  checkClaims(draft, report);
  checkExchange(draft, report);
  checkFuture(draft, now, report);
  return faults;
}

/** Whether any of the faults stops the record. */
export const isRefused = (faults: readonly LoggingFault[]): boolean =>
  faults.some(({ level }) => level === 'refused');
