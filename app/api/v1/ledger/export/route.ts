import { enter } from '@/app/api/v1/entry';
import { exportLedger } from '@/server/ledger/export';
import { forbidden } from '@/server/problem';

/** The whole ledger as a file in `servanda.ledger/1`; that it was exported is the last entry in it. */
export async function GET(request: Request): Promise<Response> {
  const entry = await enter(request, 'ledger.export', 'write');
  if (!entry.ok) return entry.response;
  const made = await exportLedger(entry.person);
  if (!made.ok) return forbidden(made.code);
  return new Response(made.bytes, {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${made.name}"`,
      'cache-control': 'no-store',
    },
  });
}
