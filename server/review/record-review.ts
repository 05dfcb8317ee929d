import 'server-only';
import { type Actor, personOf } from '@/domain/actor';
import { may } from '@/domain/permission';
import { type DeskAction, deskOf } from '@/domain/review/desk';
import { RECORD_ACTIONS, type RecordAction, type RecordState } from '@/domain/review/record-path';
import { database } from '@/server/database';
import { readableRecord } from '@/server/incident/reading';
import { stateIn, subjectOf } from '@/server/incident/record';
import { blindTo } from './coding-state';
import { ABOUT, recordItem } from './record-items';

/** A step as its reader may know of it. */
export interface ShownStep {
  readonly action: RecordAction;
  readonly from: RecordState;
  readonly to: RecordState;
  readonly revision: number;
  readonly at: string;
  /** By whom and why: for those who work on records; null for others, and for a program. */
  readonly by: string | null;
  readonly reason: string | null;
}

/** Where a record stands, how it came there, and what the reader may do. */
export interface RecordReview {
  readonly state: RecordState;
  readonly since: string;
  readonly revision: number;
  /** It was accepted, and has changed since: nobody reviewed it as it stands. */
  readonly revisedSince: boolean;
  readonly steps: readonly ShownStep[];
  readonly coding: 'wanted' | 'differs' | 'settled' | null;
  readonly actions: readonly DeskAction[];
  /** It was accepted without a second coding, and the reader may ask for one. */
  readonly mayRequestCoding: boolean;
}

const actionIn = (word: string): RecordAction => {
  const action = RECORD_ACTIONS.find((each) => each === word);
  if (action === undefined) throw new Error(`no action on a record: ${word}`);
  return action;
};

async function stepsShown(id: string, names: boolean, reasons: boolean): Promise<ShownStep[]> {
  const rows = await database().recordStep.findMany({
    where: { incidentId: id },
    orderBy: { id: 'asc' },
    include: { actor: { select: { name: true } } },
  });
  return rows.map(({ action, from, to, revision, at, actor, reason }) => ({
    ...{ action: actionIn(action), from: stateIn(from), to: stateIn(to), revision },
    ...{ at: at.toISOString(), by: names ? (actor?.name ?? null) : null },
    reason: reasons ? reason : null,
  }));
}

function codingIn(row: {
  codings: readonly {
    handedInAt: Date | null;
    settledRevision: number | null;
    supersededAt: Date | null;
  }[];
}): RecordReview['coding'] {
  const live = row.codings.find(({ supersededAt }) => supersededAt === null);
  if (live === undefined) return null;
  if (live.settledRevision !== null) return 'settled';
  return live.handedInAt === null ? 'wanted' : 'differs';
}

/**
 * Where a record stands on its path, or null where the actor sees no such record. Whoever still has
 * to code it blind is told no reasons: they may speak of codes.
 */
export async function recordReview(actor: Actor, id: string): Promise<RecordReview | null> {
  const held = await readableRecord(actor, id);
  const row =
    held === null || held.retiredInto !== null
      ? null
      : await database().incident.findUnique({ where: { id }, select: ABOUT });
  if (held === null || row === null) return null;
  const item = recordItem(row);
  const inside = may(actor, 'review.read', subjectOf(held)).allowed;
  const blind = (await blindTo(actor)).has(id);
  const person = personOf(actor);
  const actions = person === null || blind ? [] : (deskOf(person, [item])[0]?.actions ?? []);
  const { state, since } = item;
  const coding = codingIn(row);
  const uncoded = state === 'accepted' && coding === null && !blind;
  return {
    ...{ state, since: new Date(since).toISOString(), revision: held.revision, actions },
    revisedSince: held.published && !['accepted', 'retracted'].includes(state),
    steps: await stepsShown(id, inside, inside && !blind),
    coding,
    mayRequestCoding: uncoded && may(actor, 'coding.request', subjectOf(held)).allowed,
  };
}
