import { type NextRequest, NextResponse } from 'next/server';
import { publicUrl } from '@/server/account/public-url';
import { turnedAway } from '@/server/origin';
import { problem } from '@/server/problem';
import { securityHeaders } from '@/server/security-headers';

/** A number used once, in a form that a header and an attribute take. */
function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/**
 * Stands before every page and route: turns foreign and oversized writes away, and sends security
 * headers along. Pages find the nonce of their scripts in the request's `x-nonce`, and in `x-embedded`
 * whether they are framed.
 */
export function proxy(request: NextRequest): Response {
  const site = publicUrl();
  const nonce = newNonce();
  const embedded = isEmbedded(request.nextUrl);
  const api = isForPrograms(request.nextUrl);
  const headers = securityHeaders({
    ...{ nonce, embedded, api },
    secure: site?.protocol === 'https:',
    development: process.env.NODE_ENV === 'development',
  });
  const refusal = turnedAway(request.method, request.headers, site, request.nextUrl.pathname);
  const response =
    refusal === null ? passedOn(request, nonce, headers, embedded) : problem(refusal);
  for (const [name, value] of headers) response.headers.set(name, value);
  return response;
}

/** Whether a route is asked rather than a page. */
const isForPrograms = ({ pathname }: URL): boolean => pathname.startsWith('/api/');

/** Whether one chart is asked for, to stand alone on somebody's page; it is shown as to a visitor. */
function isEmbedded({ pathname, searchParams }: URL): boolean {
  return /^\/trends(?:\/|$)/.test(pathname) && searchParams.get('embed') === '1';
}

/** Whether a path can be read at all: a broken percent escape cannot. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * The request as Next takes it: it reads the nonce for its own scripts from the policy. Routes read
 * none of that, and get the request as it was sent.
 */
function passedOn(
  request: NextRequest,
  nonce: string,
  headers: ReturnType<typeof securityHeaders>,
  embedded: boolean,
): NextResponse {
  const readable = isReadable(request.nextUrl.pathname);
  if (readable && isForPrograms(request.nextUrl)) return NextResponse.next();
  const sent = new Headers(request.headers);
  sent.set('x-nonce', nonce);
  if (embedded) sent.set('x-embedded', '1');
  else sent.delete('x-embedded');
  const policy = headers.find(([name]) => name === 'Content-Security-Policy');
  if (policy !== undefined) sent.set(...policy);
  const forwarded = { headers: sent };
  return readable
    ? NextResponse.next({ request: forwarded })
    : NextResponse.rewrite(new URL('/no-such-page', request.url), { request: forwarded });
}

export const config = {
  matcher: ['/((?!_next/static|_next/image).*)'],
};
