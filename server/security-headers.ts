import 'server-only';

interface About {
  /** For this answer alone; the scripts of the page carry it. */
  readonly nonce: string;
  /** An answer for programs rather than a page. */
  readonly api: boolean;
  /** People reach the product over https. */
  readonly secure: boolean;
  /** One chart for somebody else's page, which may frame it. */
  readonly embedded?: boolean;
  /** Next's development server evaluates code and pushes changes over a web socket. */
  readonly development: boolean;
}

/** What a page may load and do. Mantine and Recharts set style attributes, hence `unsafe-inline`. */
export function contentSecurityPolicy(about: About): string {
  const { nonce, api, secure, development, embedded = false } = about;
  if (api)
    return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${embedded ? '*' : "'none'"}`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Every header that narrows what a browser will do with an answer. */
export function securityHeaders(about: About): readonly (readonly [string, string])[] {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(about)],
    ['X-Content-Type-Options', 'nosniff'],
    ...(about.embedded ? [] : [['X-Frame-Options', 'DENY'] as const]),
    // Addresses of feeds under /api are secrets.
    ['Referrer-Policy', about.api ? 'no-referrer' : 'strict-origin-when-cross-origin'],
    [
      'Permissions-Policy',
      'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
    ],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ...(about.secure ? [['Strict-Transport-Security', 'max-age=31536000'] as const] : []),
  ];
}
