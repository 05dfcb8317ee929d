import { textHash } from '@/domain/pact-text';
import { getPact, listPactVersions } from '@/server/pacts';
import { forbidden, problem } from '@/server/problem';

/** One pact in the pact format, at a version (`?version=1`) or at its latest. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('version');
  if (asked !== null && !/^[1-9]\d{0,5}$/.test(asked))
    return problem({
      ...{ status: 400, title: 'Not a version', code: 'invalid_query' },
      detail: 'Versions count from 1.',
      faults: [{ path: 'version', message: 'expected a whole number from 1' }],
    });
  const { id } = await params;
  const pact = await getPact(id, asked === null ? undefined : Number(asked));
  if (pact === null) return forbidden('hidden');
  const versions = await listPactVersions(id);
  return Response.json(
    {
      textHash: textHash(pact),
      versions: versions.map(({ version, textHash: hash, recordedAt }) => ({
        ...{ version, textHash: hash, recordedAt: recordedAt.toISOString() },
      })),
      pact,
    },
    { headers: { 'cache-control': 'no-cache' } },
  );
}
