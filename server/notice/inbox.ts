import 'server-only';
import type { Person } from '@/domain/actor';
import { DAY_MS } from '@/domain/dates';
import type { InboxLine, InboxPage, InboxQuery, ReadMark } from '@/domain/inbox';
import { DIGEST_ABOVE, mayHearOf } from '@/domain/notice';
import { isNoticeKind, type NoticeKind } from '@/domain/notice/kinds';
import { Prisma } from '@/prisma/generated/client';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { type Matter, mattersOf } from './matters';

interface Row {
  readonly seq: number;
  readonly kind: string;
  readonly subject: string;
  readonly title: string;
  readonly at: Date;
  readonly count: number;
  readonly unread: number;
}

function dayRange(day: string): { gte: Date; lt: Date } {
  const from = Date.parse(`${day}T00:00:00.000Z`);
  return { gte: new Date(from), lt: new Date(from + DAY_MS) };
}

interface Wanted extends InboxQuery {
  /** Of these kinds alone. */
  readonly kinds?: readonly NoticeKind[];
}

function conditions(userId: string, { kind, kinds, day }: Wanted): Prisma.Sql {
  const among = kind === undefined ? kinds : [kind];
  const range = day === undefined ? null : dayRange(day);
  return Prisma.join(
    [
      Prisma.sql`"userId" = ${userId}`,
      ...(among === undefined ? [] : [Prisma.sql`"kind" = ANY (${[...among]})`]),
      ...(range === null ? [] : [Prisma.sql`"at" >= ${range.gte} AND "at" < ${range.lt}`]),
    ],
    ' AND ',
  );
}

/**
 * Lines of an inbox, latest first. Of more than five of a kind in a day (UTC) the last stands for
 * all, with their number, as `digested` of domain/notice.ts says.
 */
function rowsOf(userId: string, wanted: Wanted): Promise<Row[]> {
  const { before, kind, day, size } = wanted;
  const oneByOne = kind !== undefined && day !== undefined;
  const older = before === undefined ? Prisma.empty : Prisma.sql`AND "ledgerSeq" < ${before}::int`;
  return database().$queryRaw<Row[]>`
    WITH "counted" AS (
      SELECT *, count(*) OVER "storm" AS "size",
        count(*) FILTER (WHERE "readAt" IS NULL) OVER "storm" AS "open",
        max("ledgerSeq") OVER "storm" AS "latest",
        NOT ${oneByOne}::boolean AND count(*) OVER "storm" > ${DIGEST_ABOVE}::int AS "stormy"
      FROM "Notice" WHERE ${conditions(userId, wanted)}
      WINDOW "storm" AS (PARTITION BY "kind", ("at" AT TIME ZONE 'UTC')::date))
    SELECT "ledgerSeq" AS "seq", "kind", "subject", "title", "at",
      CASE WHEN "stormy" THEN "size" ELSE 1 END::int AS "count",
      CASE WHEN "stormy" THEN "open" ELSE ("readAt" IS NULL)::int END::int AS "unread"
    FROM "counted" WHERE (NOT "stormy" OR "ledgerSeq" = "latest") ${older}
    ORDER BY "ledgerSeq" DESC LIMIT ${size}::int`;
}

/** What a line leads to: of a record that wants coding, its coding. */
const placeOf = (kind: NoticeKind, subject: string, { coding }: Matter): string =>
  coding !== null && (kind === 'coding_wanted' || kind === 'codings_differ')
    ? `coding:${coding}`
    : subject;

/** Lines of somebody's inbox; what they may no longer read has lost its name. */
export async function inboxLines(person: Person, wanted: Wanted): Promise<InboxLine[]> {
  const rows = await rowsOf(person.id, wanted);
  const matters = await mattersOf(rows.flatMap(({ count, subject }) => (count > 1 ? [] : subject)));
  return rows.flatMap(({ kind, seq, at, count, unread, ...told }): InboxLine[] => {
    if (!isNoticeKind(kind)) return [];
    const matter = matters.get(told.subject);
    const open =
      matter !== undefined &&
      mayHearOf(person, matter.about) &&
      (kind === 'coding_wanted' || !matter.blind.includes(person.id));
    const line = { kind, seq, at: at.toISOString(), count, unread };
    if (!open || count > 1) return [{ ...line, title: null, subject: null }];
    const subject = placeOf(kind, told.subject, matter);
    return [{ ...line, title: told.title, subject }];
  });
}

/** How many notices somebody has not read. */
export const unreadCount = (userId: string): Promise<number> =>
  database().notice.count({ where: { userId, readAt: null } });

/** A page of somebody's inbox. */
export async function readInbox(person: Person, query: InboxQuery): Promise<InboxPage> {
  const lines = await inboxLines(person, { ...query, size: query.size + 1 });
  const more = lines.length > query.size;
  const shown = lines.slice(0, query.size);
  const unread = await unreadCount(person.id);
  return { lines: shown, unread, next: more ? (shown.at(-1)?.seq ?? null) : null };
}

/**
 * Marks notices as read; how many are left unread. Like drafts it is nobody else's business: the
 * ledger is not told.
 */
export async function markRead(
  userId: string,
  { upTo, from, kind, day }: ReadMark,
): Promise<number> {
  await database().notice.updateMany({
    where: {
      ...{
        userId,
        readAt: null,
        ledgerSeq: { lte: upTo, ...(from === undefined ? {} : { gte: from }) },
      },
      ...(kind === undefined ? {} : { kind }),
      ...(day === undefined ? {} : { at: dayRange(day) }),
    },
    data: { readAt: new Date(now()) },
  });
  return unreadCount(userId);
}
