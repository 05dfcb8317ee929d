import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FusedClaim, fuse } from './attribution';
import { type Adequacy, type Answer, adequacy } from './clock';
import { complianceIndex, type IndexedFinding } from './compliance-index';
import { type Instant, parseAsOf, toIso } from './dates';
import { dossierSchema } from './dossier';
import { assess, type Finding } from './finding';
import { pactLibrarySchema } from './pact';
import { POLICY_2026_11 as policy } from './policy';
import { garwood, rateRatio } from './rates';
import { kaplanMeier } from './survival';
import { decide, type RuleId, type TableInput, type Verdict } from './verdict';

/** The numbers of the method, kept beside the code: each file says which section it belongs to. */
const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as T;
const corpus = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8'));

const near = (value: number | null | undefined, expected: number, tolerance: number): void => {
  if (typeof value !== 'number') expect(value).toBe(expected);
  else expect(Math.abs(value - expected), `${value} for ${expected}`).toBeLessThan(tolerance);
};

interface FusionCase {
  claims: FusedClaim[];
  joint: string[][];
  expected: {
    unattributed: number;
    conflict: number;
    other: number;
    states: Record<
      string,
      {
        link: [number, number];
        state: [number, number];
        linkClusters: number;
        stateClusters: number;
      }
    >;
  };
}

test('fusion: 120 sets of claims give the opinions of method 2.4', () => {
  const { cases } = fixture<{ cases: FusionCase[] }>('fusion');
  expect(cases).toHaveLength(120);
  for (const { claims, joint, expected } of cases) {
    const fused = fuse(claims, { policy: policy.values, joint });
    near(fused.unattributed, expected.unattributed, 1e-5);
    near(fused.conflict, expected.conflict, 1e-5);
    near(fused.other, expected.other, 1e-5);
    expect([...fused.states.keys()]).toEqual(Object.keys(expected.states).sort());
    for (const [code, opinion] of Object.entries(expected.states)) {
      const state = fused.states.get(code);
      near(state?.link.lower, opinion.link[0], 1e-5);
      near(state?.link.upper, opinion.link[1], 1e-5);
      near(state?.state.lower, opinion.state[0], 1e-5);
      near(state?.state.upper, opinion.state[1], 1e-5);
      expect(state?.link.clusters).toBe(opinion.linkClusters);
      expect(state?.state.clusters).toBe(opinion.stateClusters);
    }
  }
});

interface AdequacyCase {
  knownAt: string;
  severity: number;
  ongoing: boolean;
  recurring: boolean;
  extensionDays: number;
  responses: (Omit<Answer, 'at'> & { at: string })[];
  asOf: string;
  expected: Omit<Adequacy, 'acknowledgeBy' | 'actBy' | 'ordinaryActBy' | 'obstructed'> & {
    acknowledgeBy: string;
    actBy: string;
  };
}

test('adequacy: 120 runs of the clock of method 3', () => {
  const { cases } = fixture<{ cases: AdequacyCase[] }>('adequacy');
  expect(cases).toHaveLength(120);
  for (const { responses, expected, ...input } of cases) {
    const measured = adequacy({
      ...input,
      knownAt: Date.parse(input.knownAt),
      asOf: Date.parse(input.asOf),
      answers: responses.map((response) => ({ ...response, at: Date.parse(response.at) })),
      windows: policy.values.defaultWindows,
      policy,
    });
    const shown = {
      ...measured,
      acknowledgeBy: toIso(measured.acknowledgeBy),
      actBy: toIso(measured.actBy),
    };
    expect(shown, JSON.stringify(input)).toMatchObject(expected);
  }
});

test('verdict table: 240 inputs find their rule', () => {
  const { cases } = fixture<{ cases: (TableInput & { rule: RuleId; verdict: Verdict })[] }>(
    'verdict-table',
  );
  expect(cases).toHaveLength(240);
  for (const { rule, verdict, ...input } of cases)
    expect(decide(input), JSON.stringify(input)).toMatchObject({ id: rule, verdict });
});

test('index: 40 standings give the bands of method 4', () => {
  const { cases } = fixture<{
    cases: { years: number; findings: IndexedFinding[]; expected: Record<string, number> }[];
  }>('index');
  expect(cases).toHaveLength(40);
  for (const { years, findings, expected } of cases) {
    const band = complianceIndex(findings, years, policy.values);
    near(band.vLow, expected.vLow ?? Number.NaN, 1e-4);
    near(band.vHigh, expected.vHigh ?? Number.NaN, 1e-4);
    near(band.low, expected.low ?? Number.NaN, 1e-4);
    near(band.high, expected.high ?? Number.NaN, 1e-4);
  }
});

