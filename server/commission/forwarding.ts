import 'server-only';
import type { Actor } from '@/domain/actor';
import { recordStateOf } from '@/server/review/coding-state';
import { onFinding } from './act';
import { subjectOf } from './finding';
import type { Outcome } from './outcome';
import { type Taken, takeStep } from './step';

/** A reviewer forwards a finding that was coded twice, of a record that was accepted. */
export function forward(actor: Actor, id: string): Promise<Outcome<Taken>> {
  return onFinding(actor, id, 'forward', async ({ tx, author, held, fresh }) => {
    const accepted = (await recordStateOf(tx, held.row.incidentId)) === 'accepted';
    return takeStep(tx, held, {
      ...{ actor: author, action: 'forward', subject: subjectOf(held) },
      facts: { record_accepted: accepted, fresh },
      data: ({ at }) => ({ forwardedById: author.id, forwardedAt: new Date(at) }),
    });
  });
}
