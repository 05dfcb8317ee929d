import { problem } from '@/server/problem';

/** Why what was sent does not fit: the status, the field it is about, the sentence. */
export type MisfitWords = readonly [status: number, path: string, detail: string];

/** A refusal that is about one field of what was sent. */
export function misfit(
  code: string,
  [status, path, detail]: MisfitWords,
  body: Readonly<Record<string, unknown>> = {},
): Response {
  const faults = [{ path, code, message: detail }];
  return problem({ status, title: 'Does not fit', code, detail, faults }, { body });
}
