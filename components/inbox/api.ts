import { send } from '@/components/account/send';
import { type InboxPage, inboxPageSchema, type ReadMark, unreadSchema } from '@/domain/inbox';

/** Reads a page of one's inbox; `search` is the address of the page without its question mark. */
export async function fetchInbox(search: string): Promise<InboxPage> {
  const reply = await fetch(`/api/v1/inbox${search === '' ? '' : `?${search}`}`);
  if (!reply.ok) throw new Error(`The inbox answered ${reply.status}.`);
  return inboxPageSchema.parse(await reply.json());
}

export type Marked =
  | { readonly ok: true; readonly unread: number }
  | { readonly ok: false; readonly why: string };

/** Marks notices as read. */
export async function markRead(mark: ReadMark): Promise<Marked> {
  const answer = await send('POST', '/api/v1/inbox/read', mark);
  return answer.ok
    ? { ok: true, unread: unreadSchema.parse(answer.body).unread }
    : { ok: false, why: answer.problem.detail };
}
