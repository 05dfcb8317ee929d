import type { z } from 'zod';
import { bodyOf, KIB } from '@/app/api/v1/body';
import { enterOwn } from '@/app/api/v1/entry';
import type { Person } from '@/domain/actor';
import { mayEver } from '@/domain/permission';
import { FINDING_PATH } from '@/domain/review/finding-path';
import { type FindingAct, traceAtTheDoor } from '@/server/commission/act';
import { forbidden } from '@/server/problem';

export interface Context {
  readonly params: Promise<{ id: string }>;
}

type Entered<T> =
  | { readonly ok: true; readonly person: Person; readonly id: string; readonly body: T }
  | { readonly ok: false; readonly response: Response };

/**
 * The door of an act on a finding: signed in, not too fast, of a role that ever may, and a body that
 * can be read. Who is turned away for their role leaves a trace where the act matters.
 */
export async function enterAct<T>(
  request: Request,
  { params }: Context,
  act: FindingAct | ((body: T) => FindingAct),
  schema: z.ZodType<T>,
): Promise<Entered<T>> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry;
  const { person } = entry;
  const { id } = await params;
  const asked = async (action: FindingAct): Promise<Response | null> => {
    const decision = mayEver(person, FINDING_PATH[action].by);
    if (decision.allowed) return null;
    await traceAtTheDoor(person, id, action, decision.code);
    return forbidden(decision.code);
  };
  const turnedAway = typeof act === 'function' ? null : await asked(act);
  if (turnedAway !== null) return { ok: false, response: turnedAway };
  const body = await bodyOf(request, schema, { most: 128 * KIB });
  if (!body.ok) return body;
  const late = typeof act === 'function' ? await asked(act(body.value)) : null;
  if (late !== null) return { ok: false, response: late };
  return { ok: true, person, id, body: body.value };
}
