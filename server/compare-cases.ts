import 'server-only';
import type { Actor } from '@/domain/actor';
import type { CompareAddress } from '@/domain/lab/compare-address';
import {
  casesOfNumber,
  MOST_CASES,
  type NumberAsked,
  type NumberCases,
} from '@/domain/lab/number-cases';
import { type CompareRefusal, sidesFor } from './compare';
import { sliced, stretchesOf } from './compare-columns';

type Refused = {
  readonly ok: false;
  readonly refusal:
    | CompareRefusal
    | { readonly code: 'unknown_clause' | 'unknown_party'; readonly message: string };
};

const refuse = (code: 'unknown_clause' | 'unknown_party', message: string): Refused => ({
  ok: false,
  refusal: { code, message },
});

/** The findings behind one number of two sides, as an actor may see the record. */
export async function casesBehind(
  asked: CompareAddress,
  number: NumberAsked,
  actor: Actor,
): Promise<({ readonly ok: true } & NumberCases) | Refused> {
  const found = await sidesFor(asked, actor);
  if (!found.ok) return found;
  const { record, a, b } = found;
  const { clauseA, clauseB, party } = number;
  const lacks = ({ pact }: typeof a, id: string | null): boolean =>
    id !== null && !pact.clauses.some((clause) => clause.id === id);
  if ((clauseA === null && clauseB === null) || lacks(a, clauseA) || lacks(b, clauseB))
    return refuse('unknown_clause', 'Name a clause of either side.');
  if (party !== null && ![a, b].some(({ pact }) => pact.parties.some(({ code }) => code === party)))
    return refuse('unknown_party', `${party} is a party of neither side.`);
  const stretches = await stretchesOf(record.incidents, a.setting);
  const cases = await sliced(casesOfNumber(stretches, a, b, number));
  return { ok: true, rows: cases.slice(0, MOST_CASES), total: cases.length };
}
