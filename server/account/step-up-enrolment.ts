import 'server-only';
import type { Person } from '@/domain/actor';
import type { Refusal } from '@/domain/permission';
import {
  CONFIRM_WITHIN_MS,
  type Enrolment,
  type StepUpRefusal,
  type StepUpState,
} from '@/domain/step-up';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { guardWithin } from '@/server/guard';
import { append, type Tx, writing } from '@/server/ledger';
import { takeTurn } from '@/server/throttle';
import { demoStepUp } from './demo';
import { isPassword, TooBusy } from './password';
import { findPerson } from './people';
import { recoveryLeft, replaceRecoveryCodes } from './recovery-code';
import { seal, unseal } from './sealed';
import { consumeStepUp, STEP_UP, spendCode } from './step-up';
import { newSecret, shown } from './totp';

/** Refusals of enrolment beside those of a code, in a sentence. */
export const ENROLMENT_REFUSALS = {
  enrolled: 'Step-up codes are set up already. Remove them first, with a code.',
  not_pending: 'No key waits for its first code, or it waited too long. Begin again.',
  password: 'This is not the password of your account.',
  busy: 'Many people are signing in at this moment. Try again shortly.',
} as const;
export type EnrolmentRefusal = keyof typeof ENROLMENT_REFUSALS;

export type Kept<T extends object = object> =
  | ({ readonly ok: true } & T)
  | {
      readonly ok: false;
      readonly code: Refusal | StepUpRefusal | EnrolmentRefusal;
      readonly seconds?: number;
    };

/** Where a request came from, and the password it gave, where the account has one. */
export interface Proof {
  readonly password: string;
  readonly address: string;
}

const enter = (tx: Tx, { id }: Person, type: string, more: object = {}, user = id) =>
  append(tx, {
    ...{ actor: { kind: 'person', id }, type: `step_up.${type}`, subject: `user:${user}` },
    payload: { user, ...more },
  });

/** Whether the person in front of the screen is the account's owner, as far as a password tells. */
async function proven(id: string, { password, address }: Proof): Promise<Kept<{ email: string }>> {
  const { email, passwordHash } = await database().user.findUniqueOrThrow({ where: { id } });
  if (passwordHash === null) return { ok: true, email };
  const turn = await takeTurn(email, address);
  if (!turn.ok) return { ok: false, code: 'throttled', seconds: turn.seconds };
  try {
    if (!(await isPassword(password, passwordHash))) return { ok: false, code: 'password' };
  } catch (error) {
    if (error instanceof TooBusy) return { ok: false, code: 'busy' };
    throw error;
  }
  await turn.succeeded();
  return { ok: true, email };
}

/** A new secret, shown here and never again; it counts once its first code was right. */
export async function beginStepUp(
  person: Person,
  proof: Proof,
): Promise<Kept<{ enrolment: Enrolment }>> {
  const owner = await proven(person.id, proof);
  if (!owner.ok) return owner;
  const secret = newSecret();
  const userId = person.id;
  return writing(async (tx) => {
    const before = await tx.stepUp.findUnique({ where: { userId } });
    if (before?.confirmedAt != null) return { ok: false, code: 'enrolled' };
    const row = { sealed: seal(STEP_UP, userId, secret), shownAt: new Date(now()) };
    await tx.stepUp.upsert({ where: { userId }, create: { userId, ...row }, update: row });
    return { ok: true, enrolment: shown(secret, owner.email) };
  });
}

/** The first code: from now on the authenticator counts. Tells the recovery codes, once. */
export async function confirmStepUp(
  person: Person,
  code: string,
): Promise<Kept<{ recoveryCodes: string[] }>> {
  const userId = person.id;
  return writing(async (tx) => {
    const kept = await tx.stepUp.findUnique({ where: { userId } });
    if (kept !== null && kept.confirmedAt !== null) return { ok: false, code: 'enrolled' };
    if (kept === null || now() > kept.shownAt.getTime() + CONFIRM_WITHIN_MS)
      return { ok: false, code: 'not_pending' };
    const right = await spendCode(tx, kept, code);
    if (!right.ok) return right;
    const { at } = await enter(tx, person, 'enrolled');
    await tx.stepUp.update({ where: { userId }, data: { confirmedAt: new Date(at) } });
    return { ok: true, recoveryCodes: await replaceRecoveryCodes(tx, userId) };
  });
}

/** New recovery codes for a code; the ones before are void. */
export async function renewRecoveryCodes(
  person: Person,
  code: string,
): Promise<Kept<{ recoveryCodes: string[] }>> {
  return writing(async (tx) => {
    const right = await consumeStepUp(tx, person.id, code);
    if (!right.ok) return right;
    await enter(tx, person, 'recovery_renewed');
    return { ok: true, recoveryCodes: await replaceRecoveryCodes(tx, person.id) };
  });
}

/** Ends one's own enrolment, for a code of it. */
export async function removeStepUp(person: Person, code: string): Promise<Kept> {
  return writing(async (tx) => {
    const right = await consumeStepUp(tx, person.id, code);
    if (!right.ok) return right;
    await enter(tx, person, 'removed', { by: 'owner' });
    await tx.stepUp.delete({ where: { userId: person.id } });
    return { ok: true };
  });
}

/**
 * Ends the enrolment of somebody who has lost their authenticator: by an admin, never for their own
 * account. The person's sessions end too, so that whoever sits in one cannot enrol in their place.
 */
export async function resetStepUp(admin: Person, id: string): Promise<Kept> {
  return writing(async (tx) => {
    const guard = await guardWithin(tx, admin, 'step_up.reset', { kind: 'account', id });
    if (!guard.ok) return guard;
    if ((await findPerson(id, tx)) === null) return { ok: false, code: 'hidden' };
    const kept = await tx.stepUp.findUnique({ where: { userId: id } });
    if (kept === null || kept.confirmedAt === null) return { ok: false, code: 'not_enrolled' };
    await enter(tx, guard.author, 'removed', { by: 'admin' }, id);
    await tx.stepUp.delete({ where: { userId: id } });
    await tx.user.update({ where: { id }, data: { sessionEpoch: { increment: 1 } } });
    return { ok: true };
  });
}

/** Step-up of an account, for its owner. */
export async function stepUpState(id: string): Promise<StepUpState> {
  const user = await database().user.findUniqueOrThrow({
    where: { id },
    include: { stepUp: true },
  });
  const kept = user.stepUp;
  const asksPassword = user.passwordHash !== null;
  if (kept === null || kept.confirmedAt === null)
    return { enrolledAt: null, recoveryLeft: 0, asksPassword, demo: null };
  return {
    enrolledAt: kept.confirmedAt.toISOString(),
    recoveryLeft: await recoveryLeft(database(), id),
    asksPassword,
    demo: demoStepUp(user.email, unseal(STEP_UP, id, kept.sealed), now()),
  };
}
