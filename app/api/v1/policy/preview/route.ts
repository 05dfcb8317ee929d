import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enterOwn } from '@/app/api/v1/entry';
import { refusedPolicy } from '@/app/api/v1/policy/refused';
import { seesAdminPart } from '@/domain/administration';
import { policyPreviewSchema } from '@/domain/policy-change';
import { previewPolicy } from '@/server/policy-preview';
import { forbidden } from '@/server/problem';

/** Which findings under one pact a change would turn; nothing is kept of the question. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enterOwn(request, 'hint');
  if (!entry.ok) return entry.response;
  if (!seesAdminPart(entry.person, 'policy')) return forbidden('role');
  const body = await bodyOf(request, policyPreviewSchema, { most: 64 * KIB });
  if (!body.ok) return body.response;
  const preview = await previewPolicy(entry.person, body.value);
  return preview.ok ? answer(preview.flips) : refusedPolicy(preview);
}
