import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assumedFrom, partyOf } from '@/domain/bound';
import { isViolation } from '@/domain/compliance-index';
import { DAY_MS, startOf } from '@/domain/dates';
import { dossierSchema } from '@/domain/dossier';
import { assess, type Finding, findingOf, judge, type Setting } from '@/domain/finding';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { placesOf, SLIDER_IDS, SLIDERS, valueAt } from '@/domain/lab/sliders';
import { type Change, changesSchema, dayStart, withChanges } from '@/domain/lab/variant';
import { type Pact, pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { columnsOf } from '@/domain/sweep/columns';
import { FROM_MONTHS, movedOn } from './knob';
import { BUDGET } from './search';
import { type Smallest, smallestChange } from './smallest';
import type { Target, Want } from './trial';

interface Asked {
  readonly incidents: readonly Incident[];
  readonly pact: Pact;
  readonly setting: Setting;
  readonly want: Want;
  readonly targets: readonly Target[];
  readonly budget?: number;
}

function searched({ incidents, pact, setting, want, targets, budget = BUDGET }: Asked) {
  const named = new Set(targets.map(({ incident }) => incident));
  const own = columnsOf(
    incidents.filter(({ id }) => named.has(id)),
    setting,
  );
  const begun = { base: pact, pact, setting, changes: [], from: null };
  const all = [columnsOf(incidents, setting)];
  const run = smallestChange(own, all, begun, { want, targets }, budget);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}

const keyOf = ({ incident, clause, accused }: Pick<Finding, 'incident' | 'clause' | 'accused'>) =>
  `${incident} ${clause} ${accused}`;

/** The explaining path on the chosen findings, with some numbers moved. */
function achieves(
  { incidents, setting, want, targets }: Asked,
  pact: Pact,
  from: string | null,
): boolean {
  const moved = from === null ? setting : { ...setting, assumedFrom: dayStart(from) };
  return targets.every(({ incident: id, clause: clauseId, accused }) => {
    const incident = incidents.find((one) => one.id === id);
    const clause = pact.clauses.find((one) => one.id === clauseId);
    if (incident === undefined || clause === undefined) throw new Error('no such case');
    const { verdict } = findingOf(judge({ incident, pact, clause, accused, setting: moved }));
    return isViolation(verdict) === (want === 'catch');
  });
}

interface Brute {
  readonly distance: number;
  readonly words: string;
}

/** Every place of every number by itself, written out without the search's own list of them. */
function* singles({
  pact,
  setting,
  targets,
}: Asked): Generator<Brute & { pact: Pact; from: string | null }> {
  const clauses = [...new Set(targets.map(({ clause }) => clause))];
  for (const clause of clauses.length > 1 ? [null, ...clauses] : clauses)
    for (const slider of SLIDER_IDS) {
      const { read, least, most } = SLIDERS[slider];
      const held = pact.clauses
        .filter(({ id }) => clause === null || id === clause)
        .flatMap((one) => read(one) ?? []);
      if (held.length === 0) continue;
      for (let place = 0; place < placesOf(SLIDERS[slider]); place += 1) {
        const value = valueAt(SLIDERS[slider], place);
        const change: Change = { slider, clause, value };
        yield {
          ...{
            pact: withChanges(pact, [change]),
            from: null,
            words: `${slider} ${clause} ${value}`,
          },
          distance: Math.max(...held.map((now) => Math.abs(now - value))) / (most - least),
        };
      }
    }
  const now = setting.assumedFrom ?? assumedFrom(pact);
  if (pact.kind === 'historical' || now === null) return;
  for (let month = -FROM_MONTHS; month <= FROM_MONTHS; month += 1) {
    const at = new Date(now);
    const day = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + month, 1);
    if (day > setting.asOf) continue;
    const from = new Date(day).toISOString().slice(0, 10);
    const distance = Math.abs(day - now) / DAY_MS / ((2 * FROM_MONTHS * 365.25) / 12);
    yield { pact, from, distance, words: `from ${from}` };
  }
}

const asked = fc
  .record({
    drawn: incidentLists(5),
    pact: pacts.filter(({ referenceOnly }) => !referenceOnly),
    setting: settings,
    want: fc.constantFrom<Want>('clear', 'catch'),
    pick: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
  })
  .map(({ drawn, pact, setting, want, pick }): Asked | null => {
    const incidents = drawn.map((incident, at) => ({ ...incident, id: `${incident.id}-${at}` }));
    const open = assess(incidents, pact, setting).filter(
      ({ accused, verdict, rule }) =>
        accused !== null &&
        partyOf(pact, accused) !== null &&
        isViolation(verdict) === (want === 'clear') &&
        rule !== 'R1',
    );
    const chosen = new Map(
      pick.flatMap((at) => {
        const one = open[at % Math.max(1, open.length)];
        return one === undefined ? [] : [[keyOf(one), one] as const];
      }),
    );
    const targets = [...chosen.values()].map(({ incident, clause, accused }) => ({
      ...{ incident, clause, accused: accused ?? '' },
    }));
    return targets.length === 0 ? null : { incidents, pact, setting, want, targets };
  })
  .filter((question) => question !== null);

/** What is found does what it says, and no smaller change of one number does; the options. */
function isTrue(question: Asked): Smallest {
  const answer = searched(question);
  if (!answer.ok) throw new Error(answer.refusal.message);
  const { options } = answer.found;
  const { pact, targets } = question;
  for (const { set, from, achieved } of options) {
    const variant = withChanges(pact, changesSchema.parse(set));
    expect(achieves(question, variant, from)).toBe(achieved === targets.length);
  }
  const [least] = options.filter(
    ({ numbers, achieved }) => numbers === 1 && achieved === targets.length,
  );
  for (const one of singles(question))
    if (
      one.distance < (least?.distance ?? Infinity) - 1e-9 &&
      achieves(question, one.pact, one.from)
    )
      throw new Error(`${one.words} does it at ${one.distance}, nearer than ${least?.words}`);
  return answer.found;
}

