import { bodyOf } from '@/app/api/v1/body';
import { enter } from '@/app/api/v1/entry';
import { fileAnswer } from '@/app/api/v1/evidence/file';
import { openingSchema } from '@/domain/evidence-upload';
import { openEvidence } from '@/server/evidence/opening';

/** The original, sealed or not, for a stated reason that is kept. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ item: string }> },
): Promise<Response> {
  const entry = await enter(request, 'evidence.open', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, openingSchema, { status: 400 });
  if (!body.ok) return body.response;
  return fileAnswer(await openEvidence(entry.person, (await params).item, body.value.reason));
}
