import { partyOf } from '@/domain/bound';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { choose } from '@/domain/sweep/choose';
import { type Columns, columnsOf } from '@/domain/sweep/columns';
import { ruleAt } from '@/domain/sweep/row';
import type { Sweep } from '@/domain/sweep/sheet';
import { partiesOver } from '@/domain/sweep/sums';
import { sweep } from '@/domain/sweep/sweep';
import {
  type Exchange,
  exchangedIncident,
  exchangedPact,
  exchangeOf,
} from '@/domain/symmetry/exchange';
import type { Symmetry, SymmetryDifference } from '@/domain/symmetry/symmetry';
import type { Verdict } from '@/domain/verdict';
import { addedUp, countVerdicts } from '@/domain/verdict-counts';
import type { Side } from './side';

/** Whether a claim accuses one of two parties, or a state that answers as one of them. */
export function accusesOne(pact: Pact, pair: readonly string[], { claims }: Incident): boolean {
  return claims.some(({ accused }) => {
    const party = accused === null ? null : partyOf(pact, accused);
    return party !== null && pair.includes(party.code);
  });
}

type Told = Pick<SymmetryDifference, 'incident' | 'clause' | 'accused' | 'verdict'>;

function rowsOf(swept: Sweep): Told[] {
  return Array.from({ length: swept.rows }, (_, row) => ({
    incident: swept.columns.incidents[swept.incident[row] ?? -1]?.id ?? '',
    clause: swept.tests[swept.clause[row] ?? -1]?.clause.id ?? '',
    accused: swept.columns.partitions[swept.partition[row] ?? -1]?.state ?? '',
    verdict: ruleAt(swept, row).verdict,
  }));
}

function differences(one: readonly Told[], two: readonly Told[], name: Exchange) {
  const key = ({ incident, clause }: Told, accused: string) => `${incident} ${clause} ${accused}`;
  const others = new Map(two.map((told) => [key(told, told.accused), told.verdict]));
  return one.flatMap((told) => {
    const exchanged = others.get(key(told, name(told.accused))) ?? 'NOT_COVERED';
    return exchanged === told.verdict ? [] : [{ ...told, exchanged }];
  });
}

type Counts = Readonly<Record<Verdict, number>>;

function countsOf(swept: Sweep, party: string): Counts {
  const { counted } = choose(swept, { ...DEFAULT_FILTER, pact: swept.pact.id }, () => null);
  return partiesOver(swept, counted).get(party)?.counts ?? countVerdicts([]);
}

/** `symmetry` over some incidents, by the sweeping path; it equals the explaining one (tested). */
function exchangedOnce(
  columns: Columns,
  { pact, setting }: Side,
  pair: Symmetry['parties'],
): Symmetry {
  const name = exchangeOf(...pair);
  const swapped = columnsOf(
    columns.incidents.map((incident) => exchangedIncident(incident, name)),
    setting,
  );
  const only = { partiesOnly: true };
  const recorded = sweep(columns, pact, setting, only);
  const exchanged = sweep(swapped, pact, setting, only);
  const everywhere = sweep(swapped, exchangedPact(pact, name), setting, only);
  const told = rowsOf(recorded);
  return {
    parties: pair,
    sides: pair.map((party) => ({
      party,
      asRecorded: countsOf(recorded, party),
      exchanged: countsOf(exchanged, party),
    })),
    differences: differences(told, rowsOf(exchanged), name),
    holds: differences(told, rowsOf(everywhere), name).length === 0,
  };
}

function together(one: Symmetry, two: Symmetry): Symmetry {
  return {
    parties: one.parties,
    sides: one.sides.map((side, at) => ({
      party: side.party,
      asRecorded: addedUp([side.asRecorded, two.sides[at]?.asRecorded]),
      exchanged: addedUp([side.exchanged, two.sides[at]?.exchanged]),
    })),
    differences: [...one.differences, ...two.differences],
    holds: one.holds && two.holds,
  };
}

/**
 * Two parties exchanged in the record and judged by the same side (method.md, fourth principle),
 * some incidents at a time. Null where no incident accuses either.
 */
export function* exchanging(
  stretches: Iterable<Columns>,
  side: Side,
  pair: Symmetry['parties'],
): Generator<undefined, Symmetry | null> {
  let sum: Symmetry | null = null;
  for (const columns of stretches) {
    const one = exchangedOnce(columns, side, pair);
    sum = sum === null ? one : together(sum, one);
    yield;
  }
  return sum;
}
