import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partyOf } from '@/domain/bound';
import { startOf } from '@/domain/dates';
import { assess, type Finding, type Setting } from '@/domain/finding';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import { onePerIncident } from '@/domain/standing';
import { columnsOf } from '@/domain/sweep/columns';
import { VERDICTS } from '@/domain/verdict';
import type { CaseFlip } from './case-flip';
import { comparing } from './compare';
import { casesOfStanding, type GravestAsked } from './gravest-cases';
import type { Side } from './side';
import { withChanges } from './variant';

const scored = pacts.filter(({ referenceOnly }) => !referenceOnly);
const sides: fc.Arbitrary<readonly [Pact, Pact]> = fc.oneof(
  scored.map((pact): readonly [Pact, Pact] => [
    pact,
    withChanges(pact, [{ slider: 'theta.link', clause: null, value: 0.9 }]),
  ]),
  fc.tuple(scored, scored),
);
/** One of its parties answers for a state that is no party. */
const succeeding = (pact: Pact): Pact => ({
  ...pact,
  parties: pact.parties.map((one, at) => (at === 0 ? { ...one, succeeds: ['SU'] } : one)),
});

function done<T>(run: Generator<undefined, T>): T {
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}

function laidOut(incidents: readonly Incident[], setting: Setting) {
  const stretches = [];
  for (let from = 0; from < incidents.length; from += 3)
    stretches.push(columnsOf(incidents.slice(from, from + 3), setting));
  return stretches;
}

/** The explaining path: of each case of a party, the finding that counts. */
function counted(incidents: readonly Incident[], { pact, setting }: Side, party: string) {
  const begun = incidents.filter(({ started }) => startOf(started) <= setting.asOf);
  const own = assess(begun, pact, setting).filter(
    ({ accused }) => accused !== null && partyOf(pact, accused)?.code === party,
  );
  return onePerIncident(own, setting);
}

const keyOf = ({ incident, accused }: Pick<CaseFlip | Finding, 'incident' | 'accused'>): string =>
  `${incident} ${accused}`;

test('behind each count of a standing stand exactly the cases whose gravest finding it is', () => {
  let listed = 0;
  fc.assert(
    fc.property(incidentLists(), sides, settings, (drawn, both, setting) => {
      const incidents = drawn.map((incident, at) => ({ ...incident, id: `${incident.id}-${at}` }));
      const [a, b] = [
        { pact: succeeding(both[0]), setting },
        { pact: both[1], setting },
      ];
      const stretches = laidOut(incidents, setting);
      const told = done(comparing(stretches, a, b, { monitoring: [], watched: [] }));
      for (const { party, ...standing } of told.parties)
        for (const side of ['a', 'b'] as const) {
          const own = side === 'a' ? a : b;
          const expected = counted(incidents, own, party);
          for (const verdict of VERDICTS) {
            const asked: GravestAsked = { side, party, verdict };
            const list = done(casesOfStanding(stretches, a, b, asked));
            listed += list.length;
            expect(list.length).toBe(standing[side]?.counts[verdict] ?? 0);
            const same = expected.filter((one) => one.verdict === verdict);
            expect(list.map(keyOf).sort()).toEqual(same.map(keyOf).sort());
            for (const one of list) {
              const found = same.find((finding) => keyOf(finding) === keyOf(one));
              expect([one[side].verdict, one.party[side]]).toEqual([verdict, party]);
              expect(one[side === 'a' ? 'clauseA' : 'clauseB']).toBe(found?.clause);
            }
          }
        }
    }),
    { numRuns: 25 },
  );
  expect(listed).toBeGreaterThan(0);
});

test('a case that the other side finds too is told with what it finds there, by its own gravest clause', () => {
  fc.assert(
    fc.property(incidentLists(), sides, settings, (drawn, both, setting) => {
      const incidents = drawn.map((incident, at) => ({ ...incident, id: `${incident.id}-${at}` }));
      const [a, b] = [
        { pact: both[0], setting },
        { pact: both[1], setting },
      ];
      const stretches = laidOut(incidents, setting);
      for (const { code } of a.pact.parties) {
        const other = counted(incidents, b, code);
        for (const verdict of VERDICTS)
          for (const one of done(
            casesOfStanding(stretches, a, b, { side: 'a', party: code, verdict }),
          )) {
            if (partyOf(b.pact, one.accused)?.code !== code) continue;
            const found = other.find((finding) => keyOf(finding) === keyOf(one));
            expect([one.b.verdict, one.clauseB]).toEqual([found?.verdict, found?.clause]);
          }
      }
    }),
    { numRuns: 15 },
  );
});
