import 'server-only';

/** The weights of an Accept-Encoding header by coding: from 0, refused, to 1. One that cannot be read refuses. */
function weightsIn(header: string): ReadonlyMap<string, number> {
  const parts = header.toLowerCase().split(',');
  return new Map(
    parts.map((part) => {
      const [coding = '', weight = 'q=1'] = part.split(';').map((each) => each.trim());
      return [coding, Number(/^q=([01](?:\.\d{0,3})?)$/.exec(weight)?.[1] ?? 0)];
    }),
  );
}

/** Whether whoever sent an Accept-Encoding header takes gzip, and would not rather have the plain bytes (RFC 9110, 12.5.3). */
export function takesGzip(header: string | null): boolean {
  const weights = weightsIn(header ?? '');
  const gzip = weights.get('gzip') ?? weights.get('*') ?? 0;
  return gzip > 0 && gzip >= (weights.get('identity') ?? 0);
}
