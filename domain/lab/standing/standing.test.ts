import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { storeOf } from '@/domain/lab/builder';
import { dayOf } from '@/domain/lab/day';
import { score, scored } from '@/domain/lab/engine';
import { layOut } from '@/domain/lab/laid';
import { partsOf } from '@/domain/lab/parts';
import { casesAgainst, pickCases } from '@/domain/lab/pick';
import { plus } from '@/domain/lab/rollup';
import type { Store } from '@/domain/lab/store';
import { isSame } from '@/domain/lab/testing/same';
import type { ShownFinding } from '@/domain/standing-shape';
import type { StandingSums } from '@/domain/standing-sums';
import { BIN_SIZES, type StandingFilter } from '@/domain/standing-view';
import { columnsOf } from '@/domain/sweep/columns';
import { selectFromSweep } from '@/domain/sweep/select';
import { sweep } from '@/domain/sweep/sweep';
import { VERDICTS, type Verdict } from '@/domain/verdict';
import { type Ids, idOf, type Mention } from './mention';
import { sumsOfTally } from './standing-sums';
import type { Tally } from './tally';
import { type Signed, tallied } from './tallying';

/** Published as it was computed, or as disputed, or not at all. */
const wordOf = (incident: string, verdict: Verdict): Verdict | null =>
  incident.length % 2 === 1 ? null : incident.length % 4 === 0 ? 'DISPUTED' : verdict;

const filters: fc.Arbitrary<StandingFilter> = fc.record({
  pact: fc.constant('a-pact'),
  from: fc.constant(null),
  asOf: fc.constant(null),
  since: fc.option(fc.constantFrom('2015-01-01', '2015-09-15', '2016-03-01')),
  until: fc.option(fc.constantFrom('2016-03-31', '2016-12-31')),
  party: fc.option(fc.constantFrom('RU', 'US', 'SU')),
  clause: fc.option(fc.constantFrom('c1', 'c2')),
  conduct: fc.option(fc.constantFrom('ransomware', 'data-theft')),
  minSeverity: fc.option(fc.integer({ min: 1, max: 5 })),
  by: fc.constantFrom(...BIN_SIZES),
  counting: fc.constantFrom('computed' as const, 'signed' as const),
});

function idsOf(incidents: readonly Incident[]): Ids {
  const encoded = incidents.map(({ id }) => new TextEncoder().encode(id));
  const idFrom = new Uint32Array(encoded.length + 1);
  encoded.forEach((bytes, at) => {
    idFrom[at + 1] = (idFrom[at] ?? 0) + bytes.length;
  });
  return { ids: Uint8Array.from(encoded.flatMap((bytes) => [...bytes])), idFrom };
}

const named = ({ incident, clause, accused, verdict, due }: ShownFinding) => ({
  ...{ incident, clause, accused, verdict, due },
});
const shownOf = (pact: { clauses: readonly { id: string }[] }) => (mention: Mention) =>
  ({
    ...{ incident: idOf(mention), accused: mention.accused, due: null },
    ...{ clause: pact.clauses[mention.clause]?.id, verdict: VERDICTS[mention.verdict] },
  }) as unknown as ShownFinding;

/** What two sums must share to the last digit, and what only rounding may move. */
function compare(one: StandingSums, other: StandingSums): void {
  const exact = ({ parties, confidence, clocks, ...rest }: StandingSums) => ({
    ...rest,
    years: new Map([...rest.years].filter(([, years]) => years.size > 0)),
    parties: new Map([...parties].map(([party, { counts }]) => [party, counts])),
    confidence: { ...confidence, first: confidence.first.map(named).map(undated) },
    clocks: Object.entries(clocks).map(([state, { first, total }]) => ({
      ...{ state, total },
      first: first.map(named).map(undated),
    })),
  });
  expect(exact(one)).toEqual(exact(other));
  for (const [party, sums] of one.parties)
    for (const name of ['vLow', 'vHigh', 'expected', 'none'] as const)
      expect(sums[name]).toBeCloseTo(other.parties.get(party)?.[name] ?? -1, 9);
}
const undated = ({ due: _, ...rest }: ReturnType<typeof named>) => rest;

