import type { z } from 'zod';
import { faultsOf } from '@/domain/fault';
import { problem } from '@/server/problem';

export type Body<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly response: Response };

const refused = (status: number, title: string, code: string, detail: string) =>
  ({ ok: false, response: problem({ status, title, code, detail }) }) as const;

/** The JSON body of a write, parsed once with the schema it is typed by. */
export async function bodyOf<T>(request: Request, schema: z.ZodType<T>): Promise<Body<T>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type))
    return refused(415, 'Unsupported', 'not_json', 'Send the body as application/json.');
  const input: unknown = await request.json().catch(() => undefined);
  if (input === undefined)
    return refused(400, 'Malformed', 'malformed', 'The body is not the JSON it should be.');
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = faultsOf(parsed.error, input).map(({ path, message }) => ({ path, message }));
  const [first] = faults;
  const detail = first === undefined ? 'The body is not valid.' : `${first.path}: ${first.message}`;
  return {
    ok: false,
    response: problem({ status: 422, title: 'Not valid', code: 'invalid', detail, faults }),
  };
}
