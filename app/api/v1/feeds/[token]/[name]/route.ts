import { notThere } from '@/app/api/v1/asked';
import { tooFast } from '@/app/api/v1/entry';
import { noticeHref } from '@/components/inbox/notice-href';
import { rolesOf } from '@/domain/actor';
import { feedNamed } from '@/domain/feed';
import { HOUSE, may } from '@/domain/permission';
import { publicUrl } from '@/server/account/public-url';
import { now } from '@/server/clock';
import type { RefusedAsTooLarge } from '@/server/corpus/size';
import { atomOf } from '@/server/feed/atom';
import { calendarOf } from '@/server/feed/calendar';
import { type FeedDocument, sendDocument } from '@/server/feed/document';
import { type FeedReader, readerOf } from '@/server/feed/token';
import { waitFor } from '@/server/pace';
import { forbidden } from '@/server/problem';

async function documentFor(
  reader: FeedReader,
  name: string,
  site: string,
): Promise<FeedDocument | RefusedAsTooLarge | null> {
  const feed = feedNamed(name);
  const { person } = reader;
  if (feed === null) return null;
  if (feed.kind === 'calendar') return calendarOf(reader, site);
  if (!rolesOf(person).includes(feed.role) || !may(person, 'inbox.read', HOUSE).allowed)
    return null;
  return atomOf(reader, feed.role, { site, hrefOf: noticeHref });
}

/**
 * The inbox of a role as Atom, or the deadlines as a calendar, for whoever holds the address: what its
 * owner may read at this moment. Whatever is not there answers alike.
 */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ token: string; name: string }> },
): Promise<Response> {
  const { token, name } = await params;
  const reader = await readerOf(token);
  if (reader === null) return forbidden('hidden');
  const seconds = await waitFor('feed', reader.person.id);
  if (seconds !== null) return tooFast(seconds);
  const site = (publicUrl() ?? new URL(request.url)).origin;
  const document = await documentFor(reader, name, site);
  if (document === null) return forbidden('hidden');
  return 'refusal' in document
    ? notThere(document.refusal)
    : sendDocument(request, document, now());
}
