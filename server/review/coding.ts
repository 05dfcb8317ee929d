import 'server-only';
import type { Actor } from '@/domain/actor';
import { may, mayEver, type Refusal } from '@/domain/permission';
import {
  type BlindIncident,
  blindOf,
  type Codes,
  codesSchema,
  type Difference,
  differences,
} from '@/domain/review/coding';
import { type Resolution, reconciliationSchema } from '@/domain/review/reconciliation';
import { database } from '@/server/database';
import {
  type HeldRecord,
  heldRecord,
  type KeptRevision,
  keptRevision,
  subjectOf,
} from '@/server/incident/record';
import type { Tx } from '@/server/ledger';
import type { LiveCoding } from './coding-state';
import { subjectOfCoding } from './coding-task';

/** A coding with the record it is of and the revision that is coded. */
export interface HeldCoding {
  readonly coding: LiveCoding;
  readonly held: HeldRecord;
  readonly revision: KeptRevision;
}

/** A coding of a record that an actor may know of; null where there is none. */
export async function heldCoding(
  actor: Actor,
  id: string,
  within: Tx = database(),
): Promise<HeldCoding | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const coding = await within.coding.findUnique({ where: { id } });
  const held = coding === null ? null : await heldRecord(coding.incidentId, within);
  if (coding === null || held === null || held.withdrawn || held.retiredInto !== null) return null;
  if (!may(actor, 'record.read', subjectOf(held)).allowed) return null;
  const revision = await keptRevision(held.id, coding.revision, within);
  return revision === null ? null : { coding, held, revision };
}

/** The codes of a coding that is in: both, where they differ, and how that was settled. */
export interface CodesTold {
  readonly first: Codes;
  readonly second: Codes;
  readonly differences: readonly Difference[];
  readonly resolutions: readonly Resolution[];
}

export const firstIn = ({ firstCodes }: LiveCoding): Codes => codesSchema.parse(firstCodes);
export const secondIn = ({ secondCodes }: LiveCoding): Codes => codesSchema.parse(secondCodes);

function toldOf(coding: LiveCoding): CodesTold {
  const [first, second] = [firstIn(coding), secondIn(coding)];
  const { resolutions } = reconciliationSchema.parse({ resolutions: coding.resolutions ?? [] });
  return { first, second, differences: differences(first, second), resolutions };
}

/** A coding as a person may see it. No code of either is told before both are in. */
export interface ShownCoding {
  readonly id: string;
  readonly state: 'wanted' | 'differs' | 'settled' | 'superseded';
  readonly revision: number;
  /** The record has reached another revision; it is coded once it was submitted again. */
  readonly movedOn: boolean;
  readonly incident: BlindIncident;
  /** It was given to this person. */
  readonly mine: boolean;
  /** It was given to nobody: any analyst who may can take it. */
  readonly open: boolean;
  readonly mayCode: boolean;
  readonly mayReconcile: boolean;
  readonly codes: CodesTold | null;
}

function stateOf({ supersededAt, settledRevision, handedInAt }: LiveCoding): ShownCoding['state'] {
  if (supersededAt !== null) return 'superseded';
  if (settledRevision !== null) return 'settled';
  return handedInAt === null ? 'wanted' : 'differs';
}

export type CodingResult =
  | { readonly ok: true; readonly coding: ShownCoding }
  | { readonly ok: false; readonly code: Refusal };

/** One coding, for whoever makes it, may take it, or may read codings. */
export async function readCoding(actor: Actor, id: string): Promise<CodingResult> {
  const ever = mayEver(actor, 'coding.read');
  if (!ever.allowed) return { ok: false, code: ever.code };
  const found = await heldCoding(actor, id);
  if (found === null) return { ok: false, code: 'hidden' };
  const { coding, held, revision } = found;
  const subject = subjectOfCoding(held, coding);
  const mine = actor.kind === 'person' && actor.id === coding.secondCoderId;
  const read = may(actor, 'coding.read', subject);
  if (!mine && !read.allowed) return { ok: false, code: read.code };
  const state = stateOf(coding);
  const wanted = state === 'wanted';
  const mayCode = wanted && may(actor, 'coding.blind', subject).allowed;
  return {
    ok: true,
    coding: {
      ...{ id, state, revision: coding.revision, movedOn: held.revision !== coding.revision },
      ...{ incident: blindOf(revision.incident), mine, mayCode },
      open: wanted && coding.secondCoderId === null,
      mayReconcile: state === 'differs' && may(actor, 'coding.reconcile', subject).allowed,
      codes: coding.handedInAt === null || !read.allowed ? null : toldOf(coding),
    },
  };
}
