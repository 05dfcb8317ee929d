import { z } from 'zod';
import { type Body, jsonOf, MIB, refusedFields } from '@/app/api/v1/body';
import { type CodedFault, codedFaultsOf } from '@/domain/fault';
import { checkLogged } from '@/domain/logged-incident';
import { text } from '@/domain/text';
import { now } from '@/server/clock';
import type { Submission } from '@/server/incident/logging';

/** Largest body with an incident, bytes. */
export const MOST_INCIDENT = 2 * MIB;

const draft = z.string().max(40, 'expected the id of a draft').optional();
export const reasonSchema = text(2000);

/** An incident beside why it is sent; the incident itself is checked by the rules of logging. */
export const loggedSchema = z.strictObject({
  incident: z.unknown(),
  reason: reasonSchema.default('Logged'),
  draft,
});
export const revisedSchema = z.strictObject({
  incident: z.unknown(),
  basedOn: z.int().min(1, 'expected the number of a revision').max(2_147_483_646),
  reason: reasonSchema,
  draft,
});

export interface Sent<T> {
  readonly around: T;
  readonly submission: Submission;
  readonly warnings: readonly CodedFault[];
}

/** An incident that was sent, checked whole: every fault of envelope and incident in one answer. */
export async function submissionOf<
  T extends { reason: string; draft?: string | undefined; incident: unknown },
>(request: Request, schema: z.ZodType<T>): Promise<Body<Sent<T>>> {
  const body = await jsonOf(request, MOST_INCIDENT);
  if (!body.ok) return body;
  const around = schema.safeParse(body.value);
  const sent: unknown =
    typeof body.value === 'object' && body.value !== null
      ? Reflect.get(body.value, 'incident')
      : undefined;
  const checked = checkLogged(sent, now());
  if (around.success && checked.ok) {
    const { reason, draft: id } = around.data;
    const submission = { incident: checked.incident, reason, draft: id };
    return { ok: true, value: { around: around.data, submission, warnings: checked.warnings } };
  }
  return refusedFields([
    ...(around.success ? [] : codedFaultsOf(around.error).map(inBody)),
    ...(checked.ok ? [] : checked.faults),
  ]);
}

const inBody = (fault: CodedFault): CodedFault =>
  fault.path === '(file)' ? { ...fault, path: '(body)' } : fault;
