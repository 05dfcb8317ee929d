import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Letters of a code: none that a sentence or an address would swallow. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 10;

/** Longest query that gets a short address. */
export const MOST_QUERY = 2000;

/** A page with what is asked of it, under a short address. */
export interface Permalink {
  readonly code: string;
  readonly path: string;
  /** Without the question mark; parameters in order of name. */
  readonly query: string;
}

export const isPermalinkCode = (text: string): boolean =>
  text.length === LENGTH && [...text].every((letter) => LETTERS.includes(letter));

/** The parameters of an address in one fixed form, so that one question has one code. */
export function canonicalQuery(parameters: Iterable<readonly [string, string]>): string {
  const order = ([a, x]: readonly [string, string], [b, y]: readonly [string, string]): number =>
    a === b ? (x < y ? -1 : x > y ? 1 : 0) : a < b ? -1 : 1;
  const given = [...parameters].filter(([, value]) => value !== '').sort(order);
  return new URLSearchParams(given.map(([name, value]) => [name, value])).toString();
}

/**
 * The short address of a page: ten letters of the SHA-256 of path and canonical query, 59 bits. The
 * same page under the same filter always has the same.
 */
export function permalinkOf(
  path: string,
  parameters: Iterable<readonly [string, string]>,
): Permalink {
  const query = canonicalQuery(parameters);
  let rest = BigInt(`0x${bytesToHex(sha256(utf8ToBytes(`${path}?${query}`)))}`);
  let code = '';
  while (code.length < LENGTH) {
    code += LETTERS[Number(rest % 62n)] ?? '';
    rest /= 62n;
  }
  return { code, path, query };
}
