import type { Person } from '@/domain/actor';
import { codesOfRecord } from '@/domain/review/coding';
import { convene } from '@/server/commission/convocations';
import { forward } from '@/server/commission/forwarding';
import { nominate } from '@/server/commission/nominating';
import { openSession, table } from '@/server/commission/sessions';
import { database } from '@/server/database';
import { logRecord } from '@/server/incident/logging';
import { handInCoding } from '@/server/review/coding-acts';
import { liveCoding } from '@/server/review/coding-state';
import { actOnRecord } from '@/server/review/judging';
import { type Member, member } from './commission';
import { anIncident } from './incident';
import { type Act, FINDING, type Luck, pick, RECORD, SESSION } from './journey-acts';

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
