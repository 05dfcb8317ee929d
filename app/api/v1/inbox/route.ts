import { badParameters } from '@/app/api/v1/asked';
import { answer, enter } from '@/app/api/v1/entry';
import { inboxQuerySchema } from '@/domain/inbox';
import { parseParameters } from '@/domain/parameters';
import { readInbox } from '@/server/notice/inbox';

/** What one was told of, latest first, and how much of it is unread; storms as digests. */
export async function GET(request: Request): Promise<Response> {
  const entry = await enter(request, 'inbox.read', 'hint');
  if (!entry.ok) return entry.response;
  const parsed = parseParameters(inboxQuerySchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  return answer(await readInbox(entry.person, parsed.value));
}
