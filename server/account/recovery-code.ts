import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { inGroups, RECOVERY_ALPHABET, RECOVERY_CODES, RECOVERY_LENGTH } from '@/domain/step-up';
import type { Tx } from '@/server/ledger';

/** 80 random bits need no slow hash: nobody tries them all. Bound to their owner. */
const hashOf = (userId: string, code: string) =>
  createHash('sha256').update(`recovery ${userId} ${code}`).digest('hex');

/** Each byte gives five even bits: the alphabet has 32 letters. */
const newCode = () =>
  [...randomBytes(RECOVERY_LENGTH)].map((byte) => RECOVERY_ALPHABET[byte % 32]).join('');

/** New recovery codes in place of any before; kept as hashes, so they are told here and never again. */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ hash: hashOf(userId, code), userId })),
  });
  return codes.map(inGroups);
}

/** Uses a recovery code up: of two who try at once, one is told no. */
export async function spendRecoveryCode(
  tx: Tx,
  userId: string,
  code: string,
): Promise<'ok' | 'wrong' | 'replayed'> {
  const which = { hash: hashOf(userId, code), userId };
  const { count } = await tx.recoveryCode.updateMany({
    where: { ...which, usedAt: null },
    data: { usedAt: new Date() },
  });
  if (count === 1) return 'ok';
  return (await tx.recoveryCode.findFirst({ where: which })) === null ? 'wrong' : 'replayed';
}

export const recoveryLeft = (tx: Tx, userId: string): Promise<number> =>
  tx.recoveryCode.count({ where: { userId, usedAt: null } });
