import type { Person } from '@/domain/actor';
import { codesOfRecord, differences } from '@/domain/review/coding';
import type { Resolution } from '@/domain/review/reconciliation';
import { DEMO_STEP_UP_KEY } from '@/server/account/demo';
import { codeAt } from '@/server/account/totp';
import { convene, recordPresence } from '@/server/commission/convocations';
import { decide } from '@/server/commission/deciding';
import { forward } from '@/server/commission/forwarding';
import { nominate } from '@/server/commission/nominating';
import { proposeFor, second } from '@/server/commission/publishing';
import { closeSession, openSession, table } from '@/server/commission/sessions';
import { recuse, replyTo } from '@/server/commission/statements';
import { vote } from '@/server/commission/voting';
import { database } from '@/server/database';
import { logRecord } from '@/server/incident/logging';
import { keptRevision } from '@/server/incident/record';
import { reviseRecord } from '@/server/incident/revising';
import { firstIn, secondIn } from '@/server/review/coding';
import { handInCoding, requestCoding, takeCoding } from '@/server/review/coding-acts';
import { liveCoding } from '@/server/review/coding-state';
import { actOnRecord, type RecordAct } from '@/server/review/judging';
import { reconcileCoding } from '@/server/review/reconciling';
import { type Member, member } from './commission';
import { anIncident } from './incident';

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
type Luck = () => number;
const pick = <T>(list: readonly T[], luck: Luck): T | undefined =>
  list[Math.floor(luck() * list.length)];

/** What came of one act: refusals are values, and nothing may be thrown. */
export interface Told {
  readonly act: string;
  readonly ok: boolean;
  readonly code: string | null;
}

/** People of every role, some of several, so that each guard has somebody to stop. */
export async function crowd(): Promise<Member[]> {
  const named: [string, ...string[]][] = [
    ...['rec1', 'rec2'].map((name): [string, string] => [name, 'recorder']),
    ...['ana1', 'ana2', 'ana3', 'ana4'].map((name): [string, string] => [name, 'analyst']),
    ['ana5', 'analyst', 'delegate US'],
    ['rev1', 'reviewer', 'analyst'],
    ['rev2', 'reviewer'],
    ['rev3', 'reviewer', 'chair'],
    ['rev4', 'reviewer'],
    ...['cha1', 'cha2'].map((name): [string, string] => [name, 'chair']),
    ...['r1', 'r2', 'r3'].map((name): [string, string] => [name, 'delegate RU']),
    ...['u1', 'u2', 'u3'].map((name): [string, string] => [name, 'delegate US']),
    ['f1', 'delegate FR'],
    ['aud', 'auditor'],
    ['adm', 'admin'],
  ];
  const made: Member[] = [];
  for (const [name, ...words] of named) made.push(await member(name, ...words));
  return made;
}

/** A right code most of the time; tests do not wait for the next half minute. */
async function codeFor({ id }: Person, luck: Luck): Promise<string> {
  if (luck() < 0.03) return '000000';
  const fresh = { lastStep: null, failures: 0, failingSince: null };
  await database().stepUp.updateMany({ where: { userId: id }, data: fresh });
  return codeAt(DEMO_STEP_UP_KEY, Date.now());
}

interface Turn {
  readonly who: Person;
  readonly luck: Luck;
  readonly everybody: readonly Person[];
  /** The name of the incident, finding, session or coding it is about, and the revision it shows. */
  readonly id: string;
  readonly revision: number;
}
type Outcome = { readonly ok: boolean; readonly code?: string };
type Act = (turn: Turn) => Promise<Outcome>;

const onRecord =
  (action: RecordAct): Act =>
  ({ who, id, revision }) => {
    const reason = action === 'return' ? 'Look again' : null;
    return actOnRecord(who, id, { action, reason, basedOn: revision });
  };

const codingOf = async (id: string) => (await liveCoding(id))?.id ?? id;

async function handIn({ who, id, luck }: Turn): Promise<Outcome> {
  const coding = await liveCoding(id);
  const kept = coding === null ? null : await keptRevision(id, coding.revision);
  if (coding === null || kept === null) return { ok: false, code: 'none' };
  const codes = codesOfRecord(kept.incident);
  return handInCoding(who, coding.id, luck() < 0.5 ? codes : { ...codes, severity: 5 });
}

async function reconcile({ who, id, luck }: Turn): Promise<Outcome> {
  const coding = await liveCoding(id);
  if (coding === null || coding.handedInAt === null) return { ok: false, code: 'none' };
  const [first, other] = [firstIn(coding), secondIn(coding)];
  const value = luck() < 0.5 ? first.severity : other.severity;
  const open = differences(first, other).some(({ variable }) => variable === 'severity');
  const settled: Resolution[] = open ? [{ variable: 'severity', value, reason: 'Weighed' }] : [];
  return reconcileCoding(who, coding.id, luck() < 0.05 ? [] : settled);
}

async function revise({ who, id, revision, luck }: Turn): Promise<Outcome> {
  const incident = anIncident(id, { severity: 1 + Math.floor(luck() * 5) });
  return reviseRecord(who, id, revision, { incident, reason: 'As the sources say' });
}

