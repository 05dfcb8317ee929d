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
import { keptRevision } from '@/server/incident/record';
import { reviseRecord } from '@/server/incident/revising';
import { firstIn, secondIn } from '@/server/review/coding';
import { handInCoding, requestCoding, takeCoding } from '@/server/review/coding-acts';
import { liveCoding } from '@/server/review/coding-state';
import { actOnRecord, type RecordAct } from '@/server/review/judging';
import { reconcileCoding } from '@/server/review/reconciling';
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
/** Draws numbers from 0 to 1. */
export type Luck = () => number;
export const pick = <T>(list: readonly T[], luck: Luck): T | undefined =>
  list[Math.floor(luck() * list.length)];

/** A right code most of the time; tests do not wait for the next half minute. */
async function codeFor({ id }: Person, luck: Luck): Promise<string> {
  if (luck() < 0.03) return '000000';
  const fresh = { lastStep: null, failures: 0, failingSince: null };
  await database().stepUp.updateMany({ where: { userId: id }, data: fresh });
  return codeAt(DEMO_STEP_UP_KEY, Date.now());
}

/** Somebody's turn at something. */
export interface Turn {
  readonly who: Person;
  readonly luck: Luck;
  readonly everybody: readonly Person[];
  /** The name of the incident, finding, session or coding it is about, and the revision it shows. */
  readonly id: string;
  readonly revision: number;
}
type Outcome = { readonly ok: boolean; readonly code?: string };
export type Act = (turn: Turn) => Promise<Outcome>;

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

/** What can be done to a record and its codings. */
export const RECORD: Readonly<Record<string, Act>> = {
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

/** What can be done to a finding. */
export const FINDING: Readonly<Record<string, Act>> = {
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

/** What can be done at a session of the commission. */
export const SESSION: Readonly<Record<string, Act>> = {
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
