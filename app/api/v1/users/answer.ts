import { forbidden, problem } from '@/server/problem';
import type { UserRefused } from '@/server/users';

/** A refused change to an account as an answer. */
export function refusedChange({ code, message }: UserRefused): Response {
  switch (code) {
    case 'taken':
    case 'conflict':
    case 'unchanged':
      return problem({ status: 409, title: 'Does not fit', code, detail: message });
    case 'unknown_pact':
      return problem({ status: 422, title: 'Not valid', code, detail: message });
    default:
      return forbidden(code);
  }
}

/** An answer about accounts is never kept by a cache. */
export const answer = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