const RECORD: Readonly<Record<string, Act>> = {
  submit: onRecord('submit'),
  take_up: onRecord('take_up'),
  accept: onRecord('accept'),
  return: onRecord('return'),
  revise,
  take: async ({ who, id }) => takeCoding(who, await codingOf(id)),
  hand_in: handIn,
  reconcile,
  request: ({ who, id, revision }) => requestCoding(who, id, revision),
  nominate: ({ who, id }) =>
    nominate(who, { incident: id, pact: 'a-pact', clause: 'c1', accused: 'RU' }),
};

async function cast({ who, id, luck }: Turn): Promise<Outcome> {
  const row = await database().finding.findUnique({ where: { id }, select: { contentHash: true } });
  const content = luck() < 0.05 ? '0'.repeat(64) : (row?.contentHash ?? '0'.repeat(64));
  const bound = { content, stepUp: await codeFor(who, luck) };
  const position = pick(['uphold', 'uphold', 'dissent', 'abstain'] as const, luck) ?? 'uphold';
  return position === 'dissent'
    ? vote(who, id, { position, text: 'The clusters are one.', ...bound })
    : vote(who, id, { position, text: null, ...bound });
}

const holderIn = (everybody: readonly Person[], role: string): Person => {
  const who = everybody.find(
    ({ grants }) => grants.length === 1 && grants.some((grant) => grant.role === role),
  );
  if (who === undefined) throw new Error(`nobody is ${role} alone`);
  return who;
};

/** Brings a record to a finding that waits for the commission, by people who may. */
async function broughtForward(everybody: readonly Person[], id: string): Promise<string> {
  const [analyst, reviewer] = [holderIn(everybody, 'analyst'), holderIn(everybody, 'reviewer')];
  const acting = { reason: null, basedOn: 1 };
  await actOnRecord(analyst, id, { action: 'submit', ...acting });
  const coding = await liveCoding(id);
  const coder = everybody.find((each) => each.id === coding?.secondCoderId);
  if (coding === null || coder === undefined) throw new Error(`${id} is not coded`);
  await handInCoding(coder, coding.id, codesOfRecord(anIncident(id)));
  await actOnRecord(reviewer, id, { action: 'accept', ...acting });
  const question = { incident: id, pact: 'a-pact', clause: 'c1', accused: 'RU' };
  const made = await nominate(analyst, question);
  const done = made.ok ? await forward(reviewer, made.id) : made;
  if (!made.ok || !done.ok) throw new Error(`${id} was not forwarded`);
  return made.id;
}

/** Records that wait, sessions that are open and findings before them: something to begin with. */
export async function something(everybody: readonly Person[]): Promise<void> {
  const [recorder, chair] = [holderIn(everybody, 'recorder'), holderIn(everybody, 'chair')];
  const ids = Array.from({ length: 12 }, (_, n) => `first-${n}`);
  for (const id of ids) await logRecord(recorder, { incident: anIncident(id), reason: 'A report' });
  const present = everybody
    .filter(({ grants }) => grants.some(({ role }) => role === 'delegate'))
    .map(({ id }) => id);
  for (const id of ids.slice(0, 2)) {
    const opened = await openSession(chair, { title: 'A session' });
    if (!opened.ok) throw new Error(opened.code);
    await convene(chair, opened.id, { present });
    const finding = await broughtForward(everybody, id);
    await table(chair, { finding, session: opened.id });
  }
}

const openSessionId = async (luck: Luck) => {
  const open = await database().commissionSession.findMany({ where: { closedAt: null } });
  return pick(open, luck)?.id ?? '0'.repeat(36);
};

async function secondOne({ who, id, luck }: Turn): Promise<Outcome> {
  const waiting = await database().findingProposal.findFirst({
    where: { findingId: id },
    orderBy: { proposedAt: 'desc' },
  });
  const about = { finding: id, proposal: waiting?.id ?? id };
  if (luck() < 0.15) return second(who, about, { accept: false, reason: 'Not yet' });
  return second(who, about, { accept: true, stepUp: await codeFor(who, luck) });
}

const FINDING: Readonly<Record<string, Act>> = {
  forward: ({ who, id }) => forward(who, id),
  table: async ({ who, id, luck }) =>
    table(who, { finding: id, session: await openSessionId(luck) }),
  vote: cast,
  recuse: ({ who, id }) => recuse(who, id, { ground: 'other', reason: 'A relative' }),
  reply: ({ who, id }) => replyTo(who, id, { text: 'It was not us.' }),
  decide: ({ who, id }) => decide(who, id),
  publish: async ({ who, id, luck }) =>
    proposeFor(who, id, { kind: 'publish', stepUp: await codeFor(who, luck) }),
  revoke: ({ who, id }) => proposeFor(who, id, { kind: 'revoke', reason: 'A mistake' }),
  second: secondOne,
};

const delegatesIn = ({ everybody, luck }: Turn): string[] =>
  everybody
    .filter(({ grants }) => grants.some(({ role }) => role === 'delegate') && luck() < 0.85)
    .map(({ id }) => id);

