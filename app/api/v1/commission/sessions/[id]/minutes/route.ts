import { pdfAnswer } from '@/app/api/v1/pdf';
import { MinutesSheet } from '@/components/pdf/minutes-sheet';
import { HOUSE, may } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { minutesOf } from '@/server/commission/minutes';
import { forbidden } from '@/server/problem';

/** The minutes of a session as a sheet to print and file. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = may(actor, 'commission.read', HOUSE);
  if (!decision.allowed) return forbidden(decision.code);
  const { id } = await params;
  const minutes = await minutesOf(actor, id);
  if (minutes === null) return forbidden('hidden');
  return pdfAnswer(MinutesSheet({ minutes }), `servanda-minutes-${id}.pdf`);
}