describe('the smallest change', () => {
  test('does what it says by the explaining path, and no smaller change of one number does', () => {
    fc.assert(
      fc.property(asked, (question) => {
        isTrue(question);
      }),
      { numRuns: 8 },
    );
  });

  test('what it turns beside is what a full assessment turns', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const answer = searched(question);
        if (!answer.ok) throw new Error(answer.refusal.message);
        const { incidents, pact, setting, targets } = question;
        const begun = incidents.filter(({ started }) => startOf(started) <= setting.asOf);
        const before = new Map(
          assess(begun, pact, setting).map((one) => [keyOf(one), one.verdict]),
        );
        const chosen = new Set(targets.map(keyOf));
        for (const { set, from, collateral } of answer.found.options.slice(0, 4)) {
          const variant = withChanges(pact, changesSchema.parse(set));
          const moved = from === null ? setting : { ...setting, assumedFrom: dayStart(from) };
          const turned = assess(begun, variant, moved).filter(
            (one) =>
              one.accused !== null &&
              partyOf(pact, one.accused) !== null &&
              !chosen.has(keyOf(one)) &&
              before.get(keyOf(one)) !== one.verdict,
          );
          expect(collateral.count).toBe(turned.length);
          expect(collateral.turned.reduce((sum, { count }) => sum + count, 0)).toBe(turned.length);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('an address that is moved on holds the last word on each number', () => {
    const step = (change: Change) => ({ ...{ knob: change, change, from: null }, distance: 0 });
    const set: Change[] = [
      { slider: 'actDays', clause: null, value: 10 },
      { slider: 'actDays', clause: 'c1', value: 20 },
      { slider: 'theta.link', clause: 'c1', value: 0.6 },
    ];
    expect(movedOn(set, [step({ slider: 'actDays', clause: 'c1', value: 5 })])).toEqual([
      ...[set[0], set[2]],
      { slider: 'actDays', clause: 'c1', value: 5 },
    ]);
    expect(movedOn(set, [step({ slider: 'actDays', clause: null, value: 5 })])).toEqual([
      set[2],
      { slider: 'actDays', clause: null, value: 5 },
    ]);
  });
});

const corpus = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../corpus/${name}.json`, import.meta.url), 'utf8'));
const demo = ['china-and-others', 'russia-west', 'territory-and-treaties'].flatMap(
  (name) => dossierSchema.parse(corpus(name)).incidents,
);
const library = pactLibrarySchema.parse(corpus('pacts')).pacts;
const setting: Setting = {
  ...{ policy: POLICY_2026_11, compiledOn: '2026-11-22', assumedFrom: null },
  asOf: Date.parse('2026-11-22T23:59:59.999Z'),
};

function onDemo(id: string, want: Want, most: number): Smallest {
  const pact = library.find((one) => one.id === id);
  if (pact === undefined) throw new Error(`the library lacks ${id}`);
  const targets = assess(demo, pact, setting)
    .filter(
      ({ accused, verdict, rule }) =>
        accused !== null &&
        partyOf(pact, accused) !== null &&
        (want === 'clear' ? isViolation(verdict) : rule !== 'R1' && !isViolation(verdict)),
    )
    .slice(0, most)
    .map(({ incident, clause, accused }) => ({ incident, clause, accused: accused ?? '' }));
  return isTrue({ incidents: demo, pact, setting, want, targets });
}

describe('on the demonstration corpus', () => {
  test.each([
    ['anti-doxing-2017', 'clear', 1],
    ['counter-offer-2020', 'catch', 2],
    ['maximal-package', 'clear', 3],
  ] as const)('%s, %s %i: within the budget, what is nearest first', (id, want, most) => {
    const { options, stopped } = onDemo(id, want, most);
    expect([stopped, options.length > 0]).toEqual([false, true]);
    const alone = options.filter(({ numbers, achieved }) => numbers === 1 && achieved === most);
    const distances = alone.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((one, two) => one - two));
  });

  test('a search that may try little says that it stopped', () => {
    const [pact] = library.filter(({ id }) => id === 'anti-doxing-2017');
    if (pact === undefined) throw new Error('no pact');
    const violation = assess(demo, pact, setting).find(({ verdict }) => isViolation(verdict));
    const { incident = '', clause = '', accused = '' } = violation ?? {};
    const answer = searched({
      ...{ incidents: demo, pact, setting, want: 'clear', budget: 20 },
      targets: [{ incident, clause, accused: accused ?? '' }],
    });
    expect(answer).toMatchObject({ ok: true, found: { stopped: true } });
  });

  test('says so where there is nothing to do, or no such case', () => {
    const [pact] = library.filter(({ id }) => id === 'anti-doxing-2017');
    if (pact === undefined) throw new Error('no pact');
    const found = assess(demo, pact, setting).filter(({ accused }) => accused === 'RU');
    const open = found.find(({ verdict }) => !isViolation(verdict));
    const { incident = '', clause = '' } = open ?? {};
    const target = { incident, clause, accused: 'RU' };
    const question = { incidents: demo, pact, setting, want: 'clear' } as const;
    expect(searched({ ...question, targets: [target] })).toMatchObject({
      refusal: { code: 'nothing_to_do' },
    });
    expect(searched({ ...question, targets: [{ ...target, clause: 'c9' }] })).toMatchObject({
      refusal: { code: 'unknown_case' },
    });
  });
});
