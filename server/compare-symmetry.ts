import 'server-only';
import { startOf } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import type { PartyChange } from '@/domain/lab/compare';
import { accusesOne, exchanging } from '@/domain/lab/exchanged';
import { type Columns, columnsOf } from '@/domain/sweep/columns';
import { symmetrySentence } from '@/domain/symmetry/symmetry';
import { EXCHANGE_LIMIT } from '@/domain/view/symmetry';
import { sliced } from './compare-columns';
import type { Variant } from './lab-variant';
import { memoFor } from './standing-answer';

/** The two parties with most findings, in the order of the pact. */
export function pairOf(parties: readonly PartyChange[], side: 'a' | 'b'): [string, string] | null {
  const own = parties.filter((one) => one[side] !== null);
  const many = (one: PartyChange): number =>
    Object.entries(one[side]?.counts ?? {}).reduce(
      (sum, [verdict, count]) => sum + (verdict === 'NOT_COVERED' ? 0 : count),
      0,
    );
  const [first, second] = [...own].sort((one, two) => many(two) - many(one));
  if (first === undefined || second === undefined) return null;
  return own.indexOf(first) < own.indexOf(second)
    ? [first.party, second.party]
    : [second.party, first.party];
}

/** Incidents exchanged at once. */
const EXCHANGED = 20;

/** A side with two of its parties exchanged, in a sentence; null where too many incidents name them. */
export async function symmetryOf(
  incidents: readonly Incident[],
  { pact, setting }: Variant,
  pair: [string, string] | null,
): Promise<string | null> {
  if (pair === null) return null;
  const own = incidents.filter(
    (one) => startOf(one.started) <= setting.asOf && accusesOne(pact, pair, one),
  );
  if (own.length > EXCHANGE_LIMIT) return null;
  function* stretches(): Generator<Columns> {
    for (let from = 0; from < own.length; from += EXCHANGED)
      yield columnsOf(own.slice(from, from + EXCHANGED), setting, memoFor(setting));
  }
  const told = await sliced(exchanging(stretches(), { pact, setting }, pair));
  return told === null ? 'No incident on record accuses either.' : symmetrySentence(told);
}