const SESSION: Readonly<Record<string, Act>> = {
  open: ({ who }) => openSession(who, { title: 'A session' }),
  convene: (turn) => convene(turn.who, turn.id, { present: delegatesIn(turn) }),
  presence: async (turn) => {
    const last = await database().convocation.findFirst({
      where: { sessionId: turn.id },
      orderBy: { at: 'desc' },
    });
    const sitting = { session: turn.id, convocation: last?.id ?? turn.id };
    return recordPresence(turn.who, sitting, { present: delegatesIn(turn) });
  },
  close: ({ who, id }) => closeSession(who, id),
};

/** What would move a thing on from where it stands; the rest is left to chance. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  ...{ draft: ['submit', 'submit', 'revise'], revised: ['submit'], returned: ['revise'] },
  submitted: ['hand_in', 'hand_in', 'reconcile', 'accept', 'take_up', 'take'],
  in_review: ['hand_in', 'reconcile', 'accept', 'accept', 'return'],
  accepted: ['nominate', 'nominate', 'nominate', 'request', 'reconcile', 'hand_in'],
  ...{ coded: ['forward'], reviewed: ['table', 'table', 'recuse'], procedural: ['table'] },
  before_commission: ['vote', 'vote', 'vote', 'vote', 'vote', 'decide', 'table', 'reply'],
  ...{ agreed: ['publish', 'second', 'second'], split: ['publish', 'second', 'reply'] },
  ...{ unilateral: ['publish', 'second'], published: ['reply', 'revoke', 'second'] },
  ...{ stale: ['revoke', 'second'], open: ['convene', 'convene', 'presence'] },
};

/** Who may, by role, take an act; for the acts that follow a path. */
const ROLE: Readonly<Record<string, readonly string[]>> = {
  ...{ submit: ['analyst'], hand_in: ['analyst'], take: ['analyst'], reconcile: ['analyst'] },
  ...{ request: ['analyst'], revise: ['recorder', 'analyst'], nominate: ['analyst', 'reviewer'] },
  ...{ take_up: ['reviewer'], accept: ['reviewer'], return: ['reviewer'], forward: ['reviewer'] },
  ...{
    vote: ['delegate'],
    recuse: ['delegate'],
    reply: ['delegate'],
    second: ['reviewer', 'chair'],
  },
};

interface Thing {
  readonly acts: Readonly<Record<string, Act>>;
  readonly id: string;
  readonly state: string;
  readonly revision: number;
}

async function someThing(luck: Luck): Promise<Thing> {
  const kind = luck();
  if (kind < 0.5) {
    const rows = await database().incident.findMany({
      select: { id: true, reviewState: true, revision: true },
    });
    const row = pick(rows, luck);
    if (row !== undefined) return { acts: RECORD, state: row.reviewState, ...row };
  }
  if (kind < 0.92) {
    const rows = await database().finding.findMany({
      where: luck() < 0.9 ? { state: { notIn: ['superseded', 'revoked'] } } : {},
      select: { id: true, state: true },
    });
    const row = pick(rows, luck);
    if (row !== undefined) return { acts: FINDING, revision: 1, ...row };
  }
  const rows = await database().commissionSession.findMany({
    select: { id: true, closedAt: true },
  });
  const row = pick(rows, luck);
  const state = row !== undefined && row.closedAt === null ? 'open' : 'closed';
  return { acts: SESSION, id: row?.id ?? 'nothing', state, revision: 1 };
}

const byRole = (act: string, everybody: readonly Person[]): readonly Person[] => {
  const roles = ROLE[act] ?? ['chair'];
  return everybody.filter(({ grants }) => grants.some(({ role }) => roles.includes(role)));
};

/** One act of somebody on something: often what would come next, by somebody of the role for it. */
export async function oneAct(everybody: readonly Person[], luck: Luck): Promise<Told> {
  if (luck() < 0.02) {
    const who = pick(everybody, luck) ?? everybody[0];
    if (who === undefined) throw new Error('there is nobody');
    const id = `case-${Math.floor(luck() * 1e9)}`;
    const done = await logRecord(who, { incident: anIncident(id), reason: 'A report' });
    return { act: 'log', ok: done.ok, code: done.ok ? null : done.code };
  }
  const thing = await someThing(luck);
  const next = NEXT[thing.state];
  const act =
    (luck() < 0.8 && next !== undefined ? pick(next, luck) : undefined) ??
    pick(Object.keys(thing.acts), luck) ??
    '';
  const { id, acts } = thing;
  const able = luck() < 0.85 ? byRole(act, everybody) : everybody;
  const asked = luck() < 0.8 && act === 'hand_in' ? (await liveCoding(id))?.secondCoderId : null;
  const who = everybody.find((each) => each.id === asked) ?? pick(able, luck);
  if (who === undefined) throw new Error(`nobody may ${act}`);
  const revision = luck() < 0.97 ? thing.revision : thing.revision + 1;
  const done = await acts[act]?.({ who, luck, everybody, id, revision });
  return { act, ok: done?.ok ?? false, code: done?.code ?? null };
}
