import type { PartySums } from '@/domain/standing';
import type { ShownFinding } from '@/domain/standing-shape';
import type { StandingSums } from '@/domain/standing-sums';
import type { Mention } from './mention';
import { type Leading, SUM, type Tally, WIDE, wordsOf } from './tally';

/** The findings that a tally lists: a list names each of them once or more. */
export const listedOf = ({ confidence, clocks }: Tally): Mention[] =>
  [confidence, clocks.open, clocks.lapsed, clocks.met].flatMap((list) => list.first());

function partiesOf({ parties, counts, sums }: Tally): Map<string, PartySums> {
  const found = parties.flatMap((party, at): [string, PartySums][] => {
    const own = counts.subarray(at * WIDE, (at + 1) * WIDE);
    if (own.every((count) => count === 0)) return [];
    const place = at * SUM.SIZE;
    const certain = sums.of(place + SUM.CERTAIN) > 0;
    return [
      [
        party,
        {
          counts: wordsOf(own),
          vLow: sums.of(place + SUM.LOW),
          vHigh: sums.of(place + SUM.HIGH),
          expected: sums.of(place + SUM.EXPECTED),
          none: certain ? 0 : Math.exp(sums.of(place + SUM.LOG_NONE)),
        },
      ],
    ];
  });
  return new Map(found);
}

/** The sums of a standing view; `shown` puts a finding that is listed into words. */
export function sumsOfTally(tally: Tally, shown: (mention: Mention) => ShownFinding): StandingSums {
  const listed = (list: Leading) => ({ first: list.first().map(shown), total: list.total });
  const { confidence, clocks, clauses, years, months, from, to } = tally;
  return {
    parties: partiesOf(tally),
    covered: from <= to ? { from, to } : null,
    months: months.map(),
    years: new Map(clauses.map((clause, at) => [clause, years[at]?.map() ?? new Map()])),
    confidence: listed(confidence),
    clocks: { open: listed(clocks.open), lapsed: listed(clocks.lapsed), met: listed(clocks.met) },
  };
}
