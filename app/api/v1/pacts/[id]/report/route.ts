import { badParameters, notThere } from '@/app/api/v1/asked';
import { tooFast } from '@/app/api/v1/entry';
import { pdfAnswer } from '@/app/api/v1/pdf';
import { ReportSheet } from '@/components/pdf/report/report-sheet';
import { parseStandingFilter } from '@/domain/standing-filter';
import { actorFromRequest } from '@/server/actor';
import { waitFor } from '@/server/pace';
import { pactReport } from '@/server/report';
import { visibilityOf } from '@/server/review/blind';
import { addressOf } from '@/server/throttle';

/** The standing of a pact's parties as a report to print and file, under the filter of the standing page. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const parameters = new URL(request.url).searchParams;
  if (parameters.has('pact'))
    return badParameters([{ path: 'pact', message: 'expected in the path alone', record: null }]);
  parameters.set('pact', id);
  const parsed = parseStandingFilter(parameters);
  if (!parsed.ok) return badParameters(parsed.faults);
  const seconds = await waitFor('report', addressOf(request.headers.get('x-forwarded-for')));
  if (seconds !== null) return tooFast(seconds);
  const made = await pactReport(parsed.filter, await visibilityOf(await actorFromRequest(request)));
  if (!made.ok) return notThere(made.refusal);
  const { report } = made;
  return pdfAnswer(
    ReportSheet(report),
    `servanda-${id}-standing-${report.view.asOf.slice(0, 10)}.pdf`,
  );
}
