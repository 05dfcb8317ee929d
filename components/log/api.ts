/** One thing wrong with a field, as the server or the schema says it. */
export interface FieldFault {
  /** Such as `claims[0].likelihood`. */
  readonly path: string;
  readonly message: string;
  readonly level: 'refused' | 'warning';
}

/** What came of a request: its body, or why there is none. */
export type Reply =
  | { readonly kind: 'done'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      readonly faults: readonly FieldFault[];
      readonly body: unknown;
    }
  /** Nothing answered: the network, or the server, is away. */
  | { readonly kind: 'unreachable' };

/** A field of an answer; undefined where there is none. */
export function part(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

export const wordAt = (value: unknown, ...path: readonly (string | number)[]): string => {
  const found = part(value, ...path);
  return typeof found === 'string' ? found : '';
};

export const numberAt = (value: unknown, ...path: readonly (string | number)[]): number | null => {
  const found = part(value, ...path);
  return typeof found === 'number' ? found : null;
};

export const listAt = (value: unknown, ...path: readonly (string | number)[]): unknown[] => {
  const found = part(value, ...path);
  return Array.isArray(found) ? found : [];
};

/** A field of the form: what was sent around it is no part of its path. */
const inForm = (path: string): string => path.replace(/^(?:incident|payload|draft)\./, '');

function faultsIn(body: unknown): FieldFault[] {
  const told = listAt(body, 'faults').map((fault): FieldFault => {
    const level = wordAt(fault, 'level') === 'warning' ? 'warning' : 'refused';
    return { path: inForm(wordAt(fault, 'path')), message: wordAt(fault, 'message'), level };
  });
  const field = wordAt(body, 'error', 'field');
  if (told.length > 0 || field === '') return told;
  return [{ path: field, message: wordAt(body, 'error', 'message'), level: 'refused' }];
}

async function replyOf(response: Response): Promise<Reply> {
  const { status, ok } = response;
  const body: unknown = await response.json().catch(() => null);
  if (ok) return { kind: 'done', status, body };
  if (status >= 502 && status <= 504) return { kind: 'unreachable' };
  const code = wordAt(body, 'error', 'code') || wordAt(body, 'code') || `${status}`;
  const message =
    wordAt(body, 'error', 'message') ||
    wordAt(body, 'detail') ||
    'The server answered something unexpected. Your text is kept; try again.';
  return { kind: 'refused', status, code, message, faults: faultsIn(body), body };
}

interface Asked {
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
}

/** Asks a route under `/api/v1`, in JSON. */
export async function ask(method: string, path: string, asked: Asked = {}): Promise<Reply> {
  const { body, signal, keepalive = false } = asked;
  const form = body instanceof FormData;
  try {
    return await replyOf(
      await fetch(`/api/v1${path}`, {
        method,
        keepalive,
        ...(signal === undefined ? {} : { signal }),
        ...(body === undefined
          ? {}
          : form
            ? { body }
            : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    );
  } catch {
    return { kind: 'unreachable' };
  }
}

/** What a reply says in one sentence, where it is a refusal or silence. */
export function sentenceOf(reply: Exclude<Reply, { kind: 'done' }>): string {
  return reply.kind === 'unreachable'
    ? 'The server could not be reached. Nothing was changed; try again.'
    : reply.message;
}

export const isSignedOut = (reply: Reply): boolean =>
  reply.kind === 'refused' && reply.status === 401;
