import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { readMarkSchema } from '@/domain/inbox';
import { markRead } from '@/server/notice/inbox';

/** Marks notices as read, none that came after what was looked at. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enter(request, 'inbox.read', 'hint');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, readMarkSchema);
  if (!body.ok) return body.response;
  return answer({ unread: await markRead(entry.person.id, body.value) });
}
