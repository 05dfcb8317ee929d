import 'server-only';
import { EVIDENCE_LIMITS } from '@/domain/evidence';
import type { Problem } from '@/domain/problem';

/** Anything but reading. */
export const isWrite = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/** The largest body of a write, in bytes, where nothing larger is meant to arrive. */
export const MOST_BYTES = 1024 * 1024;

/** How large a body may be, and what is said of one that is larger, named by the field at fault. */
export interface BodyLimit {
  readonly most: number;
  readonly field: string;
  readonly detail: string;
}

const wholeBody = (most: number): BodyLimit => ({
  ...{ most, field: '(body)' },
  detail: `A body may hold at most ${most / 1024} KiB here.`,
});

/** A file with what is said of it; the route measures the file by itself. */
const ONE_FILE: BodyLimit = {
  ...{ most: EVIDENCE_LIMITS.maxBytes + MOST_BYTES, field: 'file' },
  detail: `A file may have at most ${EVIDENCE_LIMITS.maxBytes / MOST_BYTES} MiB.`,
};

/** Routes that take more: a whole incident, a file. */
const LARGER: readonly (readonly [RegExp, BodyLimit])[] = [
  [/^\/api\/v1\/incidents(?:\/[^/]+)?$/, wholeBody(2 * MOST_BYTES)],
  [/^\/api\/v1\/incidents\/[^/]+\/evidence$/, ONE_FILE],
  [/^\/api\/v1\/evidence\/[^/]+\/redacted$/, ONE_FILE],
];

/** How large a body a path takes; its route measures again what arrives. */
export const bodyLimit = (path: string): BodyLimit =>
  LARGER.find(([pattern]) => pattern.test(path))?.[1] ?? wholeBody(MOST_BYTES);

/** What is asked of a request's headers. */
export type Named = Pick<Headers, 'get' | 'has'>;

const foreign: Problem = {
  ...{ status: 403, title: 'Not from here', code: 'cross_origin' },
  detail: 'Changes are accepted from the pages of this site only.',
};

/** Whether an Origin header names this site: its public address, else the host that was asked. */
function isOurs(origin: string, host: string | null, site: URL | null): boolean {
  if (!URL.canParse(origin)) return false; // "null": a sandboxed frame, a file
  if (site?.protocol === 'https:') return origin === site.origin;
  return new URL(origin).host === host || origin === site?.origin;
}

/**
 * Why a write is refused for where it comes from, or null. Browsers say where: Origin has to be this
 * site, and Sec-Fetch-Site, where present, has to agree. Without either, only a request without
 * cookies passes: a program that speaks for itself, and for which no browser was borrowed.
 */
export function foreignWrite(headers: Named, site: URL | null): Problem | null {
  const origin = headers.get('origin');
  const fetchSite = headers.get('sec-fetch-site');
  if (fetchSite !== null && fetchSite !== 'same-origin') return foreign;
  if (origin !== null) return isOurs(origin, headers.get('host'), site) ? null : foreign;
  return fetchSite === null && headers.has('cookie') ? foreign : null;
}

/** Why a write is refused for the size of its body, or null. The size has to be told beforehand. */
export function oversizedWrite(
  headers: Named,
  { most, field, detail }: BodyLimit = bodyLimit('/'),
): Problem | null {
  const length = headers.get('content-length');
  if (length === null && headers.has('transfer-encoding'))
    return {
      ...{ status: 411, title: 'Length required', code: 'length_required' },
      detail: 'Say with Content-Length how long the body is.',
    };
  if (Number(length ?? 0) <= most) return null;
  const code = 'too_large';
  const faults = [{ path: field, code, message: detail }];
  return { status: 413, title: 'Too large', code, detail, faults };
}

/** Why a request is turned away before any route sees it, or null. */
export function turnedAway(
  method: string,
  headers: Named,
  site: URL | null,
  path = '/',
): Problem | null {
  if (!isWrite(method)) return null;
  return foreignWrite(headers, site) ?? oversizedWrite(headers, bodyLimit(path));
}
