import 'server-only';
import type { SetUp } from '@/domain/account';
import { hashPassword } from './account/password';
import { findLink, spendLink } from './account/set-up-link';
import { database } from './database';
import { append, type Tx, writing } from './ledger';

export type SetUpResult =
  | { readonly ok: true; readonly email: string }
  /** The link is unknown, used, expired or void; or the first admin did not say who they are. */
  | { readonly ok: false; readonly code: 'link' | 'who' | 'taken' };

/** Whether somebody administers this installation: then nobody becomes its first admin any more. */
export async function hasAdmin(within: Tx = database()): Promise<boolean> {
  const admin = await within.roleGrant.findFirst({
    where: { role: 'admin', revokedAt: null, user: { disabledAt: null } },
    select: { id: true },
  });
  return admin !== null;
}

/** Whom a link is for: the first admin, or an account; null where it is good for nothing. */
export async function setUpTarget(
  token: string,
  within: Tx = database(),
): Promise<
  'first' | { readonly id: string; readonly name: string; readonly email: string } | null
> {
  const target = await findLink(within, token, new Date());
  if (target === null) return null;
  if (target === 'first') return (await hasAdmin(within)) ? null : 'first';
  const user = await within.user.findFirst({
    where: { id: target.userId, sessionEpoch: target.epoch, disabledAt: null },
    select: { id: true, name: true, email: true },
  });
  return user;
}

/** The first admin of an installation, with the ledger entries of account and role. */
async function createFirst(tx: Tx, who: SetUp['who'], passwordHash: string): Promise<SetUpResult> {
  if (who === undefined) return { ok: false, code: 'who' };
  if ((await tx.user.findUnique({ where: { email: who.email } })) !== null)
    return { ok: false, code: 'taken' };
  const { id } = await tx.user.create({ data: { ...who, passwordHash } });
  const about = { actor: { kind: 'program', name: 'setup' }, subject: `user:${id}` } as const;
  await append(tx, { ...about, type: 'user.created', payload: { user: id } });
  const payload = { user: id, role: 'admin' };
  const { at } = await append(tx, { ...about, type: 'role.granted', payload });
  await tx.roleGrant.create({ data: { userId: id, role: 'admin', grantedAt: new Date(at) } });
  return { ok: true, email: who.email };
}

/** A password for an account; its sessions end and its other links are void. */
async function keepPassword(tx: Tx, id: string, passwordHash: string): Promise<SetUpResult> {
  await append(tx, {
    ...{ actor: { kind: 'person', id }, type: 'user.set_up', subject: `user:${id}` },
    payload: { user: id },
  });
  const { email } = await tx.user.update({
    where: { id },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
  });
  return { ok: true, email };
}

/** Sets an account up by its one-time link. The link is used up only if all goes well. */
export async function setUp({ token, password, who }: SetUp): Promise<SetUpResult> {
  // Asked before hashing, which is costly, and again inside the transaction.
  if ((await setUpTarget(token)) === null) return { ok: false, code: 'link' };
  const passwordHash = await hashPassword(password);
  return writing(async (tx) => {
    const target = await setUpTarget(token, tx);
    if (target === null) return { ok: false, code: 'link' };
    const done =
      target === 'first'
        ? await createFirst(tx, who, passwordHash)
        : await keepPassword(tx, target.id, passwordHash);
    if (done.ok && !(await spendLink(tx, token, new Date())))
      throw new Error('A set-up link was used twice at once.');
    return done;
  });
}
