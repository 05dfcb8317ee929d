import 'server-only';
import type { Actor } from '@/domain/actor';
import { decisionOf } from '@/domain/review/commission';
import type { Facts } from '@/domain/review/path';
import { isSeated, type Roll } from '@/domain/review/roll';
import { database } from '@/server/database';
import type { HeldFinding } from './finding';
import { openSessionOf } from './roll';

/** What the facts of a finding are taken from; those of a person hold for that person. */
export interface World {
  readonly roll: Roll;
  readonly fresh: boolean;
  /** Some session is open that it could be put before. */
  readonly anySession: boolean;
}

/** The conditions of the path as they hold for somebody who looks at a finding. */
export function factsFor(
  actor: Actor,
  held: HeldFinding,
  { roll, fresh, anySession }: World,
): Facts {
  const before = openSessionOf(held);
  const accepted = held.row.incident.reviewState;
  return {
    ...{ fresh, readable: held.tlp !== 'RED', record_accepted: accepted === 'accepted' },
    session_open: held.state === 'before_commission' ? before !== null : anySession,
    off_agenda: before === null,
    seated: actor.kind === 'person' && isSeated(roll, actor.id),
    // Who sits decides whether there is a quorum; what they voted does not.
    quorum: decisionOf(roll, [], held.row.contentHash ?? '').ok,
  };
}

export const anyOpenSession = async (): Promise<boolean> =>
  (await database().commissionSession.findFirst({
    where: { closedAt: null },
    select: { id: true },
  })) !== null;
