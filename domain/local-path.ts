/** Stands for any site at all: whatever resolves away from it leaves ours. */
const BASE = 'http://servanda.invalid';

/**
 * Where to go back to, as a path of this site: an address that leads elsewhere, in any of the ways
 * a browser reads one (`//host`, `/\host`, `https:host`, hidden control characters), becomes `/`.
 */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, BASE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, BASE);
  if (origin !== BASE || pathname.startsWith('//')) return '/';
  return `${pathname}${search}${hash}`;
}
