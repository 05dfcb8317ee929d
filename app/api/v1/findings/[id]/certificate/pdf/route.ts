import { refusedAct } from '@/app/api/v1/findings/refused';
import { pdfAnswer } from '@/app/api/v1/pdf';
import { CertificateSheet } from '@/components/pdf/certificate-sheet';
import { actorFromRequest } from '@/server/actor';
import { certificateFor } from '@/server/commission/certificate';
import { findingPage } from '@/server/commission/finding-page';

/** The same certificate as a sheet to print and file. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const actor = await actorFromRequest(request);
  const made = await certificateFor(actor, id);
  const page = made.ok ? await findingPage(actor, id) : made;
  if (!made.ok) return refusedAct(made);
  if (!page.ok) return refusedAct(page);
  const { incident, pact, clause } = page.view;
  const about = { incident: incident.title, pact: pact.title, clause, tlp: made.tlp };
  return pdfAnswer(
    CertificateSheet({ certificate: made.certificate, about }),
    `servanda-certificate-${id}.pdf`,
  );
}
