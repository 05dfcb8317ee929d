/** Parameters that say where a reader came from and not what is read. */
const TRACKING = /^(?:utm_.+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|cmpid)$/i;
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(.+)$/i;

/**
 * An address as it is compared: scheme, `www.`, port, fragment, tracking parameters and a closing
 * slash left out, parameters in order, an Internet Archive copy as what it is a copy of. Null where
 * it is no http(s) address.
 */
export function comparableAddress(address: string): string | null {
  const archived = ARCHIVED.exec(address.trim());
  const original = archived?.[1] ?? address.trim();
  let url: URL;
  try {
    url = new URL(original);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const kept = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const host = url.hostname.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  return `${host}${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
}

/** The host of an address without `www.`, or null where it is none. */
export function hostOf(address: string): string | null {
  return comparableAddress(address)?.split(/[/?]/)[0] ?? null;
}
