import { z } from 'zod';
import { ROLES, type Role } from './role';

/** What a person can subscribe to by a secret address. */
export const CALENDAR_FILE = 'deadlines.ics';
const ATOM = '.atom';

export type Feed = { readonly kind: 'calendar' } | { readonly kind: 'role'; readonly role: Role };

/** The file a feed is fetched as. */
export const feedFile = (feed: Feed): string =>
  feed.kind === 'calendar' ? CALENDAR_FILE : `${feed.role}${ATOM}`;

/** The feed that a file name asks for, or null. */
export function feedNamed(file: string): Feed | null {
  if (file === CALENDAR_FILE) return { kind: 'calendar' };
  const role = ROLES.find((each) => `${each}${ATOM}` === file);
  return role === undefined ? null : { kind: 'role', role };
}

/** The path of a feed for whoever holds a token. */
export const feedPath = (token: string, feed: Feed): string =>
  `/api/v1/feeds/${token}/${feedFile(feed)}`;

/** Whether somebody has addresses, for their owner. */
export const feedStateSchema = z.object({
  /** ISO instant; null: there are none. */
  madeAt: z.string().nullable(),
  /** When one was last fetched, to the hour; null: never. */
  usedAt: z.string().nullable(),
  /** Why the calendar cannot be told at present; null: it can. */
  calendarRefusal: z.string().nullable(),
});
export type FeedState = z.infer<typeof feedStateSchema>;

/** New addresses, as they are shown once. */
export const madeFeedsSchema = z.object({
  calendar: z.string(),
  roles: z.array(z.object({ role: z.enum(ROLES), path: z.string() })),
});
export type MadeFeeds = z.infer<typeof madeFeedsSchema>;
