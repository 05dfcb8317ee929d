import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDay } from '@/domain/dates';
import { accusedStates } from '@/domain/finding';
import {
  answer,
  claimsOf,
  clauseOf,
  incidentOf,
  notice,
  on,
  pactOf,
  treatyOf,
} from '@/domain/fixtures/builders';
import { incidents, pacts, settings, swapStates } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { hashOf } from '@/domain/ledger';
import { textHash } from '@/domain/pact-text';
import { POLICY_2026_11 } from '@/domain/policy';
import {
  contentHash,
  contentOf,
  inputsOf,
  type SignedContent,
  type Signing,
  sameInputs,
  signedContentSchema,
} from './signature';
import { changesSince, inputChanges, staleness } from './staleness';

const signingOf = (changes: Partial<Signing> = {}): Signing => {
  const incident = changes.incident ?? incidentOf();
  return {
    coordinates: { incident: 'leak', clause: 'c1', accused: 'RU', asOf: '2020-01-01' },
    record: { revision: 1, payloadHash: hashOf(incident) },
    ...{ pact: pactOf(), policy: POLICY_2026_11, compiledOn: '2026-11-22' },
    ...changes,
    incident,
  };
};
const signed = (changes: Partial<Signing> = {}): SignedContent => {
  const content = contentOf(signingOf(changes));
  if (content === null) throw new Error('expected a case');
  return content;
};

describe('what is signed', () => {
  test('survives being written down, to the byte', () => {
    const content = signed();
    const kept = signedContentSchema.parse(JSON.parse(JSON.stringify(content)));
    expect(contentHash(kept)).toBe(contentHash(content));
    expect(content).toMatchObject({
      ...{ verdict: 'VIOLATION_COMMISSION', rule: 'R4', policy: '2026-11' },
      pact: { id: 'a-pact', version: 1, textHash: textHash(pactOf()) },
      stamp: { word: 'HYPOTHETICAL', assumedInForce: '2015-01-01' },
    });
  });

  test('its inputs hash is that of the inputs', () => {
    expect(signed().inputsHash).toBe(hashOf(inputsOf(signingOf())));
  });

  test('a pact that was in force bears no stamp', () => {
    const pact = treatyOf([
      ['RU', 'in_force', '2011-01-01'],
      ['US', 'in_force', '2011-01-01'],
    ]);
    expect(signed({ pact }).stamp).toBe(null);
  });

  test.each<[string, Partial<Signing>]>([
    ['nobody accuses the state', { coordinates: { ...signingOf().coordinates, accused: 'CN' } }],
    ['no such clause', { coordinates: { ...signingOf().coordinates, clause: 'c9' } }],
    ['another incident', { incident: incidentOf({ id: 'other' }) }],
    ['kept for its text only', { pact: pactOf({ referenceOnly: true }) }],
    ['every claim is retracted', { incident: incidentOf({ claims: [] }) }],
  ])('null where there is no case: %s', (_what, changes) => {
    expect(contentOf(signingOf(changes))).toBe(null);
  });
});

