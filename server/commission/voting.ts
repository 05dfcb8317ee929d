import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/domain/actor';
import { isSeated } from '@/domain/review/roll';
import { type NewVote, newVoteSchema, statementHash } from '@/domain/review/vote';
import { stepUpSchema } from '@/domain/step-up';
import { type At, onFinding } from './act';
import { subjectOf } from './finding';
import { type Outcome, refused } from './outcome';
import { openSessionOf, rollOf } from './roll';
import { type Taken, takeStep } from './step';

const bound = {
  content: z.string().regex(/^[0-9a-f]{64}$/, 'expected the SHA-256 of the content that was read'),
  stepUp: stepUpSchema,
};
const [uphold, dissent, abstain] = newVoteSchema.options;

/** A vote as it is sent: bound to the content the voter read, and confirmed with a one-time code. */
export const ballotSchema = z.discriminatedUnion('position', [
  uphold.extend(bound),
  dissent.extend(bound),
  abstain.extend(bound),
]);
export type Ballot = NewVote & { readonly content: string; readonly stepUp: string };

async function cast(at: At, { content, stepUp, position, text }: Ballot): Promise<Outcome<Taken>> {
  const { tx, author, held, fresh } = at;
  const session = openSessionOf(held);
  const textHash = text === null ? null : statementHash(text);
  const onAnother = held.state === 'before_commission' && held.row.contentHash !== content;
  if (onAnother) return refused('stale', { content: held.row.contentHash });
  const taken = await takeStep(tx, held, {
    ...{ actor: author, action: 'vote', subject: subjectOf(held), stepUp },
    facts: {
      ...{ session_open: session !== null, fresh },
      seated: isSeated(await rollOf(tx, held), author.id),
    },
    payload: { session, content, position, textHash },
  });
  if (!taken.ok || session === null) return taken;
  const { seq, at: castAt } = taken.entry;
  await tx.vote.create({
    data: {
      ...{ seq, findingId: held.id, sessionId: session, voterId: author.id, position },
      ...{ text, textHash, contentHash: content, castAt: new Date(castAt) },
    },
  });
  return taken;
}

/** Casts a vote, or one that supersedes an earlier of the same delegate; both are kept. */
export const vote = (actor: Actor, id: string, ballot: Ballot): Promise<Outcome<Taken>> =>
  onFinding(actor, id, 'vote', (at) => cast(at, ballot));
