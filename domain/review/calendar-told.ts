import { z } from 'zod';
import { DAY_MS, type Instant, toDay } from '@/domain/dates';
import { groupBy } from '@/domain/group';
import { CALENDAR_KINDS, type CalendarEntry } from './calendar';

/** A deadline as a calendar was last told of it. */
export const toldEntrySchema = z.object({
  uid: z.string(),
  kind: z.enum(CALENDAR_KINDS),
  /** `YYYY-MM-DD` (UTC): the last day to do it. */
  day: z.string(),
  summary: z.string(),
  incident: z.string(),
  pact: z.string().nullable(),
  clause: z.string().nullable(),
  state: z.string(),
  /** Rises whenever its day moves, it is cancelled or it comes back (RFC 5545, 3.8.7.4). */
  sequence: z.int().min(0),
  /** When anything of it last changed. */
  modified: z.number(),
  /** It is not due any more although its day has not come: the duty is met, or the record changed. */
  cancelled: z.boolean(),
});
export type ToldEntry = z.infer<typeof toldEntrySchema>;

/** How long a day that has passed stays in the calendar. */
const KEPT_MS = 31 * DAY_MS;

export interface Telling {
  readonly at: Instant;
  /** A number that only rises, such as the length of the ledger: what changes now is numbered from it on. */
  readonly number: number;
  /** Whether the reader may still read of an incident. */
  readonly reads: (incident: string) => boolean;
}

const same = (told: ToldEntry, { day, summary, cancelled }: ToldEntry): boolean =>
  told.day === day && told.summary === summary && told.cancelled === cancelled;

function after(told: ToldEntry | undefined, now: ToldEntry): ToldEntry {
  if (told === undefined) return now;
  if (same(told, now)) return told;
  const moved = told.day !== now.day || told.cancelled !== now.cancelled;
  const sequence = moved ? Math.max(told.sequence + 1, now.sequence) : told.sequence;
  return { ...now, sequence };
}

/** What becomes of a deadline that was told and is open no more. */
function left(told: ToldEntry, { at }: Telling): ToldEntry[] {
  if (Date.parse(told.day) < at - KEPT_MS) return [];
  if (told.cancelled || told.day <= toDay(at)) return [told];
  const sequence = told.sequence + 1;
  return [{ ...told, cancelled: true, sequence, modified: at }];
}

/**
 * The calendar as it is told now, from what it told before and the deadlines that are open. One that
 * moves keeps its name and gets a higher sequence; one that is due no more before its day is
 * cancelled; one whose day has come stays for a month. Nothing is told of an incident that the reader
 * may not read any more, not even that it is cancelled.
 */
export function toldAfter(
  before: readonly ToldEntry[],
  open: readonly CalendarEntry[],
  telling: Telling,
): ToldEntry[] {
  const known = new Map(before.map((told) => [told.uid, told]));
  const now = open
    .filter(({ incident }) => telling.reads(incident))
    .map(({ at, ...entry }): ToldEntry => {
      const fresh = { ...entry, day: toDay(at), cancelled: false };
      return after(known.get(entry.uid), {
        ...{ ...fresh, sequence: telling.number, modified: telling.at },
      });
    });
  const running = new Set(now.map(({ uid }) => uid));
  const gone = before
    .filter(({ uid, incident }) => !running.has(uid) && telling.reads(incident))
    .flatMap((told) => left(told, telling));
  return [...new Map([...now, ...gone].map((told) => [told.uid, told])).values()].sort(
    (one, two) => one.day.localeCompare(two.day) || one.uid.localeCompare(two.uid),
  );
}

/** One line of a calendar: clauses and pacts under which the same clock ends on the same day. */
export interface CalendarLine extends ToldEntry {
  /** `[pact, clause]`; empty for an objection. */
  readonly under: readonly (readonly [pact: string, clause: string])[];
}

/** The lines of a calendar: a clock that several clauses or pacts run alike is one line. */
export function linesOf(told: readonly ToldEntry[]): CalendarLine[] {
  const groups = groupBy(told, ({ kind, incident, state, day, cancelled, pact, uid }) =>
    pact === null ? uid : [kind, incident, state, day, cancelled].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const under = group.flatMap(({ pact, clause }) =>
      pact === null || clause === null ? [] : [[pact, clause] as const],
    );
    const most = (of: (told: ToldEntry) => number) => Math.max(...group.map(of));
    const sequence = most((each) => each.sequence);
    return [{ ...first, sequence, modified: most((each) => each.modified), under }];
  });
}
