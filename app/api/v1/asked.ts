import type { Fault } from '@/domain/fault';
import { problem } from '@/server/problem';

/** Parameters that are not what was expected, each fault by its name. */
export function badParameters(faults: readonly Fault[]): Response {
  const [first] = faults;
  return problem({
    ...{ status: 400, title: 'Not a question we know', code: 'invalid_query' },
    detail:
      first === undefined
        ? 'Some parameters are not what was expected.'
        : `${first.path}: ${first.message}.`,
    faults: faults.map(({ path, message }) => ({ path, message })),
  });
}

/** What a question names is not there (404), or cannot be asked of it (400). */
export function notThere({
  code,
  field,
  message,
}: {
  readonly code: string;
  readonly field?: string;
  readonly message: string;
}): Response {
  const missing = code.startsWith('unknown_');
  return problem({
    ...{ status: missing ? 404 : 400, title: missing ? 'Not found' : 'Not possible' },
    ...{ code, detail: message },
    ...(field === undefined ? {} : { faults: [{ path: field, message }] }),
  });
}
