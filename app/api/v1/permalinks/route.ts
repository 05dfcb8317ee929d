import { z } from 'zod';
import { bodyOf, KIB, refusedFields } from '@/app/api/v1/body';
import { answer, tooFast } from '@/app/api/v1/entry';
import { waitFor } from '@/server/pace';
import { keepPermalink } from '@/server/permalinks';
import { addressOf } from '@/server/throttle';

const linkSchema = z.strictObject({
  path: z.string().max(200, 'expected at most 200 characters'),
  /** Without the question mark. */
  query: z.string().max(4 * KIB, 'expected at most 4096 characters'),
});

/** A short address for a page under a filter. Anybody may have one; the same question has the same. */
export async function POST(request: Request): Promise<Response> {
  const address = addressOf(request.headers.get('x-forwarded-for'));
  const seconds = await waitFor('link', address);
  if (seconds !== null) return tooFast(seconds);
  const body = await bodyOf(request, linkSchema, { most: 8 * KIB, status: 400 });
  if (!body.ok) return body.response;
  const kept = await keepPermalink(body.value.path, body.value.query);
  if (!kept.ok)
    return refusedFields(
      kept.faults.map(({ path, message }) => ({
        path,
        message,
        code: 'invalid',
        level: 'refused',
      })),
    ).response;
  const { code } = kept.link;
  return answer({ code, path: `/p/${code}` });
}
