import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '@/domain/dates';
import { at, incidentOf, pactOf } from '@/domain/fixtures/builders';
import type { Verdict } from '@/domain/verdict';
import { decisionOf, tally } from './commission';
import { countsAsSigned, publishedWord } from './publication';
import type { RobustnessWord } from './robustness';
import {
  absentSide,
  type Convocation,
  isSeated,
  quorumOf,
  type Roll,
  type Side,
  seatsOf,
  sidesOf,
} from './roll';
import { newVoteSchema, statementHash, type Vote, type VotePosition } from './vote';

const CONTENT = 'c0'.repeat(32);
const DAY = at('2026-12-01');
const RU = ['r1', 'r2', 'r3'];
const US = ['u1', 'u2', 'u3'];
const delegates = [
  ...RU.map((id) => ({ id, party: 'RU' })),
  ...US.map((id) => ({ id, party: 'US' })),
  { id: 'f1', party: 'FR' },
];

const sitting = (present: readonly string[], more: Partial<Convocation> = {}): Convocation => ({
  ...{ at: DAY, chair: 'chair', present, ...more },
});
const rollOf = (present: readonly string[], more: Partial<Roll> = {}): Roll => ({
  ...{ sides: { accused: ['RU'], complainant: ['US'] }, delegates, authors: [], recusals: [] },
  ...{ convocations: [sitting(present)], ...more },
});

const POSITIONS: Record<string, VotePosition> = { '+': 'uphold', '-': 'dissent', '0': 'abstain' };
/** `r1+ r2- u1+`: votes in the order they were cast. */
const votesOf = (line: string, content = CONTENT): Vote[] =>
  line
    .split(' ')
    .filter(Boolean)
    .map((word, seq) => ({
      ...{ seq, by: word.slice(0, -1), position: POSITIONS[word.slice(-1)] ?? 'abstain' },
      ...{ text: null, textHash: null, content },
    }));
const ended = (roll: Roll, votes: readonly Vote[]): string => {
  const decided = decisionOf(roll, votes, CONTENT);
  return decided.ok ? decided.decision.outcome : `no quorum: ${decided.quorum.missing.join(' ')}`;
};

describe('who sits', () => {
  const pact = pactOf({
    parties: [
      { code: 'RU', succeeds: ['SU'] },
      { code: 'US', succeeds: [] },
      { code: 'DE', succeeds: [] },
    ],
  });
  test.each<[string, string[], string, string | null]>([
    ['accused against victim', ['US'], 'RU', 'RU / US'],
    ['every bound victim', ['US', 'DE', 'FR'], 'RU', 'RU / DE US'],
    ['a state answers as its successor', ['US'], 'SU', 'RU / US'],
    ['a victim of its own act does not sit twice', ['RU', 'US'], 'RU', 'RU / US'],
    ['no other bound victim', ['RU', 'FR'], 'RU', null],
    ['no party is accused', ['US'], 'FR', null],
  ])('%s', (_what, victimStates, accused, told) => {
    const sides = sidesOf(pact, incidentOf({ victimStates }), accused);
    expect(sides && `${sides.accused.join(' ')} / ${sides.complainant.join(' ')}`).toBe(told);
  });
});

describe('quorum: two of each side who are not recused, and the chair', () => {
  test.each<[string, string[], Partial<Roll>, string]>([
    ['two and two', ['r1', 'r2', 'u1', 'u2'], {}, ''],
    ['one is missing', ['r1', 'u1', 'u2'], {}, 'accused'],
    ['nobody', [], {}, 'accused complainant'],
    ['a third party fills no seat', ['r1', 'f1', 'u1', 'u2'], {}, 'accused'],
    ['an author does not count', ['r1', 'r2', 'u1', 'u2'], { authors: ['u1'] }, 'complainant'],
    [
      'nor does who recused',
      ['r1', 'r2', 'u1', 'u2'],
      { recusals: [{ by: 'r1', ground: 'employee_of_victim' }] },
      'accused',
    ],
    [
      'unless a third came',
      ['r1', 'r2', 'r3', 'u1', 'u2'],
      { recusals: [{ by: 'r1', ground: 'employee_of_claimant' }] },
      '',
    ],
    [
      'without the chair',
      ['r1', 'r2', 'u1', 'u2'],
      { convocations: [sitting(['r1', 'r2', 'u1', 'u2'], { chair: null })] },
      'chair',
    ],
    [
      'who presides fills no seat',
      ['r1', 'r2', 'u1', 'u2'],
      { convocations: [sitting(['r1', 'r2', 'u1', 'u2'], { chair: 'u2' })] },
      'complainant',
    ],
    ['not yet convened', [], { convocations: [] }, 'chair accused complainant'],
  ])('%s', (_what, present, more, missing) => {
    expect(quorumOf(rollOf(present, more)).missing.join(' ')).toBe(missing);
  });

  test('somebody named twice has one seat', () => {
    const twice = [...delegates, { id: 'r1', party: 'RU' }];
    expect(quorumOf(rollOf(['r1', 'u1', 'u2'], { delegates: twice })).seated.accused).toBe(1);
  });
});

