import type { Progress } from '@/domain/lab/smallest/search';
import type { Smallest } from '@/domain/lab/smallest/smallest';

type Line = { readonly progress: Progress } | { readonly found: Smallest };

/** What the server refuses, in its words. */
export class SearchRefused extends Error {}

async function refusalOf(reply: Response): Promise<string> {
  const body: unknown = await reply.json().catch(() => null);
  const detail = typeof body === 'object' && body !== null ? Reflect.get(body, 'detail') : null;
  return typeof detail === 'string' ? detail : 'The search could not be made. Try again.';
}

/** Whole lines out of the pieces that come, and what is left of the last. */
function linesOf(text: string): readonly [lines: Line[], rest: string] {
  const parts = text.split('\n');
  const rest = parts.pop() ?? '';
  return [parts.filter((part) => part !== '').map((part): Line => JSON.parse(part)), rest];
}

/** Asks for a search and follows it line by line; aborting the signal ends it on the server too. */
export async function followSearch(
  query: string,
  signal: AbortSignal,
  told: (progress: Progress) => void,
): Promise<Smallest> {
  const reply = await fetch(`/api/v1/lab/smallest?${query}`, {
    signal,
    headers: { accept: 'application/x-ndjson' },
  });
  if (!reply.ok || reply.body === null) throw new SearchRefused(await refusalOf(reply));
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    const [lines, rest] = linesOf(text + (value ?? ''));
    text = rest;
    for (const line of lines)
      if ('found' in line) return line.found;
      else told(line.progress);
    if (done) throw new SearchRefused('The search broke off. Try again.');
  }
}
