import { z } from 'zod';
import { type Instant, toDay } from './dates';
import { groupBy } from './group';
import { NOTICE_KINDS } from './notice/kinds';
import { dayParameter } from './parameters';

/** Most lines of an inbox at a time. */
export const MOST_LINES = 200;

const LARGEST = 2_147_483_647;
const entry = z.int().min(1).max(LARGEST);
const kind = z.enum(NOTICE_KINDS, 'expected a kind of notice, such as record_returned');

const inAddress = (most: number, what: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,9}$/, what)
    .transform(Number)
    .refine((value) => value <= most, what);

/**
 * What is asked of an inbox: lines from before an entry of the ledger on, of a kind, of a day (UTC).
 * Kind and day together are what a digest stands for, and come one by one.
 */
export const inboxQuerySchema = z.strictObject({
  before: inAddress(LARGEST, 'expected the number of an entry, from 1').optional(),
  kind: kind.optional(),
  day: dayParameter.optional(),
  size: inAddress(MOST_LINES, `expected 1 to ${MOST_LINES} lines`).default(50),
});
export type InboxQuery = z.infer<typeof inboxQuerySchema>;

/** Marks as read what came up to an entry of the ledger (and from one on), of a kind, of a day. */
export const readMarkSchema = z.strictObject({
  upTo: entry,
  from: entry.optional(),
  kind: kind.optional(),
  day: dayParameter.optional(),
});
export type ReadMark = z.infer<typeof readMarkSchema>;

/** A line of an inbox: one notice, or a digest of several of a kind and day. */
export const inboxLineSchema = z.object({
  kind: z.enum(NOTICE_KINDS),
  /** The ledger entry it follows from; of a digest, the latest. */
  seq: entry,
  /** ISO instant. */
  at: z.string(),
  /** Null in a digest, and where the reader may no longer read what it is about. */
  title: z.string().nullable(),
  /** What it leads to, such as `incident:…`, `finding:…`, `session:…`, `coding:…`; null with the title. */
  subject: z.string().nullable(),
  count: z.int().min(1),
  unread: z.int().min(0),
});
export type InboxLine = z.infer<typeof inboxLineSchema>;

export const inboxPageSchema = z.object({
  lines: z.array(inboxLineSchema),
  /** Of the whole inbox. */
  unread: z.int().min(0),
  /** `before` of the next page; null: there is none. */
  next: entry.nullable(),
});
export type InboxPage = z.infer<typeof inboxPageSchema>;

/** What marking answers: how many are left unread. */
export const unreadSchema = z.object({ unread: z.int().min(0) });

/** What marks a line as read, and nothing that came after it was shown. */
export function markOf({ kind: of, seq, at, count }: InboxLine): ReadMark {
  if (count === 1) return { upTo: seq, from: seq, kind: of };
  return { upTo: seq, kind: of, day: dayOfLine({ at }) };
}

/** The day (UTC) a line belongs to. */
export const dayOfLine = ({ at }: Pick<InboxLine, 'at'>): string => {
  const when: Instant = Date.parse(at);
  return toDay(when);
};

/** Lines by day, in their order. */
export const linesByDay = (lines: readonly InboxLine[]): Map<string, InboxLine[]> =>
  groupBy(lines, dayOfLine);
