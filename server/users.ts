import 'server-only';
import type { NewUser } from '@/domain/account';
import type { Actor, Person } from '@/domain/actor';
import { REFUSALS, type Refusal, type SubjectOf } from '@/domain/permission';
import type { Action } from '@/domain/privilege';
import { type Grant, grantConflict } from '@/domain/role';
import { findPerson, grantIn, rowOf } from './account/people';
import { makeLink, type SetUpLink } from './account/set-up-link';
import { guardWithin } from './guard';
import { append, type Tx, writing } from './ledger';

/** A change was refused: by the privilege table, or because it does not fit what is there. */
export interface UserRefused {
  readonly ok: false;
  readonly code: Refusal | 'taken' | 'conflict' | 'unchanged' | 'unknown_pact';
  readonly message: string;
}
export type UserResult<T extends object = object> = ({ readonly ok: true } & T) | UserRefused;

const refused = (code: UserRefused['code'], message: string): UserRefused => ({
  ...{ ok: false, code, message },
});

type AboutAccount = Extract<
  Action,
  'user.invite' | 'user.disable' | 'user.enable' | `role.${string}`
>;

interface Changing {
  readonly tx: Tx;
  readonly author: Person;
  readonly user: Person & { readonly epoch: number };
}

/** Asks inside the transaction whether the actor may still do this; an unknown account is hidden. */
async function guard<A extends Action>(
  tx: Tx,
  actor: Actor,
  action: A,
  subject: SubjectOf<A>,
): Promise<{ readonly ok: true; readonly author: Person } | UserRefused> {
  const allowed = await guardWithin(tx, actor, action, subject);
  return allowed.ok ? allowed : refused(allowed.code, REFUSALS[allowed.code]);
}

/** A change to one account by an admin who may make it, in one transaction with its ledger entry. */
function changing<T extends object>(
  actor: Actor,
  action: AboutAccount,
  id: string,
  work: (now: Changing) => Promise<UserResult<T>>,
): Promise<UserResult<T>> {
  return writing(async (tx) => {
    const allowed = await guard(tx, actor, action, { kind: 'account', id });
    if (!allowed.ok) return allowed;
    const user = await findPerson(id, tx);
    if (user === null) return refused('hidden', REFUSALS.hidden);
    return work({ tx, author: allowed.author, user });
  });
}

const entry = ({ author, user, tx }: Changing, type: string, more: object = {}) =>
  append(tx, {
    ...{ actor: author, type, subject: `user:${user.id}` },
    payload: { user: user.id, ...more },
  });

/** Grants a role to an account that may hold it, with its ledger entry. */
async function grantWithin(now: Changing, grant: Grant): Promise<UserResult<{ id: string }>> {
  const conflict = grantConflict(now.user.grants, grant);
  if (conflict !== null) return refused('conflict', conflict);
  const pact = grant.role === 'delegate' ? grant.pact : null;
  if (pact !== null && (await now.tx.pact.findUnique({ where: { id: pact } })) === null)
    return refused('unknown_pact', `There is no pact ${pact}.`);
  const { at } = await entry(now, 'role.granted', grant);
  const row = { userId: now.user.id, grantedAt: new Date(at), ...rowOf(grant) };
  return { ok: true, id: (await now.tx.roleGrant.create({ data: row })).id };
}

/** A refusal in the middle of a transaction: nothing of it stays. */
class Undone extends Error {
  constructor(readonly refusal: UserRefused) {
    super(refusal.message);
  }
}

async function createWithin(tx: Tx, author: Person, { name, email, grants }: NewUser) {
  if ((await tx.user.findUnique({ where: { email } })) !== null)
    return refused('taken', 'There is an account with this e-mail address already.');
  const { id, sessionEpoch: epoch } = await tx.user.create({ data: { name, email } });
  await append(tx, {
    ...{ actor: author, type: 'user.created', subject: `user:${id}`, payload: { user: id } },
  });
  for (const [index, grant] of grants.entries()) {
    const held = grants.slice(0, index);
    const user = { kind: 'person', id, name, grants: held, disabled: false, epoch } as const;
    const granted = await grantWithin({ tx, author, user }, grant);
    if (!granted.ok) throw new Undone(granted);
  }
  const link = await makeLink(tx, { userId: id, epoch }, new Date());
  return { ok: true, id, link } as const;
}

/** Creates an account without a password, and the one-time link by which its owner sets one. */
export async function createUser(
  actor: Actor,
  wanted: NewUser,
): Promise<UserResult<{ id: string; link: SetUpLink }>> {
  try {
    return await writing(async (tx) => {
      const allowed = await guard(tx, actor, 'user.create', { kind: 'house' });
      return allowed.ok ? createWithin(tx, allowed.author, wanted) : allowed;
    });
  } catch (error) {
    if (error instanceof Undone) return error.refusal;
    throw error;
  }
}

/** A new one-time link for an account; earlier ones are void and its sessions end. */
export function inviteUser(actor: Actor, id: string): Promise<UserResult<{ link: SetUpLink }>> {
  return changing(actor, 'user.invite', id, async (now) => {
    if (now.user.disabled) return refused('conflict', 'Enable the account first.');
    const epoch = now.user.epoch + 1;
    await now.tx.user.update({ where: { id }, data: { sessionEpoch: epoch } });
    await entry(now, 'user.invited');
    return { ok: true, link: await makeLink(now.tx, { userId: id, epoch }, new Date()) };
  });
}

/** Disables an account, ending its sessions at once, or enables it again. */
export function setDisabled(actor: Actor, id: string, disabled: boolean): Promise<UserResult> {
  return changing(actor, disabled ? 'user.disable' : 'user.enable', id, async (now) => {
    if (now.user.disabled === disabled)
      return refused('unchanged', `The account is ${disabled ? 'disabled' : 'enabled'} already.`);
    const { at } = await entry(now, disabled ? 'user.disabled' : 'user.enabled');
    await now.tx.user.update({
      where: { id },
      data: { disabledAt: disabled ? new Date(at) : null, sessionEpoch: { increment: 1 } },
    });
    return { ok: true };
  });
}

export function grantRole(
  actor: Actor,
  id: string,
  grant: Grant,
): Promise<UserResult<{ id: string }>> {
  return changing(actor, 'role.grant', id, (now) => grantWithin(now, grant));
}

/** Takes a role away; the person's next request is without it. */
export function revokeRole(actor: Actor, id: string, grantId: string): Promise<UserResult> {
  return changing(actor, 'role.revoke', id, async (now) => {
    const row = await now.tx.roleGrant.findFirst({
      where: { id: grantId, userId: id, revokedAt: null },
    });
    if (row === null) return refused('hidden', REFUSALS.hidden);
    const { at } = await entry(now, 'role.revoked', grantIn(row) ?? { role: row.role });
    await now.tx.roleGrant.update({ where: { id: grantId }, data: { revokedAt: new Date(at) } });
    return { ok: true };
  });
}
