import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partyOf } from '@/domain/bound';
import { startOf } from '@/domain/dates';
import { assess, type Finding, type Setting } from '@/domain/finding';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { watchedIn } from '@/domain/monitoring';
import type { Clause, Pact } from '@/domain/pact';
import { standings } from '@/domain/standing';
import { columnsOf } from '@/domain/sweep/columns';
import { symmetry } from '@/domain/symmetry/symmetry';
import { VERDICTS } from '@/domain/verdict';
import { countVerdicts } from '@/domain/verdict-counts';
import { type CaseFlip, countsFor, verdictOf } from './case-flip';
import { clauseChanges } from './clause-change';
import { type Comparison, comparing } from './compare';
import { exchanging } from './exchanged';
import { casesOfNumber, type NumberAsked } from './number-cases';
import { pairClauses, redline } from './redline';
import { type Side, sideChanges } from './side';
import { SLIDER_IDS, SLIDERS, valueAt } from './sliders';
import { withChanges } from './variant';

function laidOut(incidents: readonly Incident[], setting: Setting, stretch: number) {
  const stretches = [];
  for (let from = 0; from < incidents.length; from += stretch)
    stretches.push(columnsOf(incidents.slice(from, from + stretch), setting));
  return stretches;
}

function compared(incidents: readonly Incident[], a: Side, b: Side, stretch = 3): Comparison {
  const stretches = laidOut(incidents, a.setting, stretch);
  const watched = watchedIn(
    incidents.filter(({ started }) => startOf(started) <= a.setting.asOf),
    a.setting,
  );
  const run = comparing(stretches, a, b, { monitoring: [], watched });
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}

/** The explaining path over what has begun by the day and accuses a party. */
function found(incidents: readonly Incident[], { pact, setting }: Side): Finding[] {
  return assess(
    incidents.filter(({ started }) => startOf(started) <= setting.asOf),
    pact,
    setting,
  ).filter(({ accused }) => accused !== null && partyOf(pact, accused) !== null);
}

function behind(
  incidents: readonly Incident[],
  a: Side,
  b: Side,
  asked: NumberAsked,
): readonly CaseFlip[] {
  const run = casesOfNumber(laidOut(incidents, a.setting, 3), a, b, asked);
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}

const variants = fc
  .record({
    pact: pacts.filter(({ referenceOnly }) => !referenceOnly),
    slider: fc.constantFrom(...SLIDER_IDS),
    place: fc.nat(6),
  })
  .map(({ pact, slider, place }): readonly [Pact, Pact] => [
    pact,
    withChanges(pact, [{ slider, clause: null, value: valueAt(SLIDERS[slider], place) }]),
  ]);
const sides: fc.Arbitrary<readonly [Pact, Pact]> = fc.oneof(
  variants,
  fc.tuple(pacts, pacts).filter(([a, b]) => !a.referenceOnly && !b.referenceOnly),
);
const cases = fc.record({ incidents: incidentLists(), both: sides, setting: settings });
const sideOf = (pact: Pact, setting: Setting): Side => ({ pact, setting });
/** Ids within a list are unique in any corpus. */
const distinct = (incidents: readonly Incident[]): Incident[] =>
  incidents.map((incident, at) => ({ ...incident, id: `${incident.id}-${at}` }));

