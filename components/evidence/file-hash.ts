/** SHA-256 of a file in lower-case hex, computed here before anything is sent. */
export async function fileHash(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  // Outside a secure context the browser offers no hash.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined)
    return (await import('@/domain/evidence-hash')).sha256Hex(new Uint8Array(bytes));
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
