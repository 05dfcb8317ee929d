import type { z } from 'zod';
import { bodyOf, KIB } from '@/app/api/v1/body';
import { enterAny } from '@/app/api/v1/entry';
import type { Person } from '@/domain/actor';
import { FINDING_PATH } from '@/domain/review/finding-path';
import type { FindingAct } from '@/server/commission/act';

export interface Context {
  readonly params: Promise<{ id: string }>;
}

type Entered<T> =
  | { readonly ok: true; readonly person: Person; readonly id: string; readonly body: T }
  | { readonly ok: false; readonly response: Response };

/**
 * The door of an act on a finding: signed in, of a role that ever may (one of several acts, where the
 * body says which), not too fast, and a body that can be read.
 */
export async function enterAct<T>(
  request: Request,
  { params }: Context,
  acts: readonly [FindingAct, ...FindingAct[]],
  schema: z.ZodType<T>,
): Promise<Entered<T>> {
  const [first, ...others] = acts;
  const byOf = (act: FindingAct) => FINDING_PATH[act].by;
  const entry = await enterAny(request, [byOf(first), ...others.map(byOf)], 'write');
  if (!entry.ok) return entry;
  const body = await bodyOf(request, schema, { most: 128 * KIB });
  if (!body.ok) return body;
  return { ok: true, person: entry.person, id: (await params).id, body: body.value };
}
