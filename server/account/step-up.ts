import 'server-only';
import type { Instant } from '@/domain/dates';
import {
  afterFailure,
  judgeStep,
  NO_TRIES,
  readCode,
  type StepUpResult,
  secondsToWait,
  type Tries,
} from '@/domain/step-up';
import { now } from '@/server/clock';
import { append, type Tx } from '@/server/ledger';
import { log } from '@/server/log';
import { recoveryLeft, spendRecoveryCode } from './recovery-code';
import { unseal } from './sealed';
import { stepOf } from './totp';

/** What secrets of authenticators are sealed for. */
export const STEP_UP = 'step-up';

interface Kept {
  readonly userId: string;
  readonly sealed: string;
  readonly lastStep: number | null;
  readonly failures: number;
  readonly failingSince: Date | null;
}

const triesOf = ({ failures, failingSince }: Kept): Tries => ({
  ...{ failures, since: failingSince?.getTime() ?? null },
});
const rowOf = ({ failures, since }: Tries) => ({
  ...{ failures, failingSince: since === null ? null : new Date(since) },
});

/** Accepts the code of a step, unless another request was quicker. */
async function spendStep(tx: Tx, kept: Kept, digits: string, at: Instant) {
  const secret = unseal(STEP_UP, kept.userId, kept.sealed);
  if (secret === null) {
    // The product's secret was changed: recovery codes still work, and an admin can reset.
    log().warn({ event: 'step_up.unreadable', user: kept.userId });
    return 'wrong';
  }
  const step = stepOf(secret, digits, at);
  const worth = judgeStep(step, kept.lastStep);
  if (worth !== 'ok') return worth;
  const { count } = await tx.stepUp.updateMany({
    where: { userId: kept.userId, OR: [{ lastStep: null }, { lastStep: { lt: step ?? 0 } }] },
    data: { lastStep: step, ...rowOf(NO_TRIES) },
  });
  return count === 1 ? 'ok' : 'replayed';
}

async function spendRecovery(tx: Tx, userId: string, code: string) {
  const worth = await spendRecoveryCode(tx, userId, code);
  if (worth !== 'ok') return worth;
  await append(tx, {
    ...{ actor: { kind: 'person', id: userId }, type: 'step_up.recovery_used' },
    ...{
      subject: `user:${userId}`,
      payload: { user: userId, left: await recoveryLeft(tx, userId) },
    },
  });
  await tx.stepUp.update({ where: { userId }, data: rowOf(NO_TRIES) });
  return 'ok';
}

/** The same for an enrolment that may still wait for its first code. */
export async function spendCode(
  tx: Tx,
  kept: Kept,
  typed: string,
  at: Instant = now(),
): Promise<StepUpResult> {
  const { userId } = kept;
  const seconds = secondsToWait(triesOf(kept), at);
  if (seconds > 0) return { ok: false, code: 'throttled', seconds };
  const code = readCode(typed);
  const worth =
    code === null
      ? 'wrong'
      : code.kind === 'authenticator'
        ? await spendStep(tx, kept, code.digits, at)
        : await spendRecovery(tx, userId, code.code);
  if (worth === 'ok' && code !== null) return { ok: true, by: code.kind };
  if (worth !== 'wrong') return { ok: false, code: 'replayed' };
  await tx.stepUp.update({ where: { userId }, data: rowOf(afterFailure(triesOf(kept), at)) });
  log().info({ event: 'step_up.refused', user: userId });
  return { ok: false, code: 'wrong' };
}

/**
 * Takes a person's code for an act and uses it up in the transaction of that act: the two stand or
 * fall together. Ask it last, when nothing else can refuse any more, and hand a refusal back as a
 * value: wrong codes are counted in the same transaction, and throwing would forget them.
 */
export async function consumeStepUp(
  tx: Tx,
  personId: string,
  code: string,
  at: Instant = now(),
): Promise<StepUpResult> {
  const kept = await tx.stepUp.findUnique({ where: { userId: personId } });
  if (kept === null || kept.confirmedAt === null) return { ok: false, code: 'not_enrolled' };
  return spendCode(tx, kept, code, at);
}
