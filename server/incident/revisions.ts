import 'server-only';
import { type Actor, rolesOf } from '@/domain/actor';
import { incidentSchema } from '@/domain/incident';
import { may } from '@/domain/permission';
import { type Change, diff } from '@/domain/revision-diff';
import { database } from '@/server/database';
import { isBlindTo } from '@/server/review/blind';
import { mayReadRevision } from './reading';
import { type HeldRecord, heldRecord, type KeptRevision, keptRevision, subjectOf } from './record';

/** One revision in the history of a record. */
export interface ListedRevision {
  readonly number: number;
  readonly recordedAt: Date;
  /** Null: the seed or an import without an account, or withheld. */
  readonly author: string | null;
  readonly reason: string;
  /** Against the revision before it; empty for the first. */
  readonly changes: readonly Change[];
  /** It, or the one before, carries a marking this reader may not read: only that it is there is told. */
  readonly withheld: boolean;
}

/** A record withdrawn by its author is history to its author and to an auditor, and to nobody else. */
function mayReadHistory(actor: Actor, held: HeldRecord): boolean {
  if (!may(actor, 'record.read', subjectOf(held)).allowed) return false;
  const own = actor.kind === 'person' && held.authors.includes(actor.id);
  return !held.withdrawn || own || rolesOf(actor).includes('auditor');
}

async function historyOf(actor: Actor, id: string): Promise<HeldRecord | null> {
  const held = await heldRecord(id);
  if (held === null || !mayReadHistory(actor, held)) return null;
  return (await isBlindTo(actor, id)) ? null : held;
}

async function everyRevision(id: string): Promise<KeptRevision[]> {
  const rows = await database().incidentRevision.findMany({
    where: { incidentId: id },
    orderBy: { number: 'asc' },
    include: { author: { select: { id: true, name: true } } },
  });
  return rows.map(({ payload, ...row }) => ({ ...row, incident: incidentSchema.parse(payload) }));
}

const WITHHELD = { author: null, reason: '', changes: [], withheld: true } as const;

function listed(then: KeptRevision, before: KeptRevision | undefined): ListedRevision {
  const { number, recordedAt, author, reason, incident } = then;
  const changes = before === undefined ? [] : diff(before.incident, incident);
  return {
    ...{ number, recordedAt, reason, changes },
    author: author?.name ?? null,
    withheld: false,
  };
}

/**
 * Who changed a record when, why and in which fields, newest first; null where the actor sees no
 * such record, or still has to code it. Changes to or from a revision whose marking the reader may not read are withheld.
 */
export async function revisionList(actor: Actor, id: string): Promise<ListedRevision[] | null> {
  const held = await historyOf(actor, id);
  if (held === null) return null;
  const revisions = await everyRevision(id);
  const readable = revisions.map((each) => mayReadRevision(actor, held, each));
  return revisions
    .map((each, index) =>
      readable[index] === true && readable[index - 1] !== false
        ? listed(each, revisions[index - 1])
        : { ...WITHHELD, number: each.number, recordedAt: each.recordedAt },
    )
    .reverse();
}

/** One revision, whole; null where there is none that the actor may read now. */
export async function readRevision(
  actor: Actor,
  id: string,
  number: number,
): Promise<KeptRevision | null> {
  const held = await historyOf(actor, id);
  if (held === null || number > held.revision) return null;
  const then = await keptRevision(id, number);
  return then !== null && mayReadRevision(actor, held, then) ? then : null;
}
