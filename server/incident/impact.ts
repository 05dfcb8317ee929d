import 'server-only';
import type { Actor } from '@/domain/actor';
import { toDay } from '@/domain/dates';
import { policyAt } from '@/domain/policy-version';
import { findingsOn, type Impact, impactOf } from '@/domain/record-impact';
import { endOfToday } from '@/server/clock';
import { corpus } from '@/server/corpus';
import { database } from '@/server/database';
import { readableRecord } from './reading';
import { keptRevision } from './record';

/**
 * What rests on a record as it stands today, or null where the actor sees none. Asks the database
 * and the corpus by itself, so it is called before a transaction and not inside one.
 */
export async function recordImpact(actor: Actor, id: string): Promise<Impact | null> {
  const held = await readableRecord(actor, id);
  if (held === null) return null;
  const [revision, { pacts, policies, compiledOn }, signed, evidence] = await Promise.all([
    keptRevision(id, held.revision),
    corpus(),
    database().signedFinding.count({
      where: { incidentId: id, revokedAt: null, superseded: null },
    }),
    database().evidenceItem.count({ where: { incidentId: id, withdrawnAt: null } }),
  ]);
  if (revision === null) return null;
  const asOf = endOfToday();
  const policy = policyAt(policies, asOf);
  const setting = { policy, asOf, compiledOn: compiledOn ?? toDay(asOf) };
  return impactOf({ findings: findingsOn(revision.incident, pacts, setting), signed, evidence });
}
