import { z } from 'zod';
import { bodyOf } from '@/app/api/v1/body';
import { MOST_DRAFT } from '@/app/api/v1/drafts/envelope';
import { answer, enter } from '@/app/api/v1/entry';
import { incidentDraftSchema } from '@/domain/incident-draft';
import { TOO_LARGE } from '@/server/corpus/size';
import { likenessHints } from '@/server/incident/likeness';
import { visibilityOf } from '@/server/review/blind';

const asked = z.strictObject({ draft: incidentDraftSchema });

/**
 * Records that may tell of the same incident as a draft: a hint and never a refusal. `unsearched`: why
 * none was looked for; null: all were.
 */
export async function POST(request: Request): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'hint');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, asked, { most: MOST_DRAFT, status: 400 });
  if (!body.ok) return body.response;
  const hints = await likenessHints(body.value.draft, await visibilityOf(entry.person));
  return answer({ hints: hints ?? [], unsearched: hints === null ? TOO_LARGE : null });
}
