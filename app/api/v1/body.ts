import type { z } from 'zod';
import { type CodedFault, codedFaultsOf } from '@/domain/fault';
import { unstorable } from '@/domain/storable';
import { problem } from '@/server/problem';

export type Body<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly response: Response };

export const KIB = 1024;
export const MIB = 1024 * KIB;

/** The whole body, named as the field where a fault lies in no field of it. */
const WHOLE = '(body)';

interface Refused {
  readonly status: number;
  readonly title: string;
  readonly code: string;
  readonly detail: string;
  readonly faults?: readonly CodedFault[];
}

export function refusedBody({ faults, ...what }: Refused): { ok: false; response: Response } {
  const whole = [{ path: WHOLE, code: what.code, message: what.detail, level: 'refused' as const }];
  return { ok: false, response: problem({ ...what, faults: [...(faults ?? whole)] }) };
}

/** Faults of a body that is JSON, each in its field; the first one is told in the sentence. */
export function refusedFields(faults: readonly CodedFault[], status = 400) {
  const [first] = faults.filter(({ level }) => level === 'refused');
  const detail = first === undefined ? 'The body is not valid.' : `${first.path}: ${first.message}`;
  return refusedBody({ status, title: 'Not valid', code: 'invalid', detail, faults });
}

const tooLarge = (most: number) =>
  refusedBody({
    ...{ status: 413, title: 'Too large', code: 'too_large' },
    detail: `A body may hold at most ${most / KIB} KiB here.`,
  });

const malformed = () =>
  refusedBody({
    ...{ status: 400, title: 'Malformed', code: 'malformed' },
    detail: 'The body is not the JSON it should be.',
  });

/** The bytes of a body, read no further than the limit: what it says of its length is not believed. */
export async function bytesOf(
  request: Request,
  most: number,
): Promise<Body<Uint8Array<ArrayBuffer>>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return tooLarge(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  try {
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      length += read.value.length;
      if (length > most) {
        await reader?.cancel().catch(() => {});
        return tooLarge(most);
      }
      chunks.push(read.value);
    }
  } catch {
    return malformed(); // The sender went away in the middle.
  }
  const whole = new Uint8Array(length);
  chunks.reduce((at, chunk) => {
    whole.set(chunk, at);
    return at + chunk.length;
  }, 0);
  return { ok: true, value: whole };
}

function jsonIn(bytes: Uint8Array): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return null;
  }
}

/** The JSON of a body, bounded in size and depth, without anything that no column keeps. */
export async function jsonOf(request: Request, most = MIB): Promise<Body<unknown>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type))
    return refusedBody({
      ...{ status: 415, title: 'Unsupported', code: 'not_json' },
      detail: 'Send the body as application/json.',
    });
  const bytes = await bytesOf(request, most);
  if (!bytes.ok) return bytes;
  const read = jsonIn(bytes.value);
  if (read === null) return malformed();
  const fault = unstorable(read.json);
  return fault === null ? { ok: true, value: read.json } : refusedFields([fault]);
}

/** The JSON body of a write, parsed once with the schema it is typed by. */
export async function bodyOf<T>(
  request: Request,
  schema: z.ZodType<T>,
  { most = MIB, status = 422 }: { readonly most?: number; readonly status?: number } = {},
): Promise<Body<T>> {
  const body = await jsonOf(request, most);
  if (!body.ok) return body;
  const parsed = schema.safeParse(body.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = codedFaultsOf(parsed.error).map((fault) =>
    fault.path === '(file)' ? { ...fault, path: WHOLE } : fault,
  );
  return refusedFields(faults, status);
}
