import 'server-only';
import { z } from 'zod';
import type { Actor, Person } from '@/domain/actor';
import { parseAsOf } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import { sidesOf } from '@/domain/review/roll';
import {
  type Coordinates,
  contentOf,
  coordinatesSchema,
  type Signing,
} from '@/domain/review/signature';
import { slug } from '@/domain/text';
import { endOfToday } from '@/server/clock';
import { guardWithin } from '@/server/guard';
import { heldRecord, NOWHERE, subjectOf as recordSubject } from '@/server/incident/record';
import { type Tx, writing } from '@/server/ledger';
import { getPact } from '@/server/pacts';
import { isBlindTo } from '@/server/review/blind';
import { type HeldFinding, heldFinding, heldFindings } from './finding';
import { type Outcome, type Refused, refused } from './outcome';
import { settled } from './settling';
import { signingNow } from './signing';
import { takeStep, tryStep } from './step';

/** Which computed finding is put on its way; without a day, as it stands today. */
export const nominationSchema = z.strictObject({
  ...{ incident: slug, pact: slug, clause: coordinatesSchema.shape.clause },
  accused: coordinatesSchema.shape.accused,
  asOf: coordinatesSchema.shape.asOf.optional(),
});
export type Nomination = z.infer<typeof nominationSchema>;

interface Case {
  readonly coordinates: Coordinates;
  readonly pact: Pact;
  readonly signing: Signing;
}

async function caseOf(
  tx: Tx,
  { pact: pactId, incident, clause, accused, asOf }: Nomination,
): Promise<({ readonly ok: true } & Case) | Refused> {
  const today = new Date(endOfToday()).toISOString().slice(0, 10);
  const coordinates = { incident, clause, accused, asOf: asOf ?? today };
  if ((parseAsOf(coordinates.asOf) ?? Infinity) > endOfToday()) return refused('future');
  const pact = await getPact(pactId, undefined, tx);
  if (pact === null) return refused('unknown_pact');
  if (!pact.clauses.some(({ id }) => id === clause)) return refused('unknown_clause');
  const signing = await signingNow(tx, { coordinates, pact: pactId });
  if (signing === null || contentOf(signing) === null) return refused('unknown_case');
  return { ok: true, coordinates, pact, signing };
}

/** The last finding of the same case, or null where it is the first. */
async function earlier(tx: Tx, { pact, coordinates }: Case): Promise<HeldFinding | null> {
  const { incident: incidentId, clause: clauseId, accused } = coordinates;
  const all = await heldFindings({ incidentId, pactId: pact.id, clauseId, accused }, tx);
  return all.reduce<HeldFinding | null>(
    (last, each) => (last === null || each.row.version > last.row.version ? each : last),
    null,
  );
}

/** States of a finding that a new version may follow. */
export const ENDED: readonly string[] = ['stale', 'revoked'];

async function open(
  tx: Tx,
  author: Person,
  about: Case,
  before: HeldFinding | null,
): Promise<Outcome<{ id: string }>> {
  const { coordinates, pact, signing } = about;
  const { incident, clause, accused, asOf } = coordinates;
  const held = await heldRecord(incident, tx);
  const subject = held === null ? NOWHERE : recordSubject(held);
  const sides = sidesOf(pact, signing.incident, accused);
  const trying = {
    ...{ actor: author, action: 'nominate' as const, subject },
    facts: { two_sides: sides !== null, saved_pact: true },
    payload: {
      ...{ incident, pact: pact.id, pactVersion: pact.version, clause, accused, asOf },
      supersedes: before?.id ?? null,
    },
  };
  const next = await tryStep(tx, { id: '', state: null }, trying);
  if (!next.ok) return next;
  if (before !== null)
    await takeStep(tx, before, {
      ...{ actor: author, action: 'supersede', subject, facts: { successor: true } },
    });
  const { id } = await tx.finding.create({
    data: {
      ...{ incidentId: incident, pactId: pact.id, pactVersion: pact.version, clauseId: clause },
      ...{ accused, asOf: new Date(asOf), state: next.state, nominatedById: author.id },
      ...{ version: (before?.row.version ?? 0) + 1, supersedesId: before?.id ?? null },
      accusedParty: sides?.accused[0] ?? accused,
      complainants: [...(sides?.complainant ?? [])],
      ...{ nominatedAt: new Date(), ledgerSeq: 0 },
    },
    select: { id: true },
  });
  const taken = await takeStep(tx, { id, state: null }, trying);
  return taken.ok ? { ok: true, id } : taken;
}

/**
 * Puts a computed finding on its way to the commission. Where an earlier one of the case is stale or
 * revoked, this one supersedes it; where one still stands or is on its way, it is refused.
 */
export function nominate(
  actor: Actor,
  nomination: Nomination,
): Promise<Outcome<{ id: string; state: string }>> {
  return writing(async (tx): Promise<Outcome<{ id: string; state: string }>> => {
    const record = await heldRecord(nomination.incident, tx);
    const gone = record === null || record.withdrawn;
    const subject = gone ? NOWHERE : recordSubject(record);
    const allowed = await guardWithin(tx, actor, 'finding.nominate', subject);
    if (!allowed.ok) return allowed;
    if (gone) return refused('hidden');
    if (record.retiredInto !== null) return refused('retired');
    if (await isBlindTo(allowed.author, record.id, tx)) return refused('blind');
    const about = await caseOf(tx, nomination);
    if (!about.ok) return about;
    const last = await earlier(tx, about);
    const before = last === null ? null : (await settled(tx, last)).held;
    if (before !== null && !ENDED.includes(before.state))
      return refused('exists', { finding: before.id });
    const made = await open(tx, allowed.author, about, before);
    if (!made.ok) return made;
    const held = await heldFinding(made.id, tx);
    if (held === null) throw new Error(`finding ${made.id} is not there`);
    return { ok: true, id: made.id, state: (await settled(tx, held)).held.state };
  });
}
