import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { sessionSecret } from './secret';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';

/** A key for one purpose, made from the product's secret (HKDF-SHA-256): it encrypts nothing else. */
const keyFor = (purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', sessionSecret(), '', `servanda ${purpose} ${VERSION}`, 32));

/**
 * Encrypts a short secret for keeping. `owner` is bound to it: it opens for nobody else, so that a
 * row copied to another account is worth nothing.
 */
export function seal(purpose: string, owner: string, plain: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, keyFor(purpose), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [
    VERSION,
    ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
  ].join('.');
}

/** What was sealed, or null where it was altered, is another's, or the product's secret has changed. */
export function unseal(purpose: string, owner: string, kept: string): string | null {
  const [version, iv, tag, sealed] = kept.split('.');
  if (version !== VERSION || !iv || !tag || !sealed) return null;
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(purpose), bytes(iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes(tag));
    return decipher.update(bytes(sealed), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
