import 'server-only';
import type { Incident } from '@/domain/incident';
import { codesOfRecord, differences } from '@/domain/review/coding';
import { now } from '@/server/clock';
import { keptRevision } from '@/server/incident/record';
import type { Tx } from '@/server/ledger';
import { type LiveCoding, liveCoding } from './coding-state';
import { supersede } from './coding-task';

/** Whether a record says what its two analysts ended with: the same codes of the same claims. */
async function stillSettled(tx: Tx, coding: LiveCoding, incident: Incident): Promise<boolean> {
  const { incidentId, settledRevision } = coding;
  if (settledRevision === null) return false;
  const then = await keptRevision(incidentId, settledRevision, tx);
  if (then === null) throw new Error(`${incidentId} has no revision ${settledRevision}`);
  return differences(codesOfRecord(then.incident), codesOfRecord(incident)).length === 0;
}

/**
 * What a revision does to the coding of a record. One that nobody handed in stays with its coder, who
 * stays blind, until the record is submitted again. One that is settled holds as long as the record
 * says what the two ended with. One that was handed in and not reconciled is over.
 */
export async function followRevision(tx: Tx, incident: Incident): Promise<void> {
  const live = await liveCoding(incident.id, tx);
  if (live === null) return;
  const retracted = incident.status === 'retracted' && live.settledRevision === null;
  if (live.handedInAt === null && !retracted) return;
  if (retracted || !(await stillSettled(tx, live, incident)))
    await supersede(tx, live, new Date(now()));
}
