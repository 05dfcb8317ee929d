import { bodyOf } from '@/app/api/v1/body';
import { answer } from '@/app/api/v1/users/answer';
import { setUpSchema } from '@/domain/account';
import { problem } from '@/server/problem';
import { setUp } from '@/server/set-up';

const DETAIL = {
  link: 'This link has been used or has expired. Ask for a new one.',
  who: 'Say who the first admin is.',
  taken: 'There is an account with this e-mail address already.',
} as const;

/** Sets an account up by its one-time link: a password, and for the first admin who they are. */
export async function POST(request: Request): Promise<Response> {
  const body = await bodyOf(request, setUpSchema);
  if (!body.ok) return body.response;
  const done = await setUp(body.value);
  if (done.ok) return answer({ email: done.email }, 201);
  const status = done.code === 'link' ? 404 : 409;
  return problem({ status, title: 'Not set up', code: done.code, detail: DETAIL[done.code] });
}
