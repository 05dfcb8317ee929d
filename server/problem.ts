import 'server-only';
import { REFUSALS, type Refusal } from '@/domain/permission';
import type { Problem } from '@/domain/problem';

/** What else an answer that refuses may carry. */
export interface Beside {
  readonly headers?: Readonly<Record<string, string>>;
  /** More fields of the body, such as both versions of a record that two people changed. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The same in short, `{code, message, field}`, for whoever wants no more. */
function shortly({ code, detail, faults = [] }: Problem) {
  const field = faults.find(({ level }) => level !== 'warning')?.path;
  return { code, message: detail, ...(field === undefined ? {} : { field }) };
}

/** A refusal as RFC 9457 problem JSON; never cached. */
export function problem(what: Problem, { headers, body }: Beside = {}): Response {
  return Response.json(
    { type: 'about:blank', ...what, error: shortly(what), ...body },
    {
      status: what.status,
      headers: {
        ...{ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
        ...headers,
      },
    },
  );
}

/** A refusal of the privilege table: 401 signed out, 404 for what one may not know of, else 403. */
export function forbidden(code: Refusal): Response {
  if (code === 'sign_in')
    return problem({ status: 401, title: 'Sign in', code, detail: REFUSALS[code] });
  if (code === 'hidden')
    return problem({ status: 404, title: 'Not found', code: 'not_found', detail: REFUSALS[code] });
  return problem({ status: 403, title: 'Not allowed', code, detail: REFUSALS[code] });
}
