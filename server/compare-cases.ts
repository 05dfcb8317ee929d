import 'server-only';
import type { Actor } from '@/domain/actor';
import type { CompareAddress } from '@/domain/lab/compare-address';
import { casesOfStanding, type GravestAsked } from '@/domain/lab/gravest-cases';
import {
  casesOfNumber,
  MOST_CASES,
  type NumberAsked,
  type NumberCases,
} from '@/domain/lab/number-cases';
import { type CompareRefusal, sidesFor } from './compare';
import { sliced, stretchesOf } from './compare-columns';
import type { Variant } from './lab-variant';

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

/** A number of one clause of each side, or of how a party stands under one of them. */
export type AskedNumber = NumberAsked | GravestAsked;

type Sided = Readonly<Record<'a' | 'b', Pick<Variant, 'pact'>>>;

const hasParty = ({ pact }: Sided['a'], party: string): boolean =>
  pact.parties.some(({ code }) => code === party);

/** What an address names that the sides do not have. */
function refusalOf(number: AskedNumber, { a, b }: Sided): Refused | null {
  if ('side' in number)
    return hasParty(number.side === 'a' ? a : b, number.party)
      ? null
      : refuse('unknown_party', `${number.party} is no party of that side.`);
  const { clauseA, clauseB, party } = number;
  const lacks = ({ pact }: Sided['a'], id: string | null): boolean =>
    id !== null && !pact.clauses.some((clause) => clause.id === id);
  if ((clauseA === null && clauseB === null) || lacks(a, clauseA) || lacks(b, clauseB))
    return refuse('unknown_clause', 'Name a clause of either side.');
  if (party !== null && !hasParty(a, party) && !hasParty(b, party))
    return refuse('unknown_party', `${party} is a party of neither side.`);
  return null;
}

/** The findings behind one number of two sides, as an actor may see the record. */
export async function casesBehind(
  asked: CompareAddress,
  number: AskedNumber,
  actor: Actor,
): Promise<({ readonly ok: true } & NumberCases) | Refused> {
  const found = await sidesFor(asked, actor);
  if (!found.ok) return found;
  const { record, a, b } = found;
  const refusal = refusalOf(number, found);
  if (refusal !== null) return refusal;
  const stretches = await stretchesOf(record.incidents, a.setting);
  const cases = await sliced(
    'side' in number
      ? casesOfStanding(stretches, a, b, number)
      : casesOfNumber(stretches, a, b, number),
  );
  return { ok: true, rows: cases.slice(0, MOST_CASES), total: cases.length };
}