describe('comparing two sides', () => {
  test('counts, totals and flips are those of the explaining path, whatever the stretches', () => {
    fc.assert(
      fc.property(
        cases,
        fc.integer({ min: 1, max: 9 }),
        ({ incidents: drawn, both, setting }, n) => {
          const incidents = distinct(drawn);
          const [a, b] = both.map((pact): Side => ({ pact, setting }));
          if (a === undefined || b === undefined) return;
          const told = compared(incidents, a, b, n);
          const of = { a: found(incidents, a), b: found(incidents, b) };
          told.pairs.forEach((pair, at) => {
            for (const { party, ...cell } of told.matrix[at]?.cells ?? [])
              for (const [name, side] of [
                ['a', a],
                ['b', b],
              ] as const) {
                const clause = pair[name];
                const member = side.pact.parties.some(({ code }) => code === party);
                const own = of[name].filter(
                  (one) =>
                    one.clause === clause?.id &&
                    partyOf(side.pact, one.accused ?? '')?.code === party,
                );
                expect(cell[name]).toEqual(clause === null || !member ? null : countVerdicts(own));
              }
          });
          const verdict = (list: readonly Finding[], clause: Clause | null, like: Finding) =>
            list.find(
              (one) =>
                one.clause === clause?.id &&
                one.incident === like.incident &&
                one.accused === like.accused,
            )?.verdict ?? 'NOT_COVERED';
          const flips = new Set(
            told.pairs.flatMap((pair, at) =>
              [...of.a, ...of.b]
                .filter((one) => verdict(of.a, pair.a, one) !== verdict(of.b, pair.b, one))
                .map((one) => `${one.incident} ${at} ${one.accused}`),
            ),
          );
          expect(
            told.flips
              .map(({ incident, pair, accused }) => `${incident} ${pair} ${accused}`)
              .sort(),
          ).toEqual([...flips].sort());
          for (const name of ['a', 'b'] as const) {
            const { R0, R2, R3 } = told.undecidable[name];
            const open = of[name].filter(({ rule }) => ['R0', 'R2', 'R3'].includes(rule));
            expect(R0 + R2 + R3).toBe(open.length);
          }
          const { pact } = a;
          const begun = incidents.filter(({ started }) => startOf(started) <= setting.asOf);
          const question = { pact, incidents: begun, findings: of.a, monitoring: [], setting };
          for (const { party, word, counts, low, high } of standings({
            ...question,
            counting: 'computed',
          })) {
            const own = told.parties.find((one) => one.party === party)?.a;
            expect([own?.word, own?.counts]).toEqual([word, counts]);
            expect(own?.low ?? -1).toBeCloseTo(low ?? -1, 6);
            expect(own?.high ?? -1).toBeCloseTo(high ?? -1, 6);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('behind each number of the matrix stand exactly as many findings, and those that turn are told of their party', () => {
    fc.assert(
      fc.property(cases, ({ incidents: drawn, both, setting }) => {
        const incidents = distinct(drawn);
        const succeeding = (pact: Pact): Pact => ({
          ...pact,
          parties: pact.parties.map((one, at) => (at === 0 ? { ...one, succeeds: ['SU'] } : one)),
        });
        const [a, b] = [sideOf(succeeding(both[0]), setting), sideOf(both[1], setting)];
        const told = compared(incidents, a, b);
        told.pairs.forEach((pair, at) => {
          const clauses = { clauseA: pair.a?.id ?? null, clauseB: pair.b?.id ?? null };
          for (const { party, ...cell } of told.matrix[at]?.cells ?? [])
            for (const verdict of VERDICTS) {
              const list = behind(incidents, a, b, { ...clauses, party, verdict });
              for (const side of ['a', 'b'] as const)
                expect(
                  list.filter((one) => one[side].verdict === verdict && one.party[side] === party)
                    .length,
                ).toBe(cell[side]?.[verdict] ?? 0);
            }
        });
        for (const flip of told.flips) {
          const parties = told.parties.filter(({ party }) => countsFor(party, flip));
          expect(parties.length).toBeGreaterThan(0);
          for (const side of ['a', 'b'] as const)
            if (flip[side].verdict !== null)
              expect(flip.party[side]).toBe(
                partyOf(side === 'a' ? a.pact : b.pact, flip.accused)?.code,
              );
        }
      }),
      { numRuns: 15 },
    );
  });

  test('a side compared with itself differs in nothing; changing places changes places', () => {
    fc.assert(
      fc.property(cases, ({ incidents: drawn, both, setting }) => {
        const incidents = distinct(drawn);
        const [a, b] = [sideOf(both[0], setting), sideOf(both[1], setting)];
        expect(compared(incidents, a, a).flips).toEqual([]);
        expect(sideChanges(a, a)).toEqual([]);
        const there = compared(incidents, a, b);
        const back = compared(incidents, b, a);
        expect(
          new Set(back.flips.map((one) => `${one.incident} ${one.accused} ${one.clauseB}`)),
        ).toEqual(
          new Set(there.flips.map((one) => `${one.incident} ${one.accused} ${one.clauseA}`)),
        );
        for (const flip of there.flips) expect(verdictOf(flip.a)).not.toBe(verdictOf(flip.b));
      }),
      { numRuns: 20 },
    );
  });
});

test('two parties exchanged stretch by stretch are what they are all at once', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 9 }), ({ incidents: drawn, both, setting }, n) => {
      const [pact] = both;
      const [one, two] = pact.parties.map(({ code }) => code);
      if (one === undefined || two === undefined) return;
      const incidents = distinct(drawn).filter(({ started }) => startOf(started) <= setting.asOf);
      const whole = symmetry(incidents, pact, [one, two], setting);
      const stretches = [];
      for (let from = 0; from < incidents.length; from += n)
        stretches.push(columnsOf(incidents.slice(from, from + n), setting));
      const run = exchanging(stretches, { pact, setting }, [one, two]);
      let step = run.next();
      while (step.done !== true) step = run.next();
      const told = step.value;
      if (told === null) return;
      expect([told.sides, told.holds]).toEqual([whole.sides, whole.holds]);
      expect(told.differences).toHaveLength(whole.differences.length);
    }),
    { numRuns: 30 },
  );
});

test('a redline holds both texts, letter by letter', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc
      .array(fc.constantFrom('shall', 'should', 'not', 'act', '30', '60', 'days,', '\n'), {
        maxLength: 20,
      })
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const runs = redline(a, b);
      const without = (side: 'a' | 'b') =>
        runs
          .filter(({ of }) => of !== side)
          .map(({ text }) => text)
          .join('');
      expect([without('b'), without('a')]).toEqual([a, b]);
    }),
  );
});

