import { bodyOf, refusedFields } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { reconciliationSchema } from '@/domain/review/reconciliation';
import { reconcileCoding } from '@/server/review/reconciling';

const about = (code: string, message: string) => (variable: string) => ({
  ...{ path: `resolutions.${variable}`, code, message, level: 'refused' as const },
});
const missing = about('missing', 'the two differ here: settle it, with a reason');
const needless = about('needless', 'the two agree here: there is nothing to settle');
const repeated = about('repeated', 'settled more than once');

/** Settles where two codings differ, each difference with a value and a reason. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'coding.reconcile', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, reconciliationSchema, { status: 400 });
  if (!body.ok) return body.response;
  const done = await reconcileCoding(entry.person, (await params).id, body.value.resolutions);
  if (done.ok) return answer({ revision: done.revision });
  if (done.code === 'codes' && 'faults' in done) return refusedFields(done.faults).response;
  if (done.code === 'resolutions' && 'missing' in done)
    return refusedFields([
      ...done.missing.map(missing),
      ...done.needless.map(needless),
      ...done.repeated.map(repeated),
    ]).response;
  return refusedAct(done.code);
}
