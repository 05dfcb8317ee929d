import { answer, enter } from '@/app/api/v1/entry';
import { uploadOf } from '@/app/api/v1/evidence/upload';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { evidenceUploadSchema } from '@/domain/evidence-upload';
import { actorFromRequest } from '@/server/actor';
import { addEvidence } from '@/server/evidence/adding';
import { listEvidence } from '@/server/evidence/listing';
import { forbidden } from '@/server/problem';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** The evidence of a record with its custody, as far as the reader may know of it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const evidence = await listEvidence(await actorFromRequest(request), (await params).id);
  return evidence === null ? forbidden('hidden') : answer({ evidence });
}

/** Takes a file in: hashed again here, kept under its hash, all or nothing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'evidence.add', 'write');
  if (!entry.ok) return entry.response;
  const upload = await uploadOf(request, evidenceUploadSchema);
  if (!upload.ok) return upload.response;
  const { meta, file } = upload.value;
  const added = await addEvidence(entry.person, (await params).id, meta, file);
  if (!added.ok) return refusedAct(added.code);
  const { id, sha256, sealed } = added;
  return answer({ id, sha256, sealed, size: file.bytes.length, name: meta.name }, 201, {
    location: `/api/v1/evidence/${id}`,
  });
}
