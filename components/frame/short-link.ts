/** A short address for a page under what is asked of it. */
export async function shortLink(path: string, query: URLSearchParams): Promise<string> {
  const reply = await fetch('/api/v1/permalinks', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, query: query.toString() }),
  });
  if (!reply.ok) throw new Error(`${reply.status}`);
  const { path: short }: { path: string } = await reply.json();
  return `${location.origin}${short}`;
}

/** Whether a text went to the clipboard; without a secure context there is none. */
export const copied = (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false);
