import { z } from 'zod';
import { badParameters, notThere } from '@/app/api/v1/asked';
import { toCsv } from '@/components/format';
import { type FileHead, jsonOf, rowsWithOrigin } from '@/components/frame/file-rows';
import { findingRowsOf } from '@/components/frame/finding-rows';
import type { Rows } from '@/components/frame/save';
import { sourcesOf } from '@/components/sources';
import { parseParameters } from '@/domain/parameters';
import { parseStandingFilter } from '@/domain/standing-filter';
import { actorFromRequest } from '@/server/actor';
import { visibilityOf } from '@/server/review/blind';
import { everyFinding } from '@/server/standing';

const FORMATS = {
  csv: {
    type: 'text/csv',
    write: (head: FileHead, rows: Rows) => `\ufeff${toCsv(rowsWithOrigin(head, rows))}`,
  },
  json: { type: 'application/json', write: jsonOf },
} as const;

const formatSchema = z.strictObject({ format: z.enum(['csv', 'json']).default('csv') });

/** Every finding under a filter as a file: one row an incident and accused state, each with where it is from. */
export async function GET(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  const format = parseParameters(
    formatSchema,
    new URLSearchParams([...parameters].filter(([name]) => name === 'format')),
  );
  parameters.delete('format');
  const parsed = parseStandingFilter(parameters);
  if (!format.ok || !parsed.ok)
    return badParameters([format, parsed].flatMap((one) => (one.ok ? [] : one.faults)));
  const answer = await everyFinding(
    parsed.filter,
    await visibilityOf(await actorFromRequest(request)),
  );
  if (!answer.ok) return notThere(answer.refusal);
  const { head, rows, tlp } = answer.value;
  const { type, write } = FORMATS[format.value.format];
  const { pact } = head;
  const file = {
    title: 'Findings',
    pact: pact.title,
    stamp: pact.kind === 'hypothetical' ? 'HYPOTHETICAL' : null,
    sources: sourcesOf(head),
    tlp,
  };
  return new Response(write(file, findingRowsOf(rows)), {
    headers: {
      ...{ 'content-type': `${type}; charset=utf-8`, vary: 'cookie' },
      'content-disposition': `attachment; filename="servanda-${pact.id}-findings.${format.value.format}"`,
      ...{ 'cache-control': 'private, no-cache', etag: answer.tag },
    },
  });
}
