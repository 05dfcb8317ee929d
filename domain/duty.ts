import { type Adequacy, type Answer, adequacy, baseWindows, countedLevel } from './clock';
import { DAY_MS, dayOf, endOf, type Instant, startOf } from './dates';
import type { Incident, Notification } from './incident';
import type { DueDiligence } from './pact';
import type { Policy } from './policy';
import type { Word } from './verdict';

/** How the accused came to know, or is taken to know. */
export type KnowledgeBasis = 'notification' | 'constructive' | 'recurrence';

/** The due-diligence duty of one accused state, run to `asOf` (method.md 3). */
export interface Duty {
  readonly linkMetAt: Instant;
  readonly know: Word<'know'>;
  readonly knownAt: Instant | null;
  readonly basis: KnowledgeBasis | null;
  /** Last instant for the victim to notify. */
  readonly notifyBy: Instant;
  readonly adequacy: Adequacy | null;
  readonly feasibility: Word<'feas'>;
  readonly requestedAssistance: boolean;
  readonly incapacityAccepted: boolean;
  /** Taking the other end of a date would change the word of adequacy. */
  readonly dateSensitive: boolean;
  readonly counted: readonly Notification[];
}

export interface DutyQuestion {
  readonly incident: Incident;
  readonly windows: DueDiligence;
  readonly accused: string;
  readonly severity: number;
  readonly linkMetAt: Instant;
  readonly asOf: Instant;
  readonly policy: Policy;
}

/** Whether a notification counts as telling the accused (method.md 3, "Notification"). */
export function notificationCounts(
  notice: Notification,
  incident: Incident,
  accused: string,
): boolean {
  const { victimStates } = incident;
  const forVictim =
    victimStates.includes(notice.by) ||
    (notice.onBehalfOf !== undefined && victimStates.includes(notice.onBehalfOf));
  const asked = notice.channel !== 'public' || notice.asks !== null;
  return notice.to === accused && notice.by !== accused && forVictim && asked;
}

type End = 'start' | 'end';

/** Which end of an interval date a reading takes, for notices and for answers. */
interface Reading {
  readonly notices: End;
  readonly answers: End;
}
/** What favours the accused: told late, answered early. */
const FAVOURING: Reading = { notices: 'end', answers: 'start' };
const OTHER_READINGS: readonly Reading[] = [
  { notices: 'start', answers: 'start' },
  { notices: 'end', answers: 'end' },
  { notices: 'start', answers: 'end' },
];

interface Known {
  readonly at: Instant;
  readonly basis: KnowledgeBasis;
}

function knowledge(question: DutyQuestion, reading: Reading): Known | null {
  const { incident, windows, accused, linkMetAt, asOf } = question;
  const candidates: Known[] = incident.notifications
    .filter((notice) => notificationCounts(notice, incident, accused))
    .map(({ at }) => ({
      at: reading.notices === 'end' ? endOf(at) : startOf(at),
      basis: 'notification' as const,
    }));
  if (windows.knowledge === 'actual_or_constructive') {
    const recurs = incident.recursOf.length > 0;
    candidates.push({
      at: dayOf(linkMetAt) + (recurs ? 0 : windows.constructiveLagDays * DAY_MS),
      basis: recurs ? 'recurrence' : 'constructive',
    });
  }
  const [first] = candidates.filter(({ at }) => at <= asOf).sort((one, two) => one.at - two.at);
  return first ?? null;
}

function answersOf(question: DutyQuestion, knownAt: Instant, reading: Reading): Answer[] {
  const { incident, accused, asOf } = question;
  return incident.responses
    .filter(({ by, at }) => by === accused && startOf(at) <= asOf)
    .map(({ at, level, verified }) => {
      const first = startOf(at);
      const last = endOf(at);
      const told = first <= knownAt && knownAt <= last ? knownAt : first;
      return { at: reading.answers === 'start' ? told : Math.min(last, asOf), level, verified };
    });
}

function extensionDays(question: DutyQuestion, knownAt: Instant): number {
  const { incident, accused, severity, windows, asOf } = question;
  const { baseActBy } = baseWindows(knownAt, severity, windows);
  const [first] = incident.extensions
    .filter(
      ({ by, requestedAt }) => by === accused && startOf(requestedAt) <= Math.min(asOf, baseActBy),
    )
    .sort((one, two) => startOf(one.requestedAt) - startOf(two.requestedAt));
  return first?.days ?? 0;
}

function measure(question: DutyQuestion, knownAt: Instant, reading: Reading): Adequacy {
  const { incident, windows, severity, asOf, policy } = question;
  return adequacy({
    knownAt,
    severity,
    ongoing: incident.ongoing,
    recurring: incident.recurring,
    extensionDays: extensionDays(question, knownAt),
    answers: answersOf(question, knownAt, reading),
    asOf,
    windows,
    policy,
  });
}

function isDateSensitive(question: DutyQuestion, word: Word<'resp'>): boolean {
  return OTHER_READINGS.some((reading) => {
    const known = knowledge(question, reading);
    return known !== null && measure(question, known.at, reading).response !== word;
  });
}

interface Feasibility {
  readonly feasibility: Word<'feas'>;
  readonly requestedAssistance: boolean;
  readonly incapacityAccepted: boolean;
}

/** Excused only if pleaded, shown, helped and accepted (method.md 3, "Obligation of conduct"). */
function feasibility(
  question: DutyQuestion,
  measured: Adequacy,
  answers: readonly Answer[],
): Feasibility {
  const { incident, accused, asOf, policy } = question;
  const incapacityAccepted = incident.pleas.some(
    (plea) =>
      plea.kind === 'incapacity' &&
      plea.by === accused &&
      plea.accepted === true &&
      startOf(plea.at) <= asOf,
  );
  const requestedAssistance = incident.responses.some(
    (answer) => answer.by === accused && answer.requestedAssistance && startOf(answer.at) <= asOf,
  );
  const shown = answers.some(
    (answer) =>
      answer.at <= measured.actBy && countedLevel(answer, policy) >= policy.values.progressLevel,
  );
  const excused = incapacityAccepted && requestedAssistance && shown;
  return { feasibility: excused ? 'excused' : 'feasible', requestedAssistance, incapacityAccepted };
}

/** Runs the clock of one accused state from knowledge to `asOf`. */
export function duty(question: DutyQuestion): Duty {
  const { incident, accused, windows, linkMetAt, asOf } = question;
  const known = knowledge(question, FAVOURING);
  const notifyBy = dayOf(linkMetAt) + windows.notifyDays * DAY_MS;
  const measured = known === null ? null : measure(question, known.at, FAVOURING);
  const excuse =
    known === null || measured === null
      ? { feasibility: 'feasible' as const, requestedAssistance: false, incapacityAccepted: false }
      : feasibility(question, measured, answersOf(question, known.at, FAVOURING));
  return {
    linkMetAt,
    know: known !== null ? 'known' : asOf <= notifyBy ? 'unknown_open' : 'unknown_lapsed',
    knownAt: known?.at ?? null,
    basis: known?.basis ?? null,
    notifyBy,
    adequacy: measured,
    ...excuse,
    dateSensitive: measured !== null && isDateSensitive(question, measured.response),
    counted: incident.notifications.filter((notice) =>
      notificationCounts(notice, incident, accused),
    ),
  };
}
