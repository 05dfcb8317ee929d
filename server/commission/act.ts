import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import { FINDING_PATH, type FindingAction } from '@/domain/review/finding-path';
import { guardWithin } from '@/server/guard';
import { type Tx, writing } from '@/server/ledger';
import { type HeldFinding, heldFinding, NO_FINDING, subjectOf } from './finding';
import { type Outcome, refused } from './outcome';
import { settled } from './settling';
import { isFresh } from './signing';

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
    const subject = found === null ? NO_FINDING : subjectOf(found);
    const { by } = FINDING_PATH[action];
    const allowed = await guardWithin(tx, actor, by, subject, `finding:${id}`);
    if (!allowed.ok) return allowed;
    if (found === null) return refused('hidden');
    const { held, signing } = await settled(tx, found);
    const { author } = allowed;
    return work({ tx, author, held, fresh: isFresh(held, signing) });
  });
}
