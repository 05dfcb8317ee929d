import 'server-only';
import type { Actor } from '@/domain/actor';
import { hashOf } from '@/domain/ledger';
import { decisionOf } from '@/domain/review/commission';
import type { OutcomeState } from '@/domain/review/finding-path';
import { plainJson } from '@/server/json';
import { onFinding } from './act';
import { subjectOf } from './finding';
import type { Outcome } from './outcome';
import { openSessionOf, rollOf, votesIn } from './roll';
import { type Taken, takeStep } from './step';

/**
 * The chair closes the vote. Nobody chooses the outcome: it is counted from who sits and how they
 * voted on this content in this session.
 */
export function decide(
  actor: Actor,
  id: string,
): Promise<Outcome<Taken & { outcome: OutcomeState | null }>> {
  return onFinding(actor, id, 'decide', async ({ tx, author, held, fresh }) => {
    const session = openSessionOf(held);
    const content = held.row.contentHash ?? '';
    const roll = await rollOf(tx, held);
    const votes = session === null ? [] : await votesIn(id, session, tx);
    const decided = decisionOf(roll, votes, content);
    const decision = decided.ok ? decided.decision : null;
    const reckoning = { session: session ?? '', roll, decision };
    const taken = await takeStep(tx, held, {
      ...{ actor: author, action: 'decide', subject: subjectOf(held) },
      facts: { session_open: session !== null, quorum: decided.ok, fresh },
      ...(decision === null ? {} : { outcome: decision.outcome }),
      payload: {
        ...{ session, content, outcome: decision?.outcome, ground: decision?.ground },
        ...{ positions: decision?.positions, votes: votes.map(({ seq }) => seq) },
        reckoning: hashOf(reckoning),
      },
      data: ({ at }) => ({
        ...{ outcome: decision?.outcome ?? null, decision: plainJson(reckoning) },
        ...{ decidedById: author.id, decidedAt: new Date(at) },
      }),
    });
    return taken.ok ? { ...taken, outcome: decision?.outcome ?? null } : taken;
  });
}
