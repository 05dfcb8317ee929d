import 'server-only';
import type { Convocation, Delegate, Roll } from '@/domain/review/roll';
import { VOTE_POSITIONS, type Vote, type VotePosition } from '@/domain/review/vote';
import { database } from '@/server/database';
import type { Tx } from '@/server/ledger';
import type { HeldFinding } from './finding';

/** Everybody named a delegate, for one pact or (null) for all. */
export async function delegatesFor(tx: Tx, pactId: string): Promise<Delegate[]> {
  const grants = await tx.roleGrant.findMany({
    where: {
      ...{ role: 'delegate', revokedAt: null, user: { disabledAt: null } },
      OR: [{ pactId: null }, { pactId }],
    },
    orderBy: [{ party: 'asc' }, { grantedAt: 'asc' }, { id: 'asc' }],
    select: { userId: true, party: true },
  });
  return grants.flatMap(({ userId: id, party }) => (party === null ? [] : [{ id, party }]));
}

export interface Sitting {
  readonly sessionId: string;
  readonly at: Date;
  readonly chairId: string;
  readonly present: readonly string[];
}

/**
 * The sittings to which the delegations were called for one finding: in each session that had it
 * before it, from the one under way when it was tabled.
 */
function sittingsFor({ row }: HeldFinding, sittings: readonly Sitting[]): Sitting[] {
  return row.agenda.flatMap(({ sessionId, tabledAt }) => {
    const own = sittings.filter((each) => each.sessionId === sessionId);
    const before = own.filter(({ at }) => at <= tabledAt);
    const from = Math.max(...before.map(({ at }) => at.getTime()), 0);
    return own.filter(({ at }) => at.getTime() >= from);
  });
}

/**
 * The sittings that count where a session is open: its own, and of others those before its latest.
 * Nobody sits at one that has not met, whoever came elsewhere.
 */
function countingAt(open: string | null, called: readonly Sitting[]): readonly Sitting[] {
  if (open === null) return called;
  const own = called.filter(({ sessionId }) => sessionId === open);
  const latest = Math.max(...own.map(({ at }) => at.getTime()));
  return called.filter(({ sessionId, at }) => sessionId === open || at.getTime() < latest);
}

/** The sittings that were held in sessions which had one of these findings before them, in order. */
export const sittingsOf = (tx: Tx, findings: readonly HeldFinding[]): Promise<Sitting[]> =>
  tx.convocation.findMany({
    where: {
      sessionId: { in: findings.flatMap(({ row }) => row.agenda.map((item) => item.sessionId)) },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });

/** The roll of one finding, from the sittings held and the delegates for its pact. */
export function rollFrom(
  held: HeldFinding,
  sittings: readonly Sitting[],
  delegates: readonly Delegate[],
): Roll {
  const { sides, authors, recusals } = held;
  const called = countingAt(openSessionOf(held), sittingsFor(held, sittings));
  return {
    ...{ sides, authors, recusals, delegates },
    convocations: called.map(
      ({ at, present, chairId }): Convocation => ({ at: at.getTime(), present, chair: chairId }),
    ),
  };
}

/** Everybody who could sit on a finding, and who came. */
export async function rollOf(tx: Tx, held: HeldFinding): Promise<Roll> {
  const sittings = await sittingsOf(tx, [held]);
  return rollFrom(held, sittings, await delegatesFor(tx, held.row.pactId));
}

/** The open session that has a finding before it; null where none has. */
export const openSessionOf = ({ row }: HeldFinding): string | null =>
  row.agenda.find(({ session }) => session.closedAt === null)?.sessionId ?? null;

const isPosition = (word: string): word is VotePosition =>
  VOTE_POSITIONS.some((position) => position === word);

/** The votes on a finding in one session, in the order they were cast. */
export async function votesIn(
  findingId: string,
  sessionId: string,
  within: Tx = database(),
): Promise<(Vote & { readonly at: Date })[]> {
  const rows = await within.vote.findMany({
    where: { findingId, sessionId },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ seq, voterId: by, position, text, textHash, contentHash, castAt: at }) => ({
    ...{ seq, by, text, textHash, content: contentHash, at },
    position: isPosition(position) ? position : 'abstain',
  }));
}