interface Question {
  readonly pact: Parameters<typeof layOut>[1]['pact'];
  readonly setting: Parameters<typeof sweep>[2];
  readonly filter: StandingFilter;
}

function tallyOf(
  stores: readonly Store[],
  ids: Ids,
  { pact, setting, filter }: Question,
  skipped: ReadonlySet<number> = new Set(),
): Tally {
  const signed: Signed = (mention) => {
    const found = VERDICTS[mention.found] ?? 'PENDING';
    const word = wordOf(idOf(mention), found);
    return word === null ? -1 : VERDICTS.indexOf(word);
  };
  const tallies = stores.map((store) => {
    const day = dayOf(store, setting.asOf);
    const laid = layOut(day, { pact, assumedFrom: setting.assumedFrom ?? null });
    const side = { laid, outcomes: scored(laid, pact).outcomes };
    const counting = filter.counting === 'signed' ? signed : null;
    return tallied({ pact, filter, side, ids, skipped, signed: counting });
  });
  const [first, ...rest] = tallies;
  if (first === undefined) throw new Error('no part');
  for (const one of rest) first.plus(one);
  return first;
}

const explained = (incidents: readonly Incident[], { pact, setting, filter }: Question) =>
  selectFromSweep(
    sweep(columnsOf(incidents, setting), pact, setting, { partiesOnly: true }),
    ({ incident, verdict }) => wordOf(incident, verdict),
  ).sums(filter);

test('a standing adds up to the same from packed columns, whole and in parts, as from a sweep', () => {
  fc.assert(
    fc.property(incidentLists(8), pacts, settings, filters, (incidents, pact, setting, filter) => {
      const store = storeOf(incidents, setting);
      const question = { pact, setting, filter };
      const sums = explained(incidents, question);
      for (const stores of [[store], partsOf(store, 3)])
        compare(sumsOfTally(tallyOf(stores, idsOf(incidents), question), shownOf(pact)), sums);
    }),
    { numRuns: 120 },
  );
});

test('what is taken away and added leaves what adding up the rest leaves', () => {
  fc.assert(
    fc.property(incidentLists(8), pacts, settings, filters, (incidents, pact, setting, filter) => {
      const question = { pact, setting, filter };
      const [store, ids] = [storeOf(incidents, setting), idsOf(incidents)];
      const gone = new Set(incidents.flatMap((_, number) => (number % 3 === 1 ? [number] : [])));
      const counts = Uint8Array.from(incidents, (_, number) => (gone.has(number) ? 1 : 0));
      const taken = pickCases(
        store,
        casesAgainst(store, () => true, counts),
      );
      const left = tallyOf([store], ids, question).without(
        tallyOf([taken], ids, question),
        ({ incident }) => gone.has(incident),
      );
      const rest = incidents.filter((_, number) => !gone.has(number));
      const skipping = tallyOf([store], ids, question, gone);
      for (const made of [left ?? skipping, skipping])
        compare(sumsOfTally(made, shownOf(pact)), explained(rest, question));
    }),
    { numRuns: 80 },
  );
});

test('the parts of a store score what it scores', () => {
  fc.assert(
    fc.property(
      incidentLists(8),
      pacts,
      settings,
      fc.integer({ min: 1, max: 7 }),
      (incidents, pact, setting, size) => {
        const store = storeOf(incidents, setting);
        const question = { pact, assumedFrom: setting.assumedFrom ?? null };
        const [first, ...rest] = partsOf(store, size).map((part) =>
          score(dayOf(part, setting.asOf), question),
        );
        if (first === undefined) throw new Error('no part');
        const sum = rest.reduce((one, other) => plus(one, other), first);
        expect(isSame(sum, score(dayOf(store, setting.asOf), question))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
