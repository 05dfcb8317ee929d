import { z } from 'zod';
import { badParameters, notThere } from '@/app/api/v1/asked';
import { toCsv } from '@/components/format';
import { jsonOf, rowsWithOrigin } from '@/components/frame/file-rows';
import { flipRows } from '@/components/lab/flip-rows';
import { labSources } from '@/components/lab/lab-sources';
import { labShape } from '@/domain/lab/address';
import { parseParameters } from '@/domain/parameters';
import { actorFromRequest } from '@/server/actor';
import { labFlips } from '@/server/lab/answer';

const flipsSchema = z.strictObject({
  ...labShape,
  format: z.enum(['csv', 'json'], 'expected csv or json').default('csv'),
});

/** Every finding that a variant turns, as a file: one row a finding, each with where it is from. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseParameters(flipsSchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const { format, ...asked } = parsed.value;
  const found = await labFlips(asked, await actorFromRequest(request));
  if (!found.ok) return notThere(found.refusal);
  const { flips, head, variant, tlp } = found;
  const { pact } = head;
  const file = {
    title: 'Findings that the variant turns',
    pact: pact.title,
    stamp:
      pact.kind === 'hypothetical' || variant.unsaved || variant.draft !== null
        ? 'HYPOTHETICAL'
        : null,
    sources: labSources(head, variant),
    tlp,
  };
  const rows = flipRows(flips);
  const isCsv = format === 'csv';
  return new Response(isCsv ? `\ufeff${toCsv(rowsWithOrigin(file, rows))}` : jsonOf(file, rows), {
    headers: {
      'content-type': `${isCsv ? 'text/csv' : 'application/json'}; charset=utf-8`,
      'content-disposition': `attachment; filename="servanda-${pact.id}-lab-flips.${format}"`,
      ...{ 'cache-control': 'private, no-cache', vary: 'cookie' },
    },
  });
}
