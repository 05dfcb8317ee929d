import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attribution, type FusedClaim, fuse } from './attribution';
import { type Claim, CREDIBILITIES, LIKELIHOODS, RELIABILITIES } from './claim';
import { complianceIndex, type IndexedFinding } from './compliance-index';
import { assess, type Finding, judgeIncident, type Setting } from './finding';
import {
  claimLists,
  incidentLists,
  incidents,
  monitorings,
  pacts,
  settings,
  swapStates,
} from './fixtures/generators';
import type { Pact } from './pact';
import { POLICY_2026_11 } from './policy';
import { liveClaims, retract } from './retraction';
import { type CountingMode, type Standing, standings } from './standing';
import { isConsistent, rulesFor, VERDICTS } from './verdict';

/** The properties at the end of method 8, on random sets of claims and on random whole cases. */

const policy = POLICY_2026_11.values;
const states = ['RU', 'US', 'CN', 'DE', 'SU'];
const jointGroups = fc.array(fc.subarray(states, { minLength: 2, maxLength: 3 }), { maxLength: 2 });
const fused = (claims: readonly FusedClaim[], joint: string[][] = []) =>
  fuse(claims, { policy, joint });
const slightly = 1e-9;
const close = (one: number, two: number): void => {
  if (!(Math.abs(one - two) <= slightly)) throw new Error(`${one} is not ${two}`);
};
const atLeast = (one: number, two: number): void => {
  if (!(one >= two - slightly)) throw new Error(`${one} is below ${two}`);
};
function sameAttribution(one: Attribution, two: Attribution): void {
  close(one.unattributed, two.unattributed);
  close(one.conflict, two.conflict);
  close(one.other, two.other);
  expect([...one.states.keys()]).toEqual([...two.states.keys()]);
  for (const [code, { link, state }] of one.states) {
    const other = two.states.get(code);
    close(link.lower, other?.link.lower ?? Number.NaN);
    close(link.upper, other?.link.upper ?? Number.NaN);
    close(state.lower, other?.state.lower ?? Number.NaN);
    close(state.upper, other?.state.upper ?? Number.NaN);
    expect([link.clusters, state.clusters]).toEqual([other?.link.clusters, other?.state.clusters]);
  }
}
const beliefs = (attribution: Attribution, code: string) => {
  const opinions = attribution.states.get(code);
  return { link: opinions?.link.lower ?? 0, state: opinions?.state.lower ?? 0 };
};
/** A list, and the same in some other order. */
const inAnotherOrder = <T>(lists: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> =>
  lists.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  );
const claims = claimLists();
const runs = { numRuns: 400 };

