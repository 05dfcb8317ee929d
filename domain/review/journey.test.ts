import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '@/domain/actor';
import { DAY_MS } from '@/domain/dates';
import type { SubjectOf } from '@/domain/permission';
import { privilegeOf } from '@/domain/privilege';
import { type Attempt, nextFinding, nextRecord } from '@/domain/review';
import { type Grant, ROLES } from '@/domain/role';
import { decisionOf } from './commission';
import {
  FINDING_ACTIONS,
  FINDING_PATH,
  FINDING_STATES,
  type FindingAction,
  type FindingState,
} from './finding-path';
import type { Facts, Path } from './path';
import {
  RECORD_ACTIONS,
  RECORD_PATH,
  RECORD_STATES,
  type RecordAction,
  type RecordState,
} from './record-path';
import { type Convocation, isSeated, type Roll } from './roll';
import type { Vote, VotePosition } from './vote';

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const person = (id: string, ...grants: Grant[]): Person => ({
  ...{ kind: 'person', id, name: id, grants, disabled: false },
});
const speaks = (party: string): Grant => ({ role: 'delegate', party, pact: null });
const PEOPLE: readonly Person[] = [
  person('rec', { role: 'recorder' }),
  person('ana1', { role: 'analyst' }),
  person('ana2', { role: 'analyst' }, speaks('US')),
  person('rev1', { role: 'reviewer' }, { role: 'analyst' }),
  person('rev2', { role: 'reviewer' }, { role: 'chair' }),
  person('cha', { role: 'chair' }),
  ...['r1', 'r2', 'r3'].map((id) => person(id, speaks('RU'))),
  ...['u1', 'u2', 'u3'].map((id) => person(id, speaks('US'))),
  person('f1', speaks('FR')),
  person('aud', { role: 'auditor' }),
  person('adm', { role: 'admin' }),
];
const delegates = PEOPLE.flatMap(({ id, grants }) =>
  grants.flatMap((grant) => (grant.role === 'delegate' ? [{ id, party: grant.party }] : [])),
);
const held = (id: string, role: string): boolean =>
  PEOPLE.some((one) => one.id === id && one.grants.some((grant) => grant.role === role));

/** Everything the model keeps; what a server would keep in rows. */
interface World {
  record: RecordState;
  recordAuthors: string[];
  coded: boolean;
  reconciled: boolean;
  retraction: string | null;
  finding: FindingState | null;
  content: number;
  computed: number;
  findingAuthors: string[];
  recused: string[];
  convocations: Convocation[];
  votes: Vote[];
  publication: string | null;
  revocation: string | null;
  seq: number;
  trail: { action: string; by: string; from: string; to: string }[];
}
const fresh = (author: string): World => ({
  ...{ record: 'draft', recordAuthors: [author], coded: false, reconciled: false },
  ...{ retraction: null, finding: null, content: 0, computed: 0, findingAuthors: [], recused: [] },
  ...{ convocations: [], votes: [], publication: null, revocation: null, seq: 0, trail: [] },
});

const hashes = (content: number): string => String(content).padStart(64, '0');
const rollOf = (world: World): Roll => ({
  sides: { accused: ['RU'], complainant: ['US'] },
  ...{ delegates, authors: world.findingAuthors, convocations: world.convocations },
  recusals: world.recused.map((by) => ({ by, ground: 'other' })),
});

function factsOf(world: World, actor: string, luck: () => number): Facts {
  const decided = decisionOf(rollOf(world), world.votes, hashes(world.computed));
  return {
    ...{ second_coding: world.coded, reconciled: world.reconciled, two_sides: true },
    ...{ saved_pact: true, record_accepted: world.record === 'accepted', readable: true },
    ...{ fresh: world.content === world.computed, changed: world.content !== world.computed },
    ...{ session_open: world.convocations.length > 0, off_agenda: true, quorum: decided.ok },
    ...{ seated: isSeated(rollOf(world), actor), stepped_up: luck() < 0.9, successor: true },
  };
}

