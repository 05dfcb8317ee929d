import { notThere } from '@/app/api/v1/asked';
import { FLIPS_SHOWN } from '@/domain/lab/compare-view';
import { compareSides } from '@/server/compare';
import { askedOf } from './asked';

/** Two pacts, saved or variants, by what they say and by what they find. */
export async function GET(request: Request): Promise<Response> {
  const question = await askedOf(request, 'lab');
  if (!question.ok) return question.response;
  const compared = await compareSides(question.asked, question.actor);
  if (!compared.ok) return notThere(compared.refusal);
  const { view, record } = compared;
  const shown = { ...view, flips: view.flips.slice(0, FLIPS_SHOWN), withheld: record.withheld };
  return Response.json(shown, {
    headers: { 'cache-control': 'private, no-cache', vary: 'cookie' },
  });
}
