import { answer, enter } from '@/app/api/v1/entry';
import { uploadOf } from '@/app/api/v1/evidence/upload';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { workingCopySchema } from '@/domain/evidence-upload';
import { addWorkingCopy } from '@/server/evidence/adding';

/** Keeps a redacted working copy, which is shown where the original is sealed. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ item: string }> },
): Promise<Response> {
  const entry = await enter(request, 'evidence.add', 'write');
  if (!entry.ok) return entry.response;
  const upload = await uploadOf(request, workingCopySchema);
  if (!upload.ok) return upload.response;
  const { meta, file } = upload.value;
  const { item } = await params;
  const done = await addWorkingCopy(entry.person, item, meta, file);
  return done.ok ? answer({ id: item, workingCopy: meta.sha256 }, 201) : refusedAct(done.code);
}
