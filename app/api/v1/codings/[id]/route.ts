import { z } from 'zod';
import { bodyOf, refusedFields } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { codesSchema } from '@/domain/review/coding';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { readCoding } from '@/server/review/coding';
import { handInCoding } from '@/server/review/coding-acts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

const handInSchema = z.strictObject({ codes: codesSchema });

const ungraded = (claim: string) => ({
  ...{ path: 'codes.grades', code: 'missing', message: `claim ${claim} has no grade` },
  level: 'refused' as const,
});
const needless = (claim: string) => ({
  ...{ path: 'codes.grades', code: 'unknown_claim', message: `no claim ${claim} is graded here` },
  level: 'refused' as const,
});

/** A coding: the incident without its codes, and the codes of both once both are in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const read = await readCoding(await actorFromRequest(request), (await params).id);
  return read.ok ? answer(read.coding) : forbidden(read.code);
}

/** Hands in the second coding, once and whole; the answer tells where the two differ. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'coding.blind', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, handInSchema, { status: 400 });
  if (!body.ok) return body.response;
  const done = await handInCoding(entry.person, (await params).id, body.value.codes);
  if (done.ok) return answer({ differences: done.differences });
  if (done.code !== 'codes') return refusedAct(done.code);
  const faults = [...done.missing.map(ungraded), ...done.unknown.map(needless)];
  return refusedFields(faults).response;
}
