import type { Person } from '@/domain/actor';
import type { Incident } from '@/domain/incident';
import type { Grant, Role } from '@/domain/role';
import { DEMO_STEP_UP_KEY } from '@/server/account/demo';
import { rowOf } from '@/server/account/people';
import { seal } from '@/server/account/sealed';
import { STEP_UP } from '@/server/account/step-up';
import { codeAt } from '@/server/account/totp';
import { convene } from '@/server/commission/convocations';
import { forward } from '@/server/commission/forwarding';
import { nominate } from '@/server/commission/nominating';
import { openSession, table } from '@/server/commission/sessions';
import { database } from '@/server/database';
import { logIncident } from '@/server/incidents';
import { append, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { anIncident } from './incident';
import { aPact } from './pact';
import { anotherSession } from './person';

/** Somebody with an authenticator whose codes the test knows, signed in. */
export interface Member {
  readonly actor: Person;
  readonly cookie: string;
}

let made = 0;

/** `delegate RU` speaks for a party; other words are roles. */
export async function member(name: string, ...words: string[]): Promise<Member> {
  process.env.NEXTAUTH_SECRET ??= 'a secret for tests that is long enough to be taken';
  made += 1;
  const grants = words.map((word): Grant => {
    const [role, party] = word.split(' ');
    return party === undefined
      ? { role: role as Exclude<Role, 'delegate'> }
      : { role: 'delegate', party, pact: null };
  });
  const { id } = await database().user.create({
    data: { name, email: `${made}@example.org`, roles: { create: grants.map(rowOf) } },
  });
  const at = new Date();
  await database().stepUp.create({
    data: { userId: id, sealed: seal(STEP_UP, id, DEMO_STEP_UP_KEY), shownAt: at, confirmedAt: at },
  });
  return {
    actor: { kind: 'person', id, name, grants, disabled: false },
    cookie: await anotherSession(id),
  };
}

/** A code that will be accepted once; tests do not wait for the next half minute. */
export async function codeOf({ actor }: Member): Promise<string> {
  await database().stepUp.update({ where: { userId: actor.id }, data: { lastStep: null } });
  return codeAt(DEMO_STEP_UP_KEY, Date.now());
}

/** The people of one path. */
export async function people() {
  return {
    recorder: await member('Rosa', 'recorder'),
    analyst: await member('Anna', 'analyst'),
    coder: await member('Amir', 'analyst'),
    reviewer: await member('Remy', 'reviewer'),
    us: [await member('Una', 'delegate US'), await member('Ulric', 'delegate US')],
    ru: [await member('Rita', 'delegate RU'), await member('Ruslan', 'delegate RU')],
    chair: await member('Chloe', 'chair'),
    auditor: await member('Aude', 'auditor'),
    admin: await member('Ada', 'admin'),
  };
}
export type People = Awaited<ReturnType<typeof people>>;

export async function keepAPact(id = 'a-pact'): Promise<void> {
  const actor = { kind: 'program', name: 'seed' } as const;
  await writing(async (tx) => {
    const { at } = await append(tx, {
      ...{ actor, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
    });
    await keepPact(tx, actor, aPact(id), new Date(at));
  });
}

/** An incident as it stands after double coding, agreed, and accepted by a reviewer. */
export async function acceptedIncident(
  { recorder, analyst, coder }: People,
  id: string,
  changes: Partial<Incident> = {},
): Promise<void> {
  const logged = await logIncident(recorder.actor, anIncident(id, changes), 'logged');
  if (!logged.ok) throw new Error(logged.code);
  const at = new Date();
  await database().coding.create({
    data: {
      ...{ incidentId: id, revision: 1, firstCoderId: analyst.actor.id, firstCodes: {} },
      ...{ requestedAt: at, secondCoderId: coder.actor.id, assignedAt: at, secondCodes: {} },
      ...{ handedInAt: at, settledRevision: 1 },
    },
  });
  await writing(async (tx) => {
    const { seq } = await append(tx, {
      ...{ actor: recorder.actor, type: 'record.accepted', subject: `incident:${id}`, payload: {} },
    });
    await tx.incident.update({
      where: { id },
      data: { reviewState: 'accepted', published: true, ledgerSeq: seq },
    });
  });
}

/** A finding that was nominated, coded and forwarded. */
export async function reviewedFinding(
  all: People,
  incident: string,
  asOf?: string,
): Promise<string> {
  const question = { incident, pact: 'a-pact', clause: 'c1', accused: 'RU' };
  const made = await nominate(all.analyst.actor, {
    ...question,
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (!made.ok) throw new Error(made.code);
  const done = await forward(all.reviewer.actor, made.id);
  if (!done.ok) throw new Error(done.code);
  return made.id;
}

/** A session with a sitting at which these delegates are, and the findings it has before it. */
export async function sessionWith(
  { chair }: People,
  present: readonly Member[],
  findings: readonly string[],
): Promise<string> {
  const opened = await openSession(chair.actor, { title: 'Session' });
  if (!opened.ok) throw new Error(opened.code);
  const session = opened.id;
  const held = await convene(chair.actor, session, {
    present: present.map(({ actor }) => actor.id),
  });
  if (!held.ok) throw new Error(held.code);
  for (const finding of findings) {
    const tabled = await table(chair.actor, { finding, session });
    if (!tabled.ok) throw new Error(tabled.code);
  }
  return session;
}

/** What a finding's signers see. */
export async function contentOfFinding(id: string): Promise<string> {
  const row = await database().finding.findUniqueOrThrow({ where: { id } });
  return row.contentHash ?? '';
}
