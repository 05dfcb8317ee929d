import { z } from 'zod';
import { badParameters } from '@/app/api/v1/asked';
import { answer } from '@/app/api/v1/entry';
import { parseParameters } from '@/domain/parameters';
import { FINDING_STATES } from '@/domain/review/finding-path';
import { slug } from '@/domain/text';
import { actorFromRequest } from '@/server/actor';
import { listFindings } from '@/server/commission/finding-list';

const querySchema = z.strictObject({
  state: z.enum(FINDING_STATES).optional(),
  incident: slug.optional(),
  pact: slug.optional(),
});

/** The findings on their way or published that the reader may see, newest first. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseParameters(querySchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  return answer({ findings: await listFindings(await actorFromRequest(request), parsed.value) });
}
