import 'server-only';
import { toDay } from '@/domain/dates';
import { type Signing, sameInputs } from '@/domain/review/signature';
import { now } from '@/server/clock';
import { scoredAt } from '@/server/corpus/kept';
import { database } from '@/server/database';
import { knownEvidence } from '@/server/evidence/item';
import { heldRecord, keptRevision } from '@/server/incident/record';
import type { Tx } from '@/server/ledger';
import { getPact } from '@/server/pacts';
import { policyInForce } from '@/server/policy-in-force';
import type { HeldFinding } from './finding';

async function compiledOn(tx: Tx): Promise<string | null> {
  const { _max } = await tx.dossier.aggregate({ _max: { compiledOn: true } });
  return _max.compiledOn === null ? null : toDay(_max.compiledOn.getTime());
}

/**
 * The world a finding would be signed in now, as the database has it: the current revision without
 * suspended claims, the newest version of the pact, the policy in force. Null where the record does
 * not stand for itself any more, or the pact is none.
 */
export async function signingNow(
  tx: Tx,
  { coordinates, pact: pactId }: Pick<Signing, 'coordinates'> & { readonly pact: string },
): Promise<Signing | null> {
  const held = await heldRecord(coordinates.incident, tx);
  if (held === null || held.withdrawn || held.retiredInto !== null) return null;
  const revision = await keptRevision(held.id, held.revision, tx);
  const pact = await getPact(pactId, undefined, tx);
  if (revision === null || pact === null) return null;
  return {
    ...{ coordinates, pact, policy: await policyInForce(now(), tx) },
    incident: scoredAt(revision.incident, await knownEvidence([held.id], tx), Infinity),
    record: { revision: held.revision, payloadHash: revision.payloadHash },
    compiledOn: (await compiledOn(tx)) ?? coordinates.asOf,
  };
}

/** The same for a finding that is on its way. */
export const signingOf = ({ coordinates, row }: HeldFinding, tx: Tx = database()) =>
  signingNow(tx, { coordinates, pact: row.pactId });

/** Whether what a finding's signers see is what would be signed now; true while nothing is fixed yet. */
export const isFresh = ({ content }: HeldFinding, signing: Signing | null): boolean =>
  content === null || (signing !== null && sameInputs(content, signing));
