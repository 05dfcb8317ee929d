import { endOf, type Instant, startOf } from '@/domain/dates';
import { clockOf, type TimedFinding } from '@/domain/deadlines';
import type { Incident } from '@/domain/incident';
import type { Policy } from '@/domain/policy';
import { objectionOpenUntil } from '@/domain/predicates';
import type { ClockRow } from '@/domain/standing-view';
import { stateInProse } from '@/domain/states';

export const CALENDAR_KINDS = ['verify', 'notify', 'act', 'objection'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** One day in the calendar feed: by the end of this instant something has to be done. */
export interface CalendarEntry {
  /** Stable, so that a calendar that takes the feed again moves an entry and makes no second. */
  readonly uid: string;
  readonly at: Instant;
  readonly kind: CalendarKind;
  readonly summary: string;
  readonly incident: string;
  /** The pact and the clause whose clock it is; null: an objection, which is about the record. */
  readonly pact: string | null;
  readonly clause: string | null;
  readonly state: string;
}

const WORDS: Readonly<Record<ClockRow['kind'], (who: string) => string>> = {
  verify: () => 'Last day to verify',
  notify: (who) => `Last day to notify ${who}`,
  act: (who) => `Last day for ${who} to act`,
};

/**
 * The open clocks of a pact's findings (method.md 3): to verify, to notify, to act. One entry a
 * clock, clause, incident and state; its day is no part of its name, so that a deadline that moves
 * stays the same entry.
 */
export function clockEntries(pact: string, findings: readonly TimedFinding[]): CalendarEntry[] {
  const entries = findings.flatMap(({ incident, title, clause, accused, rule, due }) => {
    const clock = clockOf(rule);
    if (clock?.state !== 'open' || due === null || accused === null) return [];
    const summary = `${WORDS[clock.kind](stateInProse(accused))}: ${title}`;
    const uid = [clock.kind, pact, clause, incident, accused].join('/');
    return [{ uid, at: due, kind: clock.kind, summary, incident, pact, clause, state: accused }];
  });
  return [...new Map(entries.map((entry) => [entry.uid, entry])).values()].sort(
    (one, two) => one.at - two.at,
  );
}

/**
 * Objections to link or state that are open at an instant, until the day they lapse (method.md 2.4);
 * rebuttal evidence opens one. One against what happened stays open until the commission closes it,
 * and has no day.
 */
export function objectionEntries(
  incidents: readonly Incident[],
  policy: Policy,
  asOf: Instant,
): CalendarEntry[] {
  return incidents
    .flatMap((incident) => {
      const rebuttals = incident.responses
        .filter(({ rebuttalEvidence }) => rebuttalEvidence)
        .map(({ by, at }) => ({ by, at, against: 'STATE' as const, closedAt: null }));
      return [...incident.objections, ...rebuttals].flatMap((objection): CalendarEntry[] => {
        const { by, against, at } = objection;
        const until = objectionOpenUntil(objection, policy);
        if (startOf(at) > asOf || until < asOf || !Number.isFinite(until)) return [];
        return [
          {
            uid: `objection/${incident.id}/${by}/${against}/${endOf(at)}`,
            ...{ at: until, kind: 'objection', incident: incident.id, pact: null, clause: null },
            state: by,
            summary: `The objection of ${stateInProse(by)} lapses: ${incident.title}`,
          },
        ];
      });
    })
    .sort((one, two) => one.at - two.at);
}
