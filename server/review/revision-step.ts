import 'server-only';
import type { Author } from '@/server/author';
import { settleFindingsOf } from '@/server/commission/settling';
import { reviseWithin, type Writing, type Written } from '@/server/incidents';
import type { Tx } from '@/server/ledger';
import { followRevision } from './coding-follow';
import { keepStep, type Step } from './record-step';

/**
 * Adds a revision and moves the record by it, inside the caller's transaction. A step that leads
 * nowhere else is told by the revision alone. `by` takes the step; the revision has its own author.
 * Findings that rest on the record go stale with it.
 */
export async function reviseOnPath(
  tx: Tx,
  basedOn: number,
  what: Writing,
  { step, by }: { readonly step: Step; readonly by: Author },
): Promise<Written> {
  const written = await reviseWithin(tx, basedOn, what);
  const at = { incident: what.incident.id, revision: written.revision };
  if (step.from !== step.to) await keepStep(tx, by, at, step);
  if (step.action !== 'reconcile') await followRevision(tx, what.incident);
  await settleFindingsOf(tx, what.incident.id);
  return written;
}
