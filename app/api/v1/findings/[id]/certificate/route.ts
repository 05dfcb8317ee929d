import { refusedAct } from '@/app/api/v1/findings/refused';
import { canonicalJson } from '@/domain/ledger';
import { actorFromRequest } from '@/server/actor';
import { certificateFor } from '@/server/commission/certificate';

/** The certificate of a published finding (`servanda.certificate/1`), in the one form its seal is taken over. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const made = await certificateFor(await actorFromRequest(request), id);
  if (!made.ok) return refusedAct(made);
  return new Response(canonicalJson(made.certificate), {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="servanda-certificate-${id}.json"`,
      'cache-control': 'no-store',
    },
  });
}
