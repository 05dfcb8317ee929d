import { notThere } from '@/app/api/v1/asked';
import { askedOf } from '@/app/api/v1/lab/compare/asked';
import { pdfAnswer } from '@/app/api/v1/pdf';
import { BriefSheet } from '@/components/pdf/compare/brief-sheet';
import { compareSides } from '@/server/compare';

/** Two pacts compared, on one page to print and file. */
export async function GET(request: Request): Promise<Response> {
  const question = await askedOf(request, 'report');
  if (!question.ok) return question.response;
  const compared = await compareSides(question.asked, question.actor);
  if (!compared.ok) return notThere(compared.refusal);
  const { view } = compared;
  return pdfAnswer(
    BriefSheet({ view }),
    `servanda-${view.a.id}-${view.b.id}-${view.asOf.slice(0, 10)}.pdf`,
  );
}