describe('a side that stays away from two convocations at least 14 days apart', () => {
  const both = ['r1', 'r2', 'u1', 'u2'];
  const later = (days: number, present: string[]): Convocation =>
    sitting(present, { at: DAY + days * DAY_MS });
  test.each<[string, Convocation[], string | null]>([
    ['once', [later(0, ['u1', 'u2'])], null],
    ['twice, 13 days apart', [later(0, ['u1', 'u2']), later(13, ['u1', 'u2'])], null],
    ['twice, 14 days apart', [later(0, ['u1', 'u2']), later(14, ['u1', 'u2'])], 'accused'],
    ['the other side alike', [later(0, ['r1', 'r2']), later(14, ['r1', 'r2'])], 'complainant'],
    ['in any order', [later(14, ['u1', 'u2']), later(0, ['u1', 'u2'])], 'accused'],
    ['came the first time', [later(0, both), later(14, ['u1', 'u2'])], null],
    ['came the second time', [later(0, ['u1', 'u2']), later(14, both)], null],
    [
      'came in between',
      [later(0, ['u1', 'u2']), later(7, both), later(14, ['u1', 'u2'])],
      'accused',
    ],
    ['one alone', [later(0, ['r1', 'u1', 'u2']), later(14, ['r1', 'u1', 'u2'])], 'accused'],
    ['neither side', [later(0, []), later(14, [])], null],
  ])('%s', (_what, convocations, absent) => {
    expect(absentSide(rollOf([], { convocations }))).toBe(absent);
  });
});

describe('what the votes give', () => {
  const all = [...RU, ...US];
  test.each<[string, string, string]>([
    ['both uphold', 'r1+ r2+ u1+ u2+', 'agreed'],
    ['by most of each', 'r1+ r2+ r3- u1+ u2+ u3-', 'agreed'],
    ['one side dissents', 'r1- r2- u1+ u2+', 'split'],
    ['the other dissents', 'r1+ r2+ u1- u2-', 'split'],
    ['five heads do not outvote a delegation', 'r1- r2- u1+ u2+ u3+', 'split'],
    ['silence is not assent', 'u1+ u2+', 'split'],
    ['nor is abstention', 'r1o r2o u1+ u2+'.replaceAll('o', '0'), 'split'],
    ['a tie inside is no position', 'r1+ r2- u1+ u2+', 'split'],
    ['one vote speaks for a delegation that is otherwise silent', 'r1+ u1+', 'agreed'],
    ['nobody upholds', 'r1- r2- u1- u2-', 'procedural'],
    ['one dissents, one is silent', 'r1- r2-', 'procedural'],
    ['nobody votes', '', 'procedural'],
    ['a later vote supersedes', 'r1- r1+ r2+ u1+ u2+', 'agreed'],
    ['also to abstain', 'r1+ r1- r1+ r1- r2- u1+ u1- u1+', 'split'],
    ['third parties do not vote', 'r1+ r2+ f1-', 'split'],
  ])('%s', (_what, votes, outcome) => {
    expect(ended(rollOf(all), votesOf(votes))).toBe(outcome);
  });

  test('nothing without a quorum', () => {
    expect(ended(rollOf(['r1', 'u1', 'u2']), votesOf('r1+ u1+ u2+'))).toBe('no quorum: accused');
  });

  test('a vote on other content counts for nothing', () => {
    const other = votesOf('r1+ r2+ u1+ u2+', 'ff'.repeat(32));
    expect(ended(rollOf(all), other)).toBe('procedural');
    const late = other.map((vote) => ({ ...vote, seq: vote.seq + 10 }));
    expect(ended(rollOf(all), [...votesOf('r1+ r2+ u1+ u2+'), ...late])).toBe('agreed');
  });

  test.each<[string, string, string]>([
    ['the side that came upholds', 'u1+ u2+', 'unilateral'],
    ['or dissents', 'u1- u2-', 'unilateral'],
    ['it takes no position', 'u1+ u2-', 'procedural'],
    ['votes of the absent count for nothing', 'u1+ u2+ r1-', 'unilateral'],
  ])('alone: %s', (_what, votes, outcome) => {
    const alone = ['u1', 'u2'];
    const convocations = [sitting(alone), sitting(alone, { at: DAY + 14 * DAY_MS })];
    const roll = rollOf([], { convocations });
    expect(ended(roll, votesOf(votes))).toBe(outcome);
    const decided = decisionOf(roll, votesOf(votes), CONTENT);
    expect(decided.ok && decided.decision.positions.accused).toBe(null);
  });

  test('several parties on one side count one each, however many they send', () => {
    const roll = rollOf(['r1', 'r2', 'u1', 'u2', 'u3', 'd1', 'g1'], {
      sides: { accused: ['RU'], complainant: ['DE', 'GB', 'US'] },
      delegates: [...delegates, { id: 'd1', party: 'DE' }, { id: 'g1', party: 'GB' }],
    });
    expect(ended(roll, votesOf('r1+ r2+ u1- u2- u3- d1+ g1+'))).toBe('agreed');
    expect(ended(roll, votesOf('r1+ r2+ u1- u2- u3- d1+'))).toBe('split');
    const counted = tally(roll, votesOf('u1- d1+'), CONTENT).complainant;
    expect(counted.parties.map(({ party, silent }) => `${party} ${silent}`)).toEqual([
      ...['DE 0', 'GB 1', 'US 2'],
    ]);
  });
});

