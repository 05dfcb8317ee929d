import { z } from 'zod';
import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enterOwn } from '@/app/api/v1/entry';
import { personOf } from '@/domain/actor';
import { beginStepUp, stepUpState } from '@/server/account/step-up-enrolment';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { addressOf } from '@/server/throttle';
import { refusedEnrolment } from './refused';

const beginSchema = z.strictObject({ password: z.string().max(1024).default('') });

/** Whether step-up codes are set up, and how many recovery codes are left. */
export async function GET(request: Request): Promise<Response> {
  const person = personOf(await actorFromRequest(request));
  return person === null ? forbidden('sign_in') : answer(await stepUpState(person.id));
}

/** Begins an enrolment, for the account's password: the key for an authenticator, shown once. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, beginSchema, { most: 4 * KIB });
  if (!body.ok) return body.response;
  const address = addressOf(request.headers.get('x-forwarded-for'));
  const password = body.value.password.normalize('NFKC');
  const begun = await beginStepUp(entry.person, { password, address });
  return begun.ok ? answer(begun.enrolment, 201) : refusedEnrolment(begun);
}