describe('fusion', () => {
  test('swapping two states in the claims swaps their opinions, to the last digit', () => {
    fc.assert(
      fc.property(claims, jointGroups, (list, joint) => {
        const one = fused(list, joint);
        const two = fused(swapStates(list, 'RU', 'US'), swapStates(joint, 'RU', 'US'));
        expect([two.unattributed, two.conflict, two.other]).toEqual([
          one.unattributed,
          one.conflict,
          one.other,
        ]);
        const swapped = swapStates([...one.states], 'RU', 'US');
        expect(Object.fromEntries(two.states)).toEqual(Object.fromEntries(swapped));
      }),
      runs,
    );
  });

  test('the order of the claims does not matter, to the last digit', () => {
    const shuffled = inAnotherOrder(claims);
    fc.assert(
      fc.property(shuffled, jointGroups, ([list, other], joint) => {
        expect(fused(other, joint)).toEqual(fused(list, joint));
      }),
      runs,
    );
  });

  test('repeating what rests on the same evidence adds nothing', () => {
    fc.assert(
      fc.property(claims, fc.nat(), fc.integer({ min: 1, max: 10 }), (list, pick, times) => {
        const claim = list[pick % Math.max(1, list.length)];
        fc.pre(claim !== undefined && claim.dependence !== 'partial');
        const copies: Claim[] = Array.from({ length: times }, (_, n) => ({
          ...claim,
          id: `copy${n}`,
          dependence: 'derivative',
        }));
        sameAttribution(fused([...list, ...copies]), fused(list));
      }),
      runs,
    );
  });

  test('support for a state never lowers belief in it, nor raises what is unattributed', () => {
    fc.assert(
      fc.property(claims, claims, jointGroups, (list, more, joint) => {
        const support = more
          .filter(({ proposition }) => proposition === 'STATE' || proposition === 'LINK')
          .map((claim) => ({ ...claim, accused: 'RU' }));
        const before = fused(list, joint);
        const after = fused([...list, ...support], joint);
        atLeast(beliefs(after, 'RU').link, beliefs(before, 'RU').link);
        atLeast(beliefs(after, 'RU').state, beliefs(before, 'RU').state);
        atLeast(before.unattributed, after.unattributed);
      }),
      runs,
    );
  });

  test('raising a grade or a likelihood never lowers belief in the state it names', () => {
    const raised = (claim: Claim, how: number): Claim => {
      const next = <T>(ladder: readonly T[], value: T, step: number): T =>
        ladder[ladder.indexOf(value) + step] ?? value;
      if (how === 0)
        // F stands for D's trust: from F the ladder climbs to C, from E to D.
        return {
          ...claim,
          reliability: claim.reliability === 'F' ? 'C' : next(RELIABILITIES, claim.reliability, -1),
        };
      if (how === 1)
        return {
          ...claim,
          credibility: claim.credibility === 6 ? 4 : next(CREDIBILITIES, claim.credibility, -1),
        };
      const { likelihood, probability, ...rest } = claim;
      if (probability !== undefined) return { ...rest, probability: (probability + 0.99) / 2 };
      return likelihood === undefined
        ? claim
        : { ...rest, likelihood: next(LIKELIHOODS, likelihood, 1) };
    };
    fc.assert(
      fc.property(claims, fc.nat(), fc.nat({ max: 2 }), jointGroups, (list, pick, how, joint) => {
        const at = pick % Math.max(1, list.length);
        const claim = list[at];
        fc.pre(claim !== undefined && claim.accused !== null && claim.proposition !== 'OTHER');
        const before = beliefs(fused(list, joint), claim.accused);
        const after = beliefs(fused(list.with(at, raised(claim, how)), joint), claim.accused);
        atLeast(after.link, before.link);
        if (claim.proposition !== 'PRIVATE') atLeast(after.state, before.state);
      }),
      runs,
    );
  });

  test('the state is never believed beyond the link, at either end', () => {
    fc.assert(
      fc.property(claims, jointGroups, (list, joint) => {
        for (const { link, state } of fused(list, joint).states.values()) {
          atLeast(link.lower, state.lower);
          atLeast(link.upper, state.upper);
        }
      }),
      runs,
    );
  });

  test('without joint groups link beliefs, OTHER and ignorance make one', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const whole = fused(list);
        const linked = [...whole.states.values()].reduce((sum, { link }) => sum + link.lower, 0);
        close(linked + whole.other + whole.unattributed, 1);
      }),
      runs,
    );
  });

  test('adding a claim and retracting it is as if it had never been made', () => {
    fc.assert(
      fc.property(claims, claims, (list, [extra]) => {
        fc.pre(extra !== undefined);
        const added: Claim[] = [...list, { ...extra, id: 'added', status: 'live' }];
        const without = retract(added, 'added');
        sameAttribution(fused(without), fused(list));
        expect(without.slice(0, -1)).toEqual(list);
      }),
      runs,
    );
  });

  test('weak sources alone never exceed .4872', () => {
    const weak = claims.map((list) =>
      list.map((claim) => ({ ...claim, reliability: 'C' as const, credibility: 1 as const })),
    );
    fc.assert(
      fc.property(weak, (list) => {
        for (const { link } of fused(list).states.values()) atLeast(0.48718, link.lower);
      }),
      runs,
    );
  });
});

const cases = fc.tuple(incidentLists(4), pacts, settings);
const ofCase = ({ incident, clause, accused }: Finding) => `${incident} ${clause} ${accused}`;
const sorted = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((one, two) => (ofCase(one) < ofCase(two) ? -1 : 1));

