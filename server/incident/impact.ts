import 'server-only';
import type { Actor } from '@/domain/actor';
import { toDay } from '@/domain/dates';
import { policyAt } from '@/domain/policy-version';
import { findingsOn, type Impact, impactOf } from '@/domain/record-impact';
import { endOfToday } from '@/server/clock';
import { heldFindings } from '@/server/commission/finding';
import { isFresh, signingOf } from '@/server/commission/signing';
import { database } from '@/server/database';
import { library } from '@/server/library';
import { isBlindTo } from '@/server/review/blind';
import { readableRecord } from './reading';
import { keptRevision } from './record';

/** How many findings about a record count as signed at this moment. */
async function signedOn(incidentId: string): Promise<number> {
  const published = await heldFindings({ incidentId, state: 'published' });
  const fresh = await Promise.all(
    published
      .filter(({ row }) => row.outcome !== 'procedural')
      .map(async (held) => isFresh(held, await signingOf(held))),
  );
  return fresh.filter((each) => each).length;
}

/**
 * What rests on a record as it stands today, or null where the actor sees none, or still has to code it. Asks the database
 * and the corpus by itself, so it is called before a transaction and not inside one.
 */
export async function recordImpact(actor: Actor, id: string): Promise<Impact | null> {
  const held = await readableRecord(actor, id);
  if (held === null || (await isBlindTo(actor, id))) return null;
  const [revision, { pacts, policies, compiledOn }, signed, evidence] = await Promise.all([
    keptRevision(id, held.revision),
    library(),
    signedOn(id),
    database().evidenceItem.count({ where: { incidentId: id, withdrawnAt: null } }),
  ]);
  if (revision === null) return null;
  const asOf = endOfToday();
  const policy = policyAt(policies, asOf);
  const setting = { policy, asOf, compiledOn: compiledOn ?? toDay(asOf) };
  return impactOf({ findings: findingsOn(revision.incident, pacts, setting), signed, evidence });
}