describe('trends: rates and survival of method 5', () => {
  const trends = fixture<{
    garwood: { n: number; interval: [number, number] }[];
    rateRatio: {
      n1: number;
      t1: number;
      n2: number;
      t2: number;
      ratio: number;
      interval: [number, number];
    }[];
    kaplanMeier: {
      durations: { days: number; event: boolean }[];
      steps: { t: number; atRisk: number; events: number; s: number; se: number | null }[];
    }[];
  }>('trends');

  test.each(trends.garwood)('Garwood: $n events', ({ n, interval }) => {
    near(garwood(n).low, interval[0], 1e-4);
    near(garwood(n).high, interval[1], 1e-4);
  });
  test.each(trends.rateRatio)('$n2 in $t2 after $n1 in $t1', ({ n1, t1, n2, t2, ...expected }) => {
    const compared = rateRatio({ n: n1, exposure: t1 }, { n: n2, exposure: t2 });
    near(compared?.ratio, expected.ratio, 1e-4);
    near(compared?.low, expected.interval[0], 1e-4);
    near(compared?.high, expected.interval[1], 1e-4);
  });
  test('Kaplan-Meier: six sets of durations', () => {
    expect(trends.kaplanMeier).toHaveLength(6);
    for (const { durations, steps } of trends.kaplanMeier) {
      const curve = kaplanMeier(durations);
      expect(curve.map(({ days, atRisk, events }) => ({ t: days, atRisk, events }))).toEqual(
        steps.map(({ t, atRisk, events }) => ({ t, atRisk, events })),
      );
      curve.forEach(({ survival, error }, at) => {
        near(survival, steps[at]?.s ?? Number.NaN, 1e-4);
        const expected = steps[at]?.se ?? null;
        if (expected === null) expect(error).toBeNull();
        else near(error, expected, 1e-4);
      });
    }
  });
});

interface AssessCase {
  pact: string;
  assumedInForce: string | null;
  asOf: string;
  incidents: string[];
  /** Why a case differs from the one first given, where a record was corrected. */
  note?: string;
  expected: (Pick<
    Finding,
    'incident' | 'clause' | 'accused' | 'verdict' | 'rule' | 'failedCoverage' | 'response'
  > &
    Record<
      'link' | 'state',
      { lower: number; upper: number; clusters: number; predicate: string }
    > & { knownAt: string | null; actBy: string | null })[];
}

test('assess: the demonstration corpus under four pacts, finding by finding', () => {
  const dossiers = ['russia-west', 'china-and-others', 'territory-and-treaties'].map((name) =>
    dossierSchema.parse(corpus(name)),
  );
  const incidents = dossiers.flatMap((dossier) => dossier.incidents);
  const { pacts } = pactLibrarySchema.parse(corpus('pacts'));
  const { cases } = fixture<{ cases: AssessCase[] }>('assess');
  expect(cases.map(({ expected }) => expected.length)).toEqual([14, 32, 40, 36]);
  const text = (at: Instant | null): string | null => (at === null ? null : toIso(at));
  for (const { pact: id, assumedInForce, asOf, incidents: ids, expected } of cases) {
    const pact = pacts.find((one) => one.id === id);
    if (pact === undefined) throw new Error(`no pact ${id}`);
    const compiledOn = dossiers[0]?.compiledOn ?? '';
    const findings = assess(
      incidents.filter((incident) => ids.includes(incident.id)),
      pact,
      {
        policy,
        asOf: Date.parse(asOf),
        compiledOn,
        assumedFrom: assumedInForce === null ? undefined : Date.parse(assumedInForce),
      },
    );
    expect(parseAsOf(compiledOn)).toBe(Date.parse(asOf));
    expect(findings).toHaveLength(expected.length);
    for (const { link, state, ...words } of expected) {
      const finding = findings.find(
        ({ incident, clause, accused }) =>
          incident === words.incident && clause === words.clause && accused === words.accused,
      );
      const { incident, clause, accused } = words;
      const place = `${incident} ${clause} ${accused}`;
      expect(
        {
          ...finding,
          knownAt: text(finding?.knownAt ?? null),
          actBy: text(finding?.actBy ?? null),
        },
        place,
      ).toMatchObject(words);
      for (const [name, opinion] of Object.entries({ link, state })) {
        const own = finding?.[name === 'link' ? 'link' : 'state'];
        expect(own, place).toMatchObject({
          clusters: opinion.clusters,
          predicate: opinion.predicate,
        });
        near(own?.lower, opinion.lower, 1e-5);
        near(own?.upper, opinion.upper, 1e-5);
      }
    }
  }
});