const pick = <T>(list: readonly T[], luck: () => number): T => {
  const item = list[Math.floor(luck() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const recordSubject = (world: World): SubjectOf<'incident.accept'> => ({
  ...{ kind: 'record', published: false, tlp: 'AMBER', authors: world.recordAuthors },
});
const codingAbout = (world: World): SubjectOf<'coding.reconcile'> => ({
  ...{ kind: 'coding', authors: world.recordAuthors, pendingFor: [] },
});
const findingSubject = (world: World): SubjectOf<'finding.vote'> => ({
  ...{ kind: 'finding', published: world.finding === 'published', tlp: 'AMBER', pact: 'a-pact' },
  ...{ authors: world.findingAuthors, parties: ['RU', 'US'], accused: 'RU', tabled: true },
  recused: world.recused,
});
const proposalOf = (world: World, by: string): SubjectOf<'record.second'> => ({
  ...{ kind: 'proposal', published: false, tlp: 'AMBER', proposedBy: by },
  authors: world.finding === null ? world.recordAuthors : world.findingAuthors,
});

function onRecord(world: World, action: RecordAction, actor: Person, luck: () => number): void {
  const two = action === 'retract' || action === 'restore';
  const asked = two ? world.retraction : null;
  const before = world.record;
  const attempt: Attempt = {
    ...{ actor, facts: factsOf(world, actor.id, luck) },
    subject: action === 'reconcile' ? codingAbout(world) : recordSubject(world),
    reason: luck() < 0.9 ? 'Because.' : '',
    ...(asked === null ? {} : { proposal: proposalOf({ ...world, finding: null }, asked) }),
  };
  const next = nextRecord(world.record, action, attempt);
  if (!next.ok) return;
  world.retraction = two ? (next.awaits === null ? null : actor.id) : null;
  world.record = next.state;
  if (next.awaits !== null) return;
  world.trail.push({ action, by: actor.id, from: before, to: next.state });
  if (asked !== null) expect(asked).not.toBe(actor.id);
  if (action !== 'revise' && action !== 'reconcile') return;
  world.content += 1;
  world.recordAuthors = [...new Set([...world.recordAuthors, actor.id])];
}

/** A successor starts where nobody has been. */
function begin(world: World, actor: string): void {
  world.findingAuthors = [...new Set([...world.recordAuthors, actor])];
  world.computed = world.content;
  Object.assign(world, { votes: [], recused: [], convocations: [] });
  Object.assign(world, { publication: null, revocation: null });
}

function onFinding(world: World, action: FindingAction, actor: Person, luck: () => number): void {
  const asked =
    action === 'publish' ? world.publication : action === 'revoke' ? world.revocation : null;
  const roll = rollOf(world);
  const decided = decisionOf(roll, world.votes, hashes(world.computed));
  const system = action === 'code' || action === 'go_stale';
  const about = action === 'nominate' || action === 'supersede';
  const before = world.finding;
  const next = nextFinding(world.finding, action, {
    actor: system && luck() < 0.9 ? 'system' : actor,
    subject: about ? recordSubject(world) : findingSubject(world),
    facts: factsOf(world, actor.id, luck),
    reason: luck() < 0.9 ? 'Because.' : null,
    ...(asked === null ? {} : { proposal: proposalOf(world, asked) }),
    ...(decided.ok ? { outcome: decided.decision.outcome } : {}),
  });
  if (!next.ok) return;
  if (next.awaits !== null) {
    if (action === 'publish') world.publication = actor.id;
    else world.revocation = actor.id;
    return;
  }
  world.finding = next.state;
  world.trail.push({ action, by: actor.id, from: before ?? '-', to: next.state });
  if (asked !== null) expect(asked).not.toBe(actor.id);
  if (action === 'nominate') begin(world, actor.id);
  if (action === 'recuse') world.recused.push(actor.id);
  if (action !== 'vote') return;
  world.seq += 1;
  const position = pick<VotePosition>(['uphold', 'uphold', 'dissent', 'abstain'], luck);
  const content = hashes(world.computed);
  const { seq } = world;
  world.votes.push({ seq, by: actor.id, position, text: null, textHash: null, content });
}

/** What the world does around the paths: codings come in, sittings are held, the computation follows. */
function around(world: World, luck: () => number): void {
  const dice = luck();
  if (dice < 0.3) world.coded = true;
  else if (dice < 0.5) world.reconciled = world.coded;
  else if (dice < 0.52) world.content += 1;
  else if (dice < 0.6 && world.finding === 'computed') world.computed = world.content;
  else {
    const side = pick(['r', 'u', '', '', '', ''], luck);
    const came = delegates.filter(({ id }) => !id.startsWith(side || '-') && luck() < 0.9);
    world.convocations.push({
      at: (world.convocations.length + 1) * 15 * DAY_MS,
      present: came.map(({ id }) => id),
      chair: luck() < 0.95 ? 'cha' : null,
    });
  }
}

/** Where a step may lead, written down once more and apart from the machine. */
const RECORD_LINES =
  'draft>draft draft>submitted submitted>in_review in_review>accepted in_review>returned ' +
  'submitted>revised in_review>revised accepted>revised returned>revised revised>revised ' +
  'revised>submitted draft>retracted submitted>retracted in_review>retracted accepted>retracted ' +
  'returned>retracted revised>retracted retracted>revised submitted>submitted in_review>in_review';
const ENDS = ['agreed', 'split', 'unilateral', 'procedural'];
const FINDING_LINES =
  '->computed computed>coded coded>reviewed reviewed>before_commission reviewed>reviewed ' +
  'before_commission>before_commission procedural>before_commission published>published ' +
  'published>revoked stale>revoked stale>superseded revoked>superseded coded>stale ' +
  'reviewed>stale before_commission>stale published>stale ' +
  ENDS.map((end) => `before_commission>${end} ${end}>published ${end}>stale ${end}>${end}`).join(
    ' ',
  );
const ALLOWED = {
  record: new Set(RECORD_LINES.split(' ')),
  finding: new Set(FINDING_LINES.split(' ')),
};

/** Counts the votes by hand: who may, the last of each, by side. */
function countedByHand(world: World): string {
  const sitting = world.convocations.at(-1);
  const counts = (prefix: 'RU' | 'US') => {
    const own = delegates.filter(
      ({ id, party }) =>
        party === prefix &&
        sitting?.present.includes(id) === true &&
        !world.recused.includes(id) &&
        !world.findingAuthors.includes(id),
    );
    const last = own.map(
      ({ id }) => world.votes.filter(({ by }) => by === id).at(-1)?.position ?? 'silent',
    );
    const balance =
      last.filter((vote) => vote === 'uphold').length -
      last.filter((vote) => vote === 'dissent').length;
    return { seats: own.length, position: Math.sign(balance) };
  };
  const [ru, us] = [counts('RU'), counts('US')];
  if (ru.seats >= 2 && us.seats >= 2) {
    const upheld = [ru, us].filter(({ position }) => position === 1).length;
    return ['procedural', 'split', 'agreed'][upheld] ?? '';
  }
  const here = ru.seats >= 2 ? ru : us;
  return here.position === 0 ? 'procedural' : 'unilateral';
}

function checkStep(world: World, votesBefore: number): void {
  const step = world.trail.at(-1);
  if (step === undefined) return;
  const { action, by, from, to } = step;
  const onRecordPath = RECORD_ACTIONS.some((each) => each === action);
  const lines = onRecordPath ? ALLOWED.record : ALLOWED.finding;
  expect(lines.has(`${from}>${to}`) || `${action}: ${from}>${to}`).toBe(true);
  expect(world.votes.length >= votesBefore || action === 'nominate').toBe(true);
  if (['aud', 'adm', 'f1'].includes(by)) expect(['code', 'go_stale']).toContain(action);
  switch (action) {
    case 'accept':
      expect(held(by, 'reviewer') && !world.recordAuthors.includes(by)).toBe(true);
      expect(world.coded && world.reconciled).toBe(true);
      return;
    case 'forward':
      expect(held(by, 'reviewer') && !world.findingAuthors.includes(by)).toBe(true);
      expect(world.record).toBe('accepted');
      return;
    case 'vote':
      expect(held(by, 'delegate') && !world.findingAuthors.includes(by)).toBe(true);
      expect(world.recused).not.toContain(by);
      expect(world.convocations.at(-1)?.present).toContain(by);
      return;
    case 'decide':
      expect(to).toBe(countedByHand(world));
      expect(held(by, 'chair')).toBe(true);
      return;
    case 'publish':
      expect(ENDS).toContain(from);
      expect(world.content).toBe(world.computed);
      return;
    default:
  }
}

/** Steps that are tried now and then only, so that votes come in and some findings come to their end. */
const SELDOM: readonly string[] = [
  ...['revise', 'reconcile', 'retract', 'return'],
  ...['go_stale', 'revoke', 'recuse', 'reply', 'table', 'decide'],
];

/** Mostly a step that its state and somebody's role allow, or else nothing would get far; often any. */
function guess<S extends string, A extends string>(
  path: Path<S, A>,
  actions: readonly A[],
  state: S | null,
  luck: () => number,
): { action: A; actor: Person } {
  const action = pick(actions, luck);
  if (luck() < 0.3) return { action, actor: pick(PEOPLE, luck) };
  const open = actions.filter((each) => {
    const { moves, opens } = path[each];
    return (state === null ? opens : moves[state]) !== undefined;
  });
  const forward = open.filter((each) => !SELDOM.includes(each));
  const choice = luck() < 0.85 && forward.length > 0 ? forward : open;
  if (choice.length === 0) return { action, actor: pick(PEOPLE, luck) };
  const chosen = pick(choice, luck);
  const { by } = path[chosen];
  const roles: readonly string[] =
    by === 'system' ? [] : ROLES.filter((role) => privilegeOf(by).roles.includes(role));
  const fit = PEOPLE.filter(({ grants }) => grants.some(({ role }) => roles.includes(role)));
  return { action: chosen, actor: pick(fit.length === 0 ? PEOPLE : fit, luck) };
}

/** Plays a number of actions, starting over when a finding has come to its end; returns what was reached. */
function play(seed: number, actions: number): Set<string> {
  const luck = chance(seed);
  const reached = new Set<string>();
  let world = fresh('rec');
  for (let played = 0; played < actions; played += 1) {
    if (world.finding === 'superseded' || luck() < 0.002) world = fresh(pick(PEOPLE, luck).id);
    const [steps, votes] = [world.trail.length, world.votes.length];
    if (luck() < 0.1) around(world, luck);
    if (luck() < (world.record === 'accepted' ? 0.02 : 0.7)) {
      const { action, actor } = guess(RECORD_PATH, RECORD_ACTIONS, world.record, luck);
      onRecord(world, action, actor, luck);
    } else {
      const { action, actor } = guess(FINDING_PATH, FINDING_ACTIONS, world.finding, luck);
      onFinding(world, action, actor, luck);
    }
    if (world.trail.length > steps) checkStep(world, votes);
    reached.add(`record ${world.record}`).add(`finding ${world.finding ?? '-'}`);
  }
  return reached;
}

describe('random people doing random things, 10,000 times', () => {
  test('never reach what is forbidden, nor count a vote that does not count', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        play(seed, 1_000);
      }),
      { numRuns: 10 },
    );
  });

  test('and reach everything that is not', () => {
    const reached = play(1, 10_000);
    const all = [
      ...RECORD_STATES.map((state) => `record ${state}`),
      ...FINDING_STATES.map((state) => `finding ${state}`),
    ];
    expect(all.filter((state) => !reached.has(state))).toEqual([]);
  });
});
