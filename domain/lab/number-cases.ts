import { severityWeights } from '@/domain/compliance-index';
import type { Pact } from '@/domain/pact';
import type { Columns } from '@/domain/sweep/columns';
import { sweep } from '@/domain/sweep/sweep';
import type { Verdict } from '@/domain/verdict';
import { type CaseFlip, gravestFlips } from './case-flip';
import { settingsOf } from './compare';
import { Meeting } from './meeting';
import type { Side } from './side';

/** A number of a comparison or of the lab: findings of one verdict under one clause. */
export interface NumberAsked {
  /** The clause of each side; null: that side has none. */
  readonly clauseA: string | null;
  readonly clauseB: string | null;
  /** The party it is about; null: all of them. */
  readonly party: string | null;
  readonly verdict: Verdict;
}

/** Most cases that a list is sent. */
export const MOST_CASES = 300;

/** The findings behind a number, the gravest first; rows may hold fewer than there are. */
export interface NumberCases {
  readonly rows: readonly CaseFlip[];
  readonly total: number;
}

const only = (side: Side, id: string | null): Side => ({
  ...side,
  pact: { ...side.pact, clauses: side.pact.clauses.filter((clause) => clause.id === id) },
});

const codesOf = ({ parties }: Pact): ReadonlySet<string> =>
  new Set(parties.map(({ code }) => code));

/**
 * The cases behind one number, the gravest first: those that either side finds so. A case of a state
 * that a party succeeds is of that party (method.md 2). Pauses between two stretches of the record.
 * @throws Error where the sides have another day, policy or day of compilation.
 */
export function* casesOfNumber(
  stretches: Iterable<Columns>,
  a: Side,
  b: Side,
  { clauseA, clauseB, party, verdict }: NumberAsked,
): Generator<undefined, CaseFlip[]> {
  const [one, two] = settingsOf(a, b);
  const [own, other] = [only(a, clauseA), only(b, clauseB)];
  const pair = { a: own.pact.clauses[0] ?? null, b: other.pact.clauses[0] ?? null };
  const members = { a: codesOf(a.pact), b: codesOf(b.pact) };
  const isOf = (found: CaseFlip): boolean =>
    (found.a.verdict === verdict && (party === null || found.party.a === party)) ||
    (found.b.verdict === verdict && (party === null || found.party.b === party));
  const weights = severityWeights(one.policy.values);
  const meeting = new Meeting([pair], [...members.a, ...members.b], weights, members, isOf);
  for (const columns of stretches) {
    meeting.add(
      sweep(columns, own.pact, one, { partiesOnly: true }),
      sweep(columns, other.pact, two, { partiesOnly: true }),
    );
    yield;
  }
  return gravestFlips(meeting.listed);
}
