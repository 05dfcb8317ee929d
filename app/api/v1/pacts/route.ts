import { textHash } from '@/domain/pact-text';
import { listPacts } from '@/server/pacts';

/** The library: the latest version of every pact, in the pact format. */
export async function GET(): Promise<Response> {
  const pacts = await listPacts();
  return Response.json(
    { pacts: pacts.map((pact) => ({ textHash: textHash(pact), pact })) },
    { headers: { 'cache-control': 'no-cache' } },
  );
}