test('every clause of both sides stands in one pair; versions pair by id', () => {
  fc.assert(
    fc.property(pacts, pacts, (a, b) => {
      const pairs = pairClauses(a, b);
      const of = (side: 'a' | 'b') => pairs.flatMap((pair) => pair[side] ?? []);
      expect(of('a')).toEqual(a.clauses);
      expect(new Set(of('b'))).toEqual(new Set(b.clauses));
      expect(of('b')).toHaveLength(b.clauses.length);
      for (const pair of pairClauses(a, { ...b, id: a.id }))
        if (pair.a !== null && pair.b === null)
          expect(b.clauses.some(({ id }) => id === pair.a.id)).toBe(false);
      for (const pair of pairClauses(a, a)) expect(pair).toMatchObject({ by: 'id', moved: false });
    }),
    { numRuns: 60 },
  );
});

describe('clauses side by side', () => {
  const clause = (id: string, text: string, reference = `On ${text}`): Clause => {
    const [base] = fc.sample(pacts, { numRuns: 1, seed: 7 });
    const [first] = base?.clauses ?? [];
    if (first === undefined) throw new Error('no clause was drawn');
    return { ...first, id, reference, text };
  };
  const THEFT = 'The Parties shall not take documents from servers of political parties.';
  const LEAK = 'Neither Party shall publish what was taken from a ministry.';
  const ACT = 'Each Party acts within thirty days of being told.';

  test.each([
    [
      'reordered',
      [clause('c1', THEFT), clause('c2', LEAK)],
      [clause('c2', LEAK), clause('c1', THEFT)],
      ['c1=c1', 'c2=c2 moved'],
    ],
    ['reworded', [clause('c1', THEFT)], [clause('c9', `${THEFT} Nor from newspapers.`)], ['c1=c9']],
    [
      'one taken out',
      [clause('c1', THEFT), clause('c2', LEAK)],
      [clause('c1', THEFT)],
      ['c1=c1', 'c2='],
    ],
    [
      'one put between',
      [clause('c1', THEFT), clause('c2', LEAK)],
      [clause('c1', THEFT), clause('c3', ACT), clause('c2', LEAK)],
      ['c1=c1', '=c3', 'c2=c2'],
    ],
    ['nothing in common', [clause('c1', THEFT)], [clause('c1', ACT)], ['c1=', '=c1']],
    ['same reference', [clause('c1', THEFT, 'Art. 1')], [clause('c7', ACT, 'Art. 1')], ['c1=c7']],
  ])('%s, in pacts that are no versions of one another', (_, a, b, expected) => {
    const told = pairClauses({ id: 'a', clauses: a }, { id: 'b', clauses: b }).map((pair) => {
      const moved = pair.a !== null && pair.b !== null && pair.moved ? ' moved' : '';
      return `${pair.a?.id ?? ''}=${pair.b?.id ?? ''}${moved}`;
    });
    expect(told).toEqual(expected);
  });
});

test('two clauses have no change exactly where their tests are the same', () => {
  const lists = (clause: Clause): Clause => {
    const sorted = <T>(list: readonly T[]): T[] => [...new Set(list)].sort();
    return {
      ...clause,
      conduct: sorted(clause.conduct),
      objects: sorted(clause.objects),
      conductExclusions: sorted(clause.conductExclusions),
      objectExclusions: sorted(clause.objectExclusions),
      commissionLimbs: sorted(clause.commissionLimbs),
      exceptions: [...clause.exceptions].sort((x, y) => (x.code < y.code ? -1 : 1)),
    };
  };
  fc.assert(
    fc.property(pacts, pacts, ({ clauses: [one] }, { clauses: [two] }) => {
      if (one === undefined || two === undefined) return;
      expect(clauseChanges(one, one)).toEqual([]);
      const fields = Object.keys(one).filter(
        (field) => !['id', 'reference', 'text', 'severityShift'].includes(field),
      );
      for (const field of fields) {
        const mixed = { ...one, [field]: Reflect.get(two, field) };
        const same = JSON.stringify(lists(mixed)) === JSON.stringify(lists(one));
        if (!same) expect([field, clauseChanges(one, mixed).length]).not.toEqual([field, 0]);
      }
    }),
    { numRuns: 100 },
  );
});
