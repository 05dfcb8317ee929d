import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import { may } from '@/domain/permission';
import { FINDING_PATH, type FindingAction } from '@/domain/review/finding-path';
import { actorWithin } from '@/server/actor';
import { type Tx, writing } from '@/server/ledger';
import { type HeldFinding, heldFinding, NO_FINDING, subjectOf } from './finding';
import { type Outcome, type Refused, refused } from './outcome';
import { settled } from './settling';
import { isFresh } from './signing';
import { traceRefusal } from './step';

/** Acts of people on a finding; nominating is about a record, and seconding about a proposal. */
export type FindingAct = Exclude<FindingAction, 'nominate' | 'code' | 'go_stale' | 'supersede'>;

/** Somebody at a finding, inside the transaction. */
export interface At {
  readonly tx: Tx;
  readonly author: Person;
  readonly held: HeldFinding;
  /** What its signers see is what would be signed now. */
  readonly fresh: boolean;
}

async function whoMay(
  tx: Tx,
  actor: Actor,
  action: FindingAct,
  found: HeldFinding | null,
): Promise<{ readonly ok: true; readonly author: Person } | Refused> {
  const author = await actorWithin(tx, actor);
  const subject = found === null ? NO_FINDING : subjectOf(found);
  const decision = may(author, FINDING_PATH[action].by, subject);
  if (!decision.allowed) return refused(decision.code);
  return author.kind === 'person' ? { ok: true, author } : refused('sign_in');
}

/**
 * An act on a finding in one transaction: what follows from the record by itself is settled first,
 * then the guards are asked, and a refusal that matters leaves its trace.
 */
export function onFinding<T extends object>(
  actor: Actor,
  id: string,
  action: FindingAct,
  work: (at: At) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return writing(async (tx): Promise<Outcome<T>> => {
    const found = await heldFinding(id, tx);
    const allowed = await whoMay(tx, actor, action, found);
    if (found !== null && !allowed.ok && actor.kind === 'person')
      await traceRefusal(tx, actor, { finding: id, action, code: allowed.code });
    if (!allowed.ok) return allowed;
    if (found === null) return refused('hidden');
    const { held, signing } = await settled(tx, found);
    const { author } = allowed;
    return work({ tx, author, held, fresh: isFresh(held, signing) });
  });
}

/** Enters the refusal of somebody whom the door turned away, if there is such a finding at all. */
export async function traceAtTheDoor(
  actor: Person,
  id: string,
  action: FindingAct,
  code: string,
): Promise<void> {
  await writing(async (tx) => {
    if ((await heldFinding(id, tx)) !== null)
      await traceRefusal(tx, actor, { finding: id, action, code });
  });
}
