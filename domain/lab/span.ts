import { assumedFrom, inForceFor } from '@/domain/bound';
import { type Instant, startOf, toDay } from '@/domain/dates';
import type { Pact } from '@/domain/pact';

/** The days between which the sliders of days move. */
export interface Span {
  /** First month (months since the year 0) of the assumed entry into force, how many there are, and the pact's own day; null: nothing is assumed. */
  readonly from: { readonly first: number; readonly places: number; readonly own: string } | null;
  /** First and last day that may be asked about. */
  readonly asOf: { readonly first: string; readonly last: string };
}

/** Nothing is assumed before this year, unless the pact itself does. */
const FIRST_YEAR = 2000;

const monthOf = (at: Instant): number => {
  const day = toDay(at);
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
};

/** The days that its pact assumes: its own, and those it names beside it. */
const assumed = ({ assumedInForce: own }: Pact): Instant[] =>
  own === null ? [] : [own, ...own.alternatives].map(startOf);

/**
 * Between which days a pact is looked at: entry into force from the year 2000, or the earliest day it
 * assumes, to today; as of any day from its own entry into force on. `since`: the policy of today
 * does not apply before.
 */
export function spanOf(pact: Pact, today: Instant, since: Instant): Span {
  const own = assumedFrom(pact);
  const entries = pact.parties.flatMap(({ code }) => inForceFor(pact, code, own)?.from ?? []);
  const first = Math.max(since, Math.min(today, ...entries));
  const asOf = { first: toDay(first), last: toDay(today) };
  if (own === null) return { from: null, asOf };
  const earliest = Math.min(FIRST_YEAR * 12, ...assumed(pact).map(monthOf));
  const latest = Math.max(monthOf(today), ...assumed(pact).map(monthOf));
  return {
    from: { first: earliest, places: latest - earliest + 1, own: toDay(own) },
    asOf,
  };
}
