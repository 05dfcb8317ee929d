import { answer } from '@/app/api/v1/entry';
import { personOf } from '@/domain/actor';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { deskFor } from '@/server/review/desk';

/** What waits for whoever asks, by deadline and then by age, with what they may do and why not. */
export async function GET(request: Request): Promise<Response> {
  const person = personOf(await actorFromRequest(request));
  return person === null ? forbidden('sign_in') : answer(await deskFor(person));
}
