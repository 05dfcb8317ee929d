import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import type { StepRefusal } from '@/domain/review';
import { RECORD_PATH, type RecordState } from '@/domain/review/record-path';
import { guardWithin } from '@/server/guard';
import {
  type HeldRecord,
  heldRecord,
  keptRevision,
  NOWHERE,
  subjectOf,
} from '@/server/incident/record';
import { type Tx, writing } from '@/server/ledger';
import { blindTo, codingStateOf, factsOf } from './coding-state';
import { wantCoding } from './coding-task';
import { keepStep, type Step, stepOf } from './record-step';

/** What people do to a record on its path, beside revising, reconciling and retracting it. */
export const RECORD_ACTS = ['submit', 'take_up', 'accept', 'return'] as const;
export type RecordAct = (typeof RECORD_ACTS)[number];

export interface Act {
  readonly action: RecordAct;
  readonly reason: string | null;
  /** The revision they looked at. */
  readonly basedOn: number;
}

export type ActResult =
  | { readonly ok: true; readonly state: RecordState; readonly revision: number }
  | { readonly ok: false; readonly code: StepRefusal | 'retired' }
  /** Revised since: `current` is the revision to look at. */
  | { readonly ok: false; readonly code: 'moved_on'; readonly current: number };

/** What the privilege table asks of a record that is judged: whoever coded it is among its authors. */
export async function judgedSubject(tx: Tx, held: HeldRecord) {
  const { coders } = await codingStateOf(tx, held.id, held.revision);
  return { ...subjectOf(held), authors: [...new Set([...held.authors, ...coders])] };
}

/** Who submits may have written it; who judges it may not. */
const askedOf = async (tx: Tx, held: HeldRecord, action: RecordAct) =>
  action === 'submit' ? subjectOf(held) : judgedSubject(tx, held);

const judges = (action: RecordAct): boolean => action === 'accept' || action === 'return';

/** The steps of an act: what nobody took up is taken up by whoever judges it. */
async function stepsOf(tx: Tx, author: Person, held: HeldRecord, { action, reason }: Act) {
  const coding = await codingStateOf(tx, held.id, held.revision);
  const subject = await askedOf(tx, held, action);
  const attempt = { actor: author, subject, facts: factsOf(coding), reason };
  const taken =
    judges(action) && held.state === 'submitted'
      ? stepOf('submitted', 'take_up', { ...attempt, reason: null })
      : null;
  if (taken !== null && !taken.ok) return taken;
  const done = stepOf(taken?.step.to ?? held.state, action, attempt);
  if (!done.ok) return done;
  return { ok: true, steps: taken === null ? [done.step] : [taken.step, done.step] } as const;
}

async function take(
  tx: Tx,
  author: Person,
  held: HeldRecord,
  steps: readonly Step[],
): Promise<ActResult> {
  const { id, revision } = held;
  for (const step of steps) await keepStep(tx, author, { incident: id, revision }, step);
  const state = steps.at(-1)?.to ?? held.state;
  if (state !== 'submitted') return { ok: true, state, revision };
  const current = await keptRevision(id, revision, tx);
  if (current === null) throw new Error(`${id} has no revision ${revision}`);
  await wantCoding(tx, author, held, current.incident);
  return { ok: true, state, revision };
}

/**
 * Takes a record one act further: submits it, takes it up, accepts or returns it. Refused where the
 * record has moved on from the revision that was looked at; of two who judge at once one is late.
 */
export function actOnRecord(actor: Actor, id: string, act: Act): Promise<ActResult> {
  return writing(async (tx): Promise<ActResult> => {
    const held = await heldRecord(id, tx);
    const gone = held === null || held.withdrawn;
    const subject = gone ? NOWHERE : await askedOf(tx, held, act.action);
    const { by } = RECORD_PATH[act.action];
    const allowed = await guardWithin(tx, actor, by, subject, `incident:${id}`);
    if (!allowed.ok) return allowed;
    if (gone) return { ok: false, code: 'hidden' };
    if (held.retiredInto !== null) return { ok: false, code: 'retired' };
    const { author } = allowed;
    if ((await blindTo(author, tx)).has(id)) return { ok: false, code: 'blind' };
    if (act.basedOn !== held.revision)
      return { ok: false, code: 'moved_on', current: held.revision };
    const taking = await stepsOf(tx, author, held, act);
    return taking.ok ? take(tx, author, held, taking.steps) : taking;
  });
}
