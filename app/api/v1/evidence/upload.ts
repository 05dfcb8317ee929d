import type { z } from 'zod';
import { type Body, bytesOf, MIB, refusedBody, refusedFields } from '@/app/api/v1/body';
import { EVIDENCE_LIMITS, fileRefusal } from '@/domain/evidence';
import { codedFaultsOf } from '@/domain/fault';
import { unstorable } from '@/domain/storable';
import type { Arrived } from '@/server/evidence/adding';

/** A file, and what is said of it, with the wrapping of a multipart body. */
const MOST = EVIDENCE_LIMITS.maxBytes + MIB;

export interface Upload<T> {
  readonly file: Arrived;
  readonly meta: T;
}

const badForm = (detail: string) =>
  refusedBody({ status: 400, title: 'Malformed', code: 'malformed', detail });

async function formOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | null> {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}

function jsonOf(text: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return null;
  }
}

const field = (path: string, code: string, message: string, status = 400) =>
  refusedFields([{ path, code, message, level: 'refused' }], status);

function metaOf<T>(form: FormData, schema: z.ZodType<T>): Body<T> {
  const [text, ...more] = form.getAll('meta');
  if (typeof text !== 'string' || more.length > 0)
    return field('meta', 'missing', 'expected one field "meta" with JSON');
  const read = jsonOf(text);
  if (read === null) return field('meta', 'malformed', 'expected JSON');
  const fault = unstorable(read.json);
  if (fault !== null) return refusedFields([fault]);
  const parsed = schema.safeParse(read.json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refusedFields(
    codedFaultsOf(parsed.error).map((each) =>
      each.path === '(file)' ? { ...each, path: 'meta' } : each,
    ),
  );
}

/** A multipart body of one `file` and one `meta`, both checked; nothing of it is believed. */
export async function uploadOf<T>(
  request: Request,
  schema: z.ZodType<T>,
): Promise<Body<Upload<T>>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type))
    return refusedBody({
      ...{ status: 415, title: 'Unsupported', code: 'not_multipart' },
      detail: 'Send the file as multipart/form-data with the fields "file" and "meta".',
    });
  const body = await bytesOf(request, MOST);
  if (!body.ok) return body;
  const form = await formOf(body.value, type);
  if (form === null) return badForm('The body is not the multipart form it should be.');
  const meta = metaOf(form, schema);
  if (!meta.ok) return meta;
  const [file, ...more] = form.getAll('file');
  if (!(file instanceof Blob) || more.length > 0)
    return field('file', 'missing', 'expected one field "file" with a file');
  const mediaType = (file.type.split(';')[0] ?? '').trim().toLowerCase();
  const refusal = fileRefusal({ mediaType, bytes: file.size });
  if (refusal !== null)
    return file.size > EVIDENCE_LIMITS.maxBytes
      ? field('file', 'too_large', refusal, 413)
      : field('file', file.size === 0 ? 'empty' : 'unsupported_type', refusal);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { ok: true, value: { file: { bytes, mediaType }, meta: meta.value } };
}
