import { notThere } from '@/app/api/v1/asked';
import { askedOf } from '@/app/api/v1/lab/compare/asked';
import { flipRowsOf } from '@/components/compare/flip-rows';
import { isHypothetical, sideWords, sourcesLine } from '@/components/compare/side-words';
import { toCsv } from '@/components/format';
import { rowsWithOrigin } from '@/components/frame/file-rows';
import { tlpOfRows } from '@/domain/tlp';
import { compareSides } from '@/server/compare';
import { markingsOf } from '@/server/corpus/marking';

/** Every finding that two sides judge otherwise, as CSV: each row says of which two, and from where. */
export async function GET(request: Request): Promise<Response> {
  const question = await askedOf(request, 'lab');
  if (!question.ok) return question.response;
  const compared = await compareSides(question.asked, question.actor);
  if (!compared.ok) return notThere(compared.refusal);
  const { view, record } = compared;
  const { a, b } = view;
  const file = {
    title: 'Flips',
    pact: `A: ${sideWords(a)}. B: ${sideWords(b)}`,
    stamp: isHypothetical(view) ? 'HYPOTHETICAL' : null,
    sources: sourcesLine(view),
    tlp: tlpOfRows(markingsOf(record.held, record.incidents), view.flips),
  };
  return new Response(`\ufeff${toCsv(rowsWithOrigin(file, flipRowsOf(view.flips)))}`, {
    headers: {
      ...{ 'content-type': 'text/csv; charset=utf-8', vary: 'cookie' },
      'content-disposition': `attachment; filename="servanda-${a.id}-${b.id}-flips.csv"`,
      'cache-control': 'private, no-cache',
    },
  });
}