describe('the published word', () => {
  const roll = rollOf([...RU, ...US]);
  const word = (verdict: Verdict, robustness: RobustnessWord, votes: string): Verdict => {
    const decided = decisionOf(roll, votesOf(votes), CONTENT);
    if (!decided.ok) throw new Error('expected a quorum');
    return publishedWord({ verdict, robustness, decision: decided.decision });
  };
  const AGREED = 'r1+ r2+ u1+ u2+';
  const SPLIT = 'r1- r2- u1+ u2+';
  const PROCEDURAL = 'r1- r2- u1- u2-';
  test.each<[Verdict, RobustnessWord, string, Verdict]>([
    ['VIOLATION_COMMISSION', 'ROBUST', AGREED, 'VIOLATION_COMMISSION'],
    ['VIOLATION_COMMISSION', 'FRAGILE', AGREED, 'VIOLATION_COMMISSION'],
    ['VIOLATION_COMMISSION', 'ROBUST', SPLIT, 'VIOLATION_COMMISSION'],
    ['VIOLATION_OMISSION', 'SENSITIVE', SPLIT, 'VIOLATION_OMISSION'],
    ['VIOLATION_OMISSION', 'FRAGILE', SPLIT, 'DISPUTED'],
    ['VIOLATION_COMMISSION', 'ROBUST', PROCEDURAL, 'DISPUTED'],
    ['DISCHARGED', 'FRAGILE', SPLIT, 'DISCHARGED'],
    ['NOT_ATTRIBUTABLE', 'ROBUST', PROCEDURAL, 'NOT_ATTRIBUTABLE'],
  ])('%s, %s, votes %s: %s', (verdict, robustness, votes, published) => {
    expect(word(verdict, robustness, votes)).toBe(published);
  });

  test('only what is published, fresh and decided counts as signed', () => {
    expect(countsAsSigned('published', 'split')).toBe(true);
    expect(countsAsSigned('published', 'procedural')).toBe(false);
    expect(countsAsSigned('stale', 'agreed')).toBe(false);
    expect(countsAsSigned('agreed', 'agreed')).toBe(false);
    expect(countsAsSigned('revoked', 'agreed')).toBe(false);
  });
});