describe('whole cases', () => {
  test('label swap: another name, the same finding and the same standing', () => {
    fc.assert(
      fc.property(
        cases,
        monitorings,
        fc.shuffledSubarray(states, { minLength: 2, maxLength: 2 }),
        fc.constantFrom<CountingMode>('computed', 'signed'),
        ([list, pact, setting], monitoring, [one = '', two = ''], counting) => {
          const findings = assess(list, pact, setting);
          const stood = standings({
            pact,
            incidents: list,
            findings,
            monitoring,
            setting,
            counting,
          });
          const swap = <T>(value: T): T => swapStates(value, one, two);
          const swappedFindings = assess(swap(list), swap(pact), setting);
          expect(sorted(swappedFindings)).toEqual(sorted(swap(findings)));
          const swappedStood = standings({
            pact: swap(pact),
            incidents: swap(list),
            findings: swappedFindings,
            monitoring: swap(monitoring),
            setting,
            counting,
          });
          expect(swappedStood.map(comparable)).toEqual(swap(stood).map(comparable));
        },
      ),
      { numRuns: 250 },
    );
  });

  test('exactly one rule for every case, on input that is consistent', () => {
    fc.assert(
      fc.property(incidents, pacts, settings, (incident, pact, setting) => {
        for (const { input, rule } of judgeIncident(incident, pact, setting)) {
          expect(isConsistent(input)).toBe(true);
          expect(rulesFor(input)).toEqual([rule]);
        }
      }),
      runs,
    );
  });

  test('adding a claim to an incident and retracting it changes no finding', () => {
    fc.assert(
      fc.property(incidents, pacts, settings, claims, (incident, pact, setting, [extra]) => {
        fc.pre(extra !== undefined);
        const { retractedOn, ...made } = { ...extra, id: 'added', derivedFrom: [] };
        const added: Claim[] = [...incident.claims, { ...made, status: 'live' }];
        const changed = { ...incident, claims: retract(added, 'added') };
        expect(assess([changed], pact, setting)).toEqual(assess([incident], pact, setting));
        expect(retractedOn === undefined || extra.status === 'retracted').toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('the order of claims, notices and answers does not matter', () => {
    const reversed = <T>(list: readonly T[]): T[] => [...list].reverse();
    fc.assert(
      fc.property(incidents, pacts, settings, (incident, pact, setting) => {
        const other = {
          ...incident,
          claims: reversed(incident.claims),
          notifications: reversed(incident.notifications),
          responses: reversed(incident.responses),
          pleas: reversed(incident.pleas),
          objections: reversed(incident.objections),
        };
        expect(assess([other], pact, setting)).toEqual(assess([incident], pact, setting));
      }),
      { numRuns: 150 },
    );
  });

  test('what comes after as-of changes nothing', () => {
    fc.assert(
      fc.property(incidents, pacts, settings, (incident, pact, setting) => {
        const past = <T extends { at: { date: string } }>(list: readonly T[]): T[] =>
          list.filter(({ at }) => Date.parse(at.date) <= setting.asOf);
        // `live` is the record of that day: an undated claim counts from the day of compilation.
        const live = new Set(
          liveClaims(incident, setting.asOf, setting.compiledOn).map(({ id }) => id),
        );
        const known = {
          ...incident,
          notifications: past(incident.notifications),
          responses: past(incident.responses),
          pleas: past(incident.pleas),
          objections: past(incident.objections),
        };
        expect(assess([known], pact, setting)).toEqual(assess([incident], pact, setting));
        const accused = assess([incident], pact, setting).map((finding) => finding.accused);
        for (const state of accused)
          expect(
            state === null ||
              incident.claims.some(({ id, accused: named }) => live.has(id) && named === state),
          ).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('numbers stay in range: beliefs and index never leave 0 to 1 and 0 to 100', () => {
    fc.assert(
      fc.property(cases, monitorings, ([list, pact, setting], monitoring) => {
        const findings = assess(list, pact, setting);
        for (const { link, state, b, u, m, severity } of findings) {
          for (const { lower, upper } of [link, state]) {
            atLeast(lower, 0);
            atLeast(upper, lower);
            atLeast(1, upper);
          }
          atLeast(link.lower, state.lower);
          atLeast(1, b + u);
          expect([0.5, 0.75, 1, 1.25]).toContain(m);
          expect([1, 2, 3, 4, 5]).toContain(severity);
        }
        for (const { low, high, index, distribution } of standingOf(
          list,
          pact,
          setting,
          findings,
          monitoring,
        )) {
          expect(index).toBe(high);
          if (low === null || high === null) continue;
          atLeast(high, low);
          atLeast(low, 0);
          atLeast(100, high);
          close(
            distribution.reduce((sum, chance) => sum + chance, 0),
            1,
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});

function standingOf(
  list: Parameters<typeof assess>[0],
  pact: Pact,
  setting: Setting,
  findings: readonly Finding[],
  monitoring: Parameters<typeof standings>[0]['monitoring'] = [],
): Standing[] {
  return standings({ pact, incidents: list, findings, monitoring, setting, counting: 'computed' });
}

/** A standing with the findings it counts in an order of its own. */
const comparable = ({ counted, ...standing }: Standing) => ({
  ...standing,
  counted: sorted(counted),
});

describe('the index', () => {
  const indexed: fc.Arbitrary<IndexedFinding[]> = fc.array(
    fc.record({
      verdict: fc.constantFrom(...VERDICTS),
      b: fc.double({ min: 0, max: 0.9, noNaN: true }),
      u: fc.double({ min: 0, max: 0.1, noNaN: true }),
      severity: fc.integer({ min: 1, max: 5 }),
      m: fc.constantFrom(0.5, 0.75, 1, 1.25),
    }),
    { maxLength: 12 },
  );
  const years = fc.double({ min: 0.1, max: 30, noNaN: true });

  test('the order of the findings changes nothing, to the last digit', () => {
    const shuffled = inAnotherOrder(indexed);
    fc.assert(
      fc.property(shuffled, years, ([list, other], time) => {
        expect(complianceIndex(other, time, policy)).toEqual(complianceIndex(list, time, policy));
      }),
      runs,
    );
  });

  test('raising a severity never raises the index', () => {
    fc.assert(
      fc.property(indexed, years, fc.nat(), (list, time, pick) => {
        const at = pick % Math.max(1, list.length);
        const finding = list[at];
        fc.pre(finding !== undefined);
        const graver = list.with(at, { ...finding, severity: Math.min(5, finding.severity + 1) });
        const [before, after] = [list, graver].map((all) => complianceIndex(all, time, policy));
        atLeast(before?.high ?? 0, after?.high ?? 0);
        atLeast(before?.low ?? 0, after?.low ?? 0);
      }),
      runs,
    );
  });

  test('pending and disputed never change V_low; discharged and the rest never enter at all', () => {
    const open = ['PENDING', 'DISPUTED'];
    const violations = ['VIOLATION_COMMISSION', 'VIOLATION_OMISSION'];
    fc.assert(
      fc.property(indexed, years, (list, time) => {
        const all = complianceIndex(list, time, policy);
        const found = list.filter(({ verdict }) => violations.includes(verdict));
        expect(complianceIndex(found, time, policy).vLow).toBe(all.vLow);
        const relevant = list.filter(({ verdict }) => [...violations, ...open].includes(verdict));
        expect(complianceIndex(relevant, time, policy)).toEqual(all);
      }),
      runs,
    );
  });

  test('the same of whole standings', () => {
    fc.assert(
      fc.property(cases, ([list, pact, setting]) => {
        const findings = assess(list, pact, setting);
        const whole = standingOf(list, pact, setting, findings);
        const kept = (verdicts: string[]) =>
          standingOf(
            list,
            pact,
            setting,
            findings.filter(({ verdict }) => verdicts.includes(verdict)),
          );
        const violations = kept(['VIOLATION_COMMISSION', 'VIOLATION_OMISSION']);
        whole.forEach((standing, at) => {
          if (standing.band === null) return;
          close(violations[at]?.band?.vLow ?? Number.NaN, standing.band.vLow);
          const found = standing.counted.filter(({ verdict }) => verdict.startsWith('VIOLATION'));
          const weights = found.map(({ b, m, severity }) => b * m * 2 ** (severity - 1));
          close(
            weights.reduce((sum, weight) => sum + weight, 0),
            standing.band.vLow,
          );
        });
      }),
      { numRuns: 200 },
    );
  });

  test('raising the severity of what happened never raises the index of a standing', () => {
    // Without due diligence: a shorter, urgent deadline may let an obstruction fall after it, where
    // it only flags (method 3), so that a graver case can be discharged where a lesser is not.
    const plain = pacts.map((pact) => ({
      ...pact,
      clauses: pact.clauses.map((clause) => ({ ...clause, dueDiligence: null })),
    }));
    fc.assert(
      fc.property(incidentLists(3), plain, settings, (list, pact, setting) => {
        const graver = list.map((incident) => ({
          ...incident,
          severity: Math.min(5, incident.severity + 1),
        }));
        const before = standingOf(list, pact, setting, assess(list, pact, setting));
        const after = standingOf(graver, pact, setting, assess(graver, pact, setting));
        before.forEach((standing, at) => {
          if (standing.index !== null) atLeast(standing.index, after[at]?.index ?? 0);
        });
      }),
      { numRuns: 200 },
    );
  });
});
