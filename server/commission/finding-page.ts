import 'server-only';
import type { Actor } from '@/domain/actor';
import { may } from '@/domain/permission';
import type { FindingView } from '@/domain/review/finding-view';
import { findingStateSchema } from '@/domain/review/reckoning';
import { contentOf, type Inputs, inputsOf } from '@/domain/review/signature';
import { changesSince, inputChanges, staleness } from '@/domain/review/staleness';
import { database } from '@/server/database';
import { blindTo, codingStateOf } from '@/server/review/coding-state';
import { briefOf, contentNow, type Looked, lookAt, namesOf } from './brief';
import { type HeldFinding, heldFinding, subjectOf } from './finding';
import { type Outcome, refused } from './outcome';
import { settleFindings } from './settling';
import { isFresh, signingOf } from './signing';

/** Whether something follows from the record that the ledger does not say yet. */
async function isDue(held: HeldFinding): Promise<boolean> {
  const signing = await signingOf(held);
  if (held.state !== 'computed') return held.row.staleAt === null && !isFresh(held, signing);
  if (signing === null) return false;
  const { incidentId } = held.row;
  const { revision } = signing.record;
  return (await codingStateOf(database(), incidentId, revision)).reconciled;
}

/** A finding that a reader may see, after whatever follows from the record by itself. */
export async function readableFinding(
  actor: Actor,
  id: string,
): Promise<Outcome<{ held: HeldFinding }>> {
  const found = await heldFinding(id);
  if (found === null || !may(actor, 'finding.read', subjectOf(found)).allowed)
    return refused('hidden');
  if ((await blindTo(actor)).has(found.row.incidentId)) return refused('blind');
  if (!(await isDue(found))) return { ok: true, held: found };
  await settleFindings([id]);
  return { ok: true, held: (await heldFinding(id)) ?? found };
}

const isInputs = (value: unknown): value is Inputs =>
  typeof value === 'object' && value !== null && 'incident' in value && 'policy' in value;

/** What differs between what was signed and what would be signed now. */
function changedSince({ held, signing }: Looked): FindingView['changed'] {
  const { content, row } = held;
  if (content === null || isFresh(held, signing)) return null;
  const current = signing === null ? null : contentOf(signing);
  const state = staleness(content, current);
  const { inputs } = row;
  return {
    reasons: state.fresh ? ['inputs'] : state.reasons,
    changes: current === null ? [] : changesSince(content, current),
    inputs: signing === null || !isInputs(inputs) ? [] : inputChanges(inputs, inputsOf(signing)),
  };
}

async function historyOf({ held }: Looked) {
  const { incidentId, pactId, clauseId, accused } = held.row;
  const [steps, replies, versions] = await Promise.all([
    database().findingStep.findMany({ where: { findingId: held.id }, orderBy: { seq: 'asc' } }),
    database().reply.findMany({ where: { findingId: held.id }, orderBy: { seq: 'asc' } }),
    database().finding.findMany({
      where: { incidentId, pactId, clauseId, accused },
      orderBy: { version: 'asc' },
      select: { id: true, version: true, state: true, contentHash: true },
    }),
  ]);
  const named = await namesOf([
    ...steps.flatMap(({ actorId }) => actorId ?? []),
    ...replies.map(({ delegateId }) => delegateId),
    ...held.recusals.map(({ by }) => by),
  ]);
  return {
    steps: steps.map(({ seq, action, to, actorId, reason, at }) => ({
      ...{ seq, action, to, reason, at: at.toISOString() },
      by: actorId === null ? null : named(actorId),
    })),
    replies: replies.map(({ seq, delegateId, text, textHash, at }) => ({
      ...{ seq, text, textHash, by: named(delegateId), at: at.toISOString() },
    })),
    recusals: held.recusals.map(({ by, ground }) => ({ by: named(by), ground })),
    versions: versions.map(({ state, ...version }) => ({
      ...{ ...version, state: findingStateSchema.parse(state) },
    })),
  };
}

/** Everything the page of a finding shows, as one reader sees it. */
export async function findingPage(
  actor: Actor,
  id: string,
): Promise<Outcome<{ view: FindingView }>> {
  const read = await readableFinding(actor, id);
  if (!read.ok) return read;
  const looked = await lookAt(read.held);
  const view: FindingView = {
    ...(await briefOf(actor, looked)),
    ...(await historyOf(looked)),
    ...{ content: contentNow(looked), fixed: read.held.content !== null },
    changed: changedSince(looked),
  };
  return { ok: true, view };
}