describe('staleness', () => {
  const policy = { ...POLICY_2026_11, version: '2027-01' };
  const weaker = claimsOf('c1 RU:LINK B2 likely K1');
  const stale = (changes: Partial<Signing>): string => {
    const now = contentOf(signingOf(changes));
    const state = staleness(signed(), now);
    return state.fresh ? 'fresh' : state.reasons.join(' ');
  };

  test.each<[string, Partial<Signing>, string]>([
    ['nothing changed', {}, 'fresh'],
    ['another day of compiling, every claim dated', { compiledOn: '2027-03-01' }, 'fresh'],
    ['a word of the summary', { incident: incidentOf({ summary: 'Mail was taken.' }) }, 'record'],
    [
      'claims that no longer carry it',
      { incident: incidentOf({ claims: weaker }) },
      'verdict rule robustness record',
    ],
    ['another version of the pact', { pact: pactOf({ version: 2 }) }, 'pact'],
    ['other words of a clause', { pact: pactOf({ clauses: [clauseOf({ text: 'No.' })] }) }, 'pact'],
    [
      'the machine test under the same words',
      {
        pact: pactOf({ clauses: [clauseOf({ theta: { state: 0.7, link: 0.5, minClusters: 2 } })] }),
      },
      'inputs',
    ],
    ['another policy', { policy }, 'policy'],
    ['nobody accuses it any more', { incident: incidentOf({ claims: [] }) }, 'gone'],
  ])('%s: %s', (_what, changes, reasons) => {
    expect(stale(changes)).toBe(reasons);
    expect(sameInputs(signed(), signingOf(changes))).toBe(reasons === 'fresh');
  });

  test('an undated claim makes the day of compiling count', () => {
    const incident = incidentOf({
      claims: claimsOf('c1 RU:STATE A1 almost_certain K1 on undated'),
    });
    const then = signingOf({ incident, compiledOn: '2016-05-01' });
    const before = contentOf(then);
    const after = contentOf({ ...then, compiledOn: '2016-06-01' });
    expect(before && staleness(before, after)).toEqual({ fresh: false, reasons: ['inputs'] });
  });

  test('what happens after the day that was signed is not read into it, and still told', () => {
    const pact = pactOf();
    const later = incidentOf({ notifications: [notice({ at: on('2024-01-01') })] });
    const now = contentOf(signingOf({ pact, incident: later }));
    expect(now?.verdict).toBe(signed().verdict);
    expect(now && staleness(signed(), now)).toEqual({ fresh: false, reasons: ['record'] });
  });

  test('what changed since is told field by field', () => {
    const incident = incidentOf({
      claims: claimsOf(`
        c1 RU:LINK A1 almost_certain K1
        c2 RU:LINK A1 almost_certain K2`),
      responses: [answer('2016-02-01', 1)],
    });
    const now = signed({ incident });
    const paths = changesSince(signed(), now).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['verdict', 'rule', 'sentence']));
    expect(paths).toContain('trace[predicate.state].outcome');
    expect(paths.some((path) => /hash/i.test(path))).toBe(false);
    const inputs = inputChanges(inputsOf(signingOf()), inputsOf(signingOf({ incident })));
    expect(inputs.map(({ path }) => path)).toContain('incident.claims[c1].proposition');
    expect(inputs.map(({ path }) => path)).toContain('incident.responses');
  });
});

describe('whatever the record', () => {
  const worlds = fc.tuple(incidents, pacts, settings).map(([incident, pact, setting]) => {
    const accused = accusedStates(incident, setting).find((state) => state !== null);
    const clause = pact.clauses[0]?.id ?? '';
    const asOf = toDay(setting.asOf);
    return accused === undefined || accused === null
      ? null
      : signingOf({
          coordinates: { incident: incident.id, clause, accused, asOf },
          ...{ incident, pact, policy: setting.policy, compiledOn: setting.compiledOn },
        });
  });
  const cases = worlds.filter((world) => world !== null);

  test('computing it again gives the same bytes, and the schema takes them', () => {
    fc.assert(
      fc.property(cases, (signing) => {
        const content = contentOf(signing);
        fc.pre(content !== null);
        const again = contentOf(JSON.parse(JSON.stringify(signing)));
        expect(staleness(content, again)).toEqual({ fresh: true });
        const kept = signedContentSchema.parse(JSON.parse(JSON.stringify(content)));
        expect(contentHash(kept)).toBe(contentHash(content));
      }),
    );
  });

  test('swapping two states everywhere swaps the finding and leaves verdict and robustness alone', () => {
    fc.assert(
      fc.property(cases, (signing) => {
        const content = contentOf(signing);
        const swapped = contentOf(swapStates(signing, 'RU', 'US'));
        fc.pre(content !== null);
        expect([swapped?.verdict, swapped?.rule, swapped?.robustness]).toEqual([
          ...[content.verdict, content.rule, content.robustness],
        ]);
      }),
    );
  });

  test('a changed word of the record never goes unseen', () => {
    fc.assert(
      fc.property(cases, (signing) => {
        const content = contentOf(signing);
        fc.pre(content !== null);
        const incident: Incident = { ...signing.incident, title: `${signing.incident.title}.` };
        const record = { revision: 2, payloadHash: hashOf(incident) };
        const now = contentOf({ ...signing, incident, record });
        expect(staleness(content, now).fresh).toBe(false);
      }),
    );
  });
});
