import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import { hashOf } from '@/domain/ledger';
import type { Refusal } from '@/domain/permission';
import { type Codes, type Difference, differences, misfitOf } from '@/domain/review/coding';
import { settleFindingsOf } from '@/server/commission/settling';
import { guardWithin } from '@/server/guard';
import { heldRecord, keptRevision, NOWHERE, subjectOf } from '@/server/incident/record';
import { plainJson } from '@/server/json';
import { append, type Tx, writing } from '@/server/ledger';
import { firstIn, type HeldCoding, heldCoding } from './coding';
import { blindTo, liveCoding } from './coding-state';
import { canStillCode, enterAssignment, subjectOfCoding, wantCoding } from './coding-task';

type Late = 'superseded' | 'handed_in' | 'moved_on';
type Refused = { readonly ok: false; readonly code: Refusal | Late | 'not_assigned' };

/** What nobody may know of, as a coding. */
const NO_CODING = { kind: 'coding', authors: [], pendingFor: [] } as const;

function lateness({ coding, held }: HeldCoding): Late | null {
  if (coding.supersededAt !== null) return 'superseded';
  if (coding.handedInAt !== null) return 'handed_in';
  return coding.revision === held.revision ? null : 'moved_on';
}

/** A coding that a person may make now, or why not. */
async function toBeMade(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<({ readonly ok: true; readonly author: Person } & HeldCoding) | Refused> {
  const found = await heldCoding(actor, id, tx);
  const subject = found === null ? NO_CODING : subjectOfCoding(found.held, found.coding);
  const allowed = await guardWithin(tx, actor, 'coding.blind', subject);
  if (!allowed.ok) return allowed;
  if (found === null) return { ok: false, code: 'hidden' };
  const late = lateness(found);
  return late === null ? { ok: true, author: allowed.author, ...found } : { ok: false, code: late };
}

export type TakeResult = { readonly ok: true } | Refused;

/** Takes a second coding that was given to nobody, or to somebody who cannot make it any more. */
export function takeCoding(actor: Actor, id: string): Promise<TakeResult> {
  return writing(async (tx): Promise<TakeResult> => {
    const found = await toBeMade(tx, actor, id);
    if (!found.ok) return found;
    const { author, coding, held } = found;
    if (coding.secondCoderId === author.id) return { ok: true };
    if (await canStillCode(tx, held, coding)) return { ok: false, code: 'not_assigned' };
    const { at } = await enterAssignment(tx, author, coding, author.id);
    await tx.coding.update({
      where: { id },
      data: { secondCoderId: author.id, assignedAt: new Date(at) },
    });
    return { ok: true };
  });
}

export type HandInResult =
  | { readonly ok: true; readonly differences: readonly Difference[] }
  | Refused
  /** Claims without a grade, and grades of no claim. */
  | {
      readonly ok: false;
      readonly code: 'codes';
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
    };

/**
 * Hands a second coding in, once; from then on the differences are told. Where there is none the
 * coding is settled with it.
 */
export function handInCoding(actor: Actor, id: string, codes: Codes): Promise<HandInResult> {
  return writing(async (tx): Promise<HandInResult> => {
    const found = await toBeMade(tx, actor, id);
    if (!found.ok) return found;
    const { author, coding, revision } = found;
    if (coding.secondCoderId !== author.id) return { ok: false, code: 'not_assigned' };
    const { missing, unknown } = misfitOf(codes, revision.incident);
    if (missing.length + unknown.length > 0) return { ok: false, code: 'codes', missing, unknown };
    const open = differences(firstIn(coding), codes);
    const agreed = open.length === 0;
    const { at } = await append(tx, {
      ...{ actor: author, type: 'coding.handed_in', subject: `incident:${coding.incidentId}` },
      payload: { coding: id, incident: coding.incidentId, codes: hashOf(codes), agreed },
    });
    await tx.coding.update({
      where: { id },
      data: {
        ...{ secondCodes: plainJson(codes), handedInAt: new Date(at) },
        ...(agreed ? { settledRevision: coding.revision } : {}),
      },
    });
    if (agreed) await settleFindingsOf(tx, coding.incidentId);
    return { ok: true, differences: open };
  });
}

export type RequestResult =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly code: Refusal | 'retired' | 'moved_on' | 'coded' | 'not_coded_now';
    };

/**
 * Sends an accepted record to be coded a second time: what came here reviewed was not coded blind.
 * Who asks stands for the codes it has.
 */
export function requestCoding(actor: Actor, id: string, basedOn: number): Promise<RequestResult> {
  return writing(async (tx): Promise<RequestResult> => {
    const held = await heldRecord(id, tx);
    const gone = held === null || held.withdrawn;
    const subject = gone ? NOWHERE : subjectOf(held);
    const allowed = await guardWithin(tx, actor, 'coding.request', subject);
    if (!allowed.ok) return allowed;
    if (gone) return { ok: false, code: 'hidden' };
    if (held.retiredInto !== null) return { ok: false, code: 'retired' };
    if ((await blindTo(allowed.author, tx)).has(id)) return { ok: false, code: 'blind' };
    if (held.state !== 'accepted') return { ok: false, code: 'not_coded_now' };
    if (basedOn !== held.revision) return { ok: false, code: 'moved_on' };
    if ((await liveCoding(id, tx)) !== null) return { ok: false, code: 'coded' };
    const current = await keptRevision(id, held.revision, tx);
    if (current === null) throw new Error(`${id} has no revision ${held.revision}`);
    const made = await wantCoding(tx, allowed.author, held, current.incident);
    return made === null ? { ok: false, code: 'coded' } : { ok: true, id: made };
  });
}
