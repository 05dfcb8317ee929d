import type { Served, ServeResult } from '@/server/evidence/opening';
import { forbidden, problem } from '@/server/problem';

/** A name for a header: plain for old readers, whole for the others. */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** A file that nothing in a browser shows, runs, guesses at or keeps. */
function handedOut({ name, mediaType, bytes }: Served): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': `${bytes.length}`,
      'content-disposition': disposition(name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  });
}

/** The file that was asked for, or why it is not handed out. */
export function fileAnswer(served: ServeResult): Response {
  if (served.ok) return handedOut(served);
  if (served.code === 'sealed')
    return problem({
      ...{ status: 403, title: 'Sealed', code: 'sealed' },
      detail:
        'This item is sealed, because showing it can hurt people again. State a reason to open it; the reason is kept.',
    });
  if (served.code === 'damaged')
    return problem({
      ...{ status: 409, title: 'Not what was stored', code: 'damaged' },
      detail:
        'The stored bytes are not what was stored, so they are not handed out. Verify the item.',
    });
  return forbidden(served.code);
}
