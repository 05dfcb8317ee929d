/** Letters and figures that are not taken for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 10;

/**
 * An id for a new entry, such as `c-k3m9x2p7qa`: 10 signs of 31, about 49 bits, so that two people
 * who add entries to one record at the same time never mean two things by one name.
 */
export function newId(
  prefix: string,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const limit = 256 - (256 % SIGNS.length);
  let signs = '';
  while (signs.length < LENGTH)
    for (const byte of random(new Uint8Array(LENGTH * 2)))
      if (byte < limit && signs.length < LENGTH) signs += SIGNS[byte % SIGNS.length];
  return `${prefix}-${signs}`;
}