test('a dissent is reasoned, and its hash is that of its bytes', () => {
  expect(newVoteSchema.safeParse({ position: 'dissent' }).success).toBe(false);
  expect(newVoteSchema.safeParse({ position: 'dissent', text: ' ' }).success).toBe(false);
  expect(newVoteSchema.parse({ position: 'uphold' })).toEqual({ position: 'uphold', text: null });
  // The well-known vector of FIPS 180.
  expect(statementHash('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

describe('whatever the votes', () => {
  const anyone = fc.constantFrom(...RU, ...US, 'f1', 'chair', 'stranger');
  const anyPosition = fc.constantFrom<VotePosition>('uphold', 'dissent', 'abstain');
  const anyVotes = fc
    .array(fc.tuple(anyone, anyPosition, fc.boolean()), { maxLength: 14 })
    .map((cast) =>
      cast.map(
        ([by, position, right], seq): Vote => ({
          ...{ seq, by, position, text: null, textHash: null },
          content: right ? CONTENT : 'ff'.repeat(32),
        }),
      ),
    );
  const anyRoll = fc
    .record({
      present: fc.array(fc.subarray([...RU, ...US, 'f1']), { minLength: 1, maxLength: 3 }),
      recused: fc.subarray([...RU, ...US], { maxLength: 2 }),
      authors: fc.subarray([...RU, ...US], { maxLength: 1 }),
      gap: fc.integer({ min: 10, max: 20 }),
      chair: fc.constantFrom('chair', 'chair', 'chair', 'u3', null),
    })
    .map(
      ({ present, recused, authors, gap, chair }): Roll => ({
        ...rollOf([]),
        authors,
        recusals: recused.map((by) => ({ by, ground: 'other' })),
        convocations: present.map((came, index) =>
          sitting(came, { at: DAY + index * gap * DAY_MS, chair }),
        ),
      }),
    );
  const same = (one: Roll, votes: readonly Vote[], other: Roll, others: readonly Vote[]) =>
    expect(decisionOf(other, others, CONTENT)).toEqual(decisionOf(one, votes, CONTENT));

  test('the order they are kept in does not matter', () => {
    fc.assert(
      fc.property(anyRoll, anyVotes, fc.nat(), (roll, votes, turn) => {
        const at = votes.length === 0 ? 0 : turn % votes.length;
        same(roll, votes, roll, [...votes.slice(at), ...votes.slice(0, at)].reverse());
      }),
    );
  });

  test('the order different people vote in does not matter', () => {
    fc.assert(
      fc.property(anyRoll, anyVotes, (roll, votes) => {
        const last = new Map(votes.map((vote) => [`${vote.by} ${vote.content}`, vote]));
        const turned = [...last.values()].reverse().map((vote, seq) => ({ ...vote, seq }));
        same(roll, votes, roll, turned);
      }),
    );
  });

  test('an abstention of somebody who had not voted changes nothing', () => {
    fc.assert(
      fc.property(anyRoll, anyVotes, anyone, (roll, votes, by) => {
        fc.pre(votes.every((vote) => vote.by !== by));
        const [abstention] = votesOf('x0').map((vote) => ({ ...vote, by, seq: 99 }));
        const more = abstention === undefined ? votes : [...votes, abstention];
        same(roll, votes, roll, more);
      }),
    );
  });

  test('a vote of anybody who is not seated changes nothing', () => {
    fc.assert(
      fc.property(anyRoll, anyVotes, anyVotes, (roll, votes, more) => {
        const ineligible = more.filter(({ by }) => !isSeated(roll, by));
        same(roll, votes, roll, [
          ...votes,
          ...ineligible.map((vote) => ({ ...vote, seq: vote.seq + 50 })),
        ]);
      }),
    );
  });

  test('swapping the delegations swaps their positions and nothing else', () => {
    fc.assert(
      fc.property(anyRoll, anyVotes, (roll, votes) => {
        const swapped: Roll = { ...roll, sides: { accused: ['US'], complainant: ['RU'] } };
        const one = decisionOf(roll, votes, CONTENT);
        const two = decisionOf(swapped, votes, CONTENT);
        expect(two.ok).toBe(one.ok);
        if (!one.ok || !two.ok) return;
        expect(two.decision.outcome).toBe(one.decision.outcome);
        expect(two.decision.ground).toBe(one.decision.ground);
        const { accused, complainant } = one.decision.positions;
        expect(two.decision.positions).toEqual({ accused: complainant, complainant: accused });
      }),
    );
  });

  test('a decision rests on two delegates of each side and the chair, or on a side that stayed away', () => {
    fc.assert(
      fc.property(anyRoll, anyVotes, (roll, votes) => {
        const decided = decisionOf(roll, votes, CONTENT);
        const seats = seatsOf(roll).filter((seat) => seat.present && seat.excluded === null);
        const here = (side: Side) => seats.filter((seat) => seat.side === side).length >= 2;
        const chaired = roll.convocations.at(-1)?.chair !== null;
        if (decided.ok) expect(chaired && (here('accused') || here('complainant'))).toBe(true);
        if (decided.ok && decided.decision.outcome === 'agreed')
          expect(here('accused') && here('complainant')).toBe(true);
      }),
    );
  });
});
