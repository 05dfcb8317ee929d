import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import type { CodedFault } from '@/domain/fault';
import { checkLogged } from '@/domain/logged-incident';
import type { Refusal } from '@/domain/permission';
import type { StepRefusal } from '@/domain/review';
import { type Resolution, reconciled, withCodes } from '@/domain/review/reconciliation';
import { now } from '@/server/clock';
import { settleFindingsOf } from '@/server/commission/settling';
import { guardWithin } from '@/server/guard';
import { plainJson } from '@/server/json';
import { append, type Tx, writing } from '@/server/ledger';
import { firstIn, type HeldCoding, heldCoding, secondIn } from './coding';
import { codingStateOf, factsOf } from './coding-state';
import { subjectOfCoding } from './coding-task';
import { keepStep, stepOf } from './record-step';
import { reviseOnPath } from './revision-step';

type Late = 'superseded' | 'not_handed_in' | 'settled' | 'moved_on';
export type ReconcileResult =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly code: Refusal | StepRefusal | Late }
  | {
      readonly ok: false;
      readonly code: 'resolutions';
      readonly missing: readonly string[];
      readonly needless: readonly string[];
      readonly repeated: readonly string[];
    }
  /** The record with these codes is none that could be logged. */
  | { readonly ok: false; readonly code: 'codes'; readonly faults: readonly CodedFault[] };

function lateness({ coding, held }: HeldCoding): Late | null {
  if (coding.supersededAt !== null) return 'superseded';
  if (coding.handedInAt === null) return 'not_handed_in';
  if (coding.settledRevision !== null) return 'settled';
  return coding.revision === held.revision ? null : 'moved_on';
}

const reasonsOf = (resolutions: readonly Resolution[]): string =>
  `Two codings reconciled: ${resolutions.map(({ reason }) => reason).join(' ')}`.slice(0, 2000);

/** Writes the codes the two ended with into the record, where it had others; returns its revision. */
async function written(
  tx: Tx,
  author: Person,
  { coding, held, revision }: HeldCoding,
  {
    resolutions,
    codes,
  }: { resolutions: readonly Resolution[]; codes: Parameters<typeof withCodes>[1] },
): Promise<ReconcileResult> {
  const incident = withCodes(revision.incident, codes);
  if (incident === revision.incident) return { ok: true, revision: held.revision };
  const checked = checkLogged(incident, now());
  if (!checked.ok) return { ok: false, code: 'codes', faults: checked.faults };
  const facts = factsOf(await codingStateOf(tx, held.id, held.revision));
  const subject = subjectOfCoding(held, coding);
  const reason = reasonsOf(resolutions);
  const moved = stepOf(held.state, 'reconcile', { actor: author, subject, facts, reason });
  if (!moved.ok) return moved;
  const { step } = moved;
  const what = { actor: author, incident: checked.incident, reason, beside: { coding: coding.id } };
  const done = await reviseOnPath(tx, held.revision, what, { step, by: author });
  if (step.from === step.to)
    await keepStep(tx, author, { incident: held.id, revision: done.revision }, step);
  return { ok: true, revision: done.revision };
}

/**
 * Settles every difference between two codings with a value and a reason. Where that changes the
 * record it gets a revision, by whoever settled them, that stays under review.
 */
export function reconcileCoding(
  actor: Actor,
  id: string,
  resolutions: readonly Resolution[],
): Promise<ReconcileResult> {
  return writing(async (tx): Promise<ReconcileResult> => {
    const found = await heldCoding(actor, id, tx);
    const subject =
      found === null
        ? ({ kind: 'coding', authors: [], pendingFor: [] } as const)
        : subjectOfCoding(found.held, found.coding);
    const allowed = await guardWithin(tx, actor, 'coding.reconcile', subject);
    if (!allowed.ok) return allowed;
    if (found === null) return { ok: false, code: 'hidden' };
    const late = lateness(found);
    if (late !== null) return { ok: false, code: late };
    const { author } = allowed;
    const { coding, held } = found;
    const settled = reconciled(firstIn(coding), secondIn(coding), resolutions);
    if (!settled.ok) return { ...settled, code: 'resolutions' };
    const done = await written(tx, author, found, { resolutions, codes: settled.codes });
    if (!done.ok) return done;
    const { at } = await append(tx, {
      ...{ actor: author, type: 'coding.reconciled', subject: `incident:${held.id}` },
      payload: { coding: id, incident: held.id, revision: done.revision, resolutions },
    });
    await tx.coding.update({
      where: { id },
      data: {
        ...{ resolutions: plainJson(resolutions), reconciledById: author.id },
        ...{ reconciledAt: new Date(at), settledRevision: done.revision },
      },
    });
    await settleFindingsOf(tx, held.id);
    return done;
  });
}
