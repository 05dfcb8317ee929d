import 'server-only';
import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { z } from 'zod';
import {
  type CalendarLine,
  linesOf,
  type ToldEntry,
  toldAfter,
  toldEntrySchema,
} from '@/domain/review/calendar-told';
import { type Tlp, tlpLabel } from '@/domain/tlp';
import { latestSeq } from '@/server/changes';
import { now } from '@/server/clock';
import type { RefusedAsTooLarge } from '@/server/corpus/size';
import { database } from '@/server/database';
import { plainJson } from '@/server/json';
import { readerMarking } from '@/server/reader-marking';
import { type OpenDeadlines, openDeadlines } from './deadlines';
import type { FeedDocument } from './document';
import type { FeedReader } from './token';

const HOUR_SECONDS = 3600;
const toldSchema = z.array(toldEntrySchema);

interface Told {
  readonly entries: readonly ToldEntry[];
  readonly changedAt: Date;
}

/**
 * What the calendar of a person tells now, kept beside their addresses, so that a deadline that moved
 * or fell away is told as such. Two who fetch at once wait for each other; null: the addresses are gone.
 */
async function tellNow(userId: string, open: OpenDeadlines): Promise<Told | null> {
  const number = await latestSeq();
  return database().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ calendar: unknown; calendarAt: Date | null }[]>`
      SELECT "calendar", "calendarAt" FROM "FeedToken" WHERE "userId" = ${userId} FOR UPDATE`;
    if (row === undefined) return null;
    const before = toldSchema.parse(row.calendar);
    const at = now();
    const reads = (incident: string) => open.incidents.has(incident);
    const entries = toldAfter(before, open.entries, { at, number, reads });
    if (row.calendarAt !== null && JSON.stringify(entries) === JSON.stringify(before))
      return { entries, changedAt: row.calendarAt };
    const changedAt = new Date(at);
    const data = { calendar: plainJson(entries), calendarAt: changedAt };
    await tx.feedToken.update({ where: { userId }, data });
    return { entries, changedAt };
  });
}

/** A calendar holds one component at least (RFC 5545, 3.6): one without a deadline says its time zone. */
const UTC_ZONE = [
  ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'],
].join('\r\n');

const inWords = ({ under, cancelled }: CalendarLine, pacts: OpenDeadlines['pacts']): string =>
  [
    ...(cancelled ? ['Not due any more.'] : []),
    ...under.map(([pact, clause]) => `Under ${pacts.get(pact) ?? pact}, clause ${clause}.`),
  ].join('\n');

function drawn(
  lines: readonly CalendarLine[],
  pacts: OpenDeadlines['pacts'],
  { site, marking }: { readonly site: string; readonly marking: Tlp },
) {
  const calendar = ical({
    ...{ name: 'Servanda: deadlines', description: tlpLabel(marking) },
    prodId: { company: 'Servanda', product: 'deadlines', language: 'EN' },
    ttl: HOUR_SECONDS,
  });
  for (const line of lines) {
    const { uid, day, summary, sequence, modified, cancelled, incident } = line;
    const description = inWords(line, pacts);
    calendar.createEvent({
      ...{ id: uid, start: new Date(day), allDay: true, sequence },
      ...{ stamp: new Date(modified), lastModified: new Date(modified) },
      summary: cancelled ? `Not due any more: ${summary}` : summary,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...{ transparency: ICalEventTransparency.TRANSPARENT, class: ICalEventClass.PRIVATE },
      ...(description === '' ? {} : { description }),
      url: `${site}/incidents/${encodeURIComponent(incident)}`,
    });
  }
  const text = calendar.toString();
  return lines.length > 0 ? text : text.replace('END:VCALENDAR', `${UTC_ZONE}\r\nEND:VCALENDAR`);
}

/**
 * Due-diligence and objection deadlines as a calendar (RFC 5545): all-day entries in UTC, whatever the
 * pact, in what the reader may read now. Null where the addresses were revoked meanwhile.
 */
export async function calendarOf(
  { person }: FeedReader,
  site: string,
): Promise<FeedDocument | RefusedAsTooLarge | null> {
  const deadlines = await openDeadlines(person);
  if (!deadlines.ok) return deadlines;
  const { open } = deadlines;
  const told = await tellNow(person.id, open);
  if (told === null) return null;
  const body = drawn(linesOf(told.entries), open.pacts, {
    ...{ site, marking: await readerMarking(person) },
  });
  const type = 'text/calendar; charset=utf-8';
  return { body, type, changedAt: told.changedAt.getTime() };
}
