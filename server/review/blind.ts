import 'server-only';
import type { Actor } from '@/domain/actor';
import { reachOf } from '@/domain/permission';
import { database } from '@/server/database';
import type { Visibility } from '@/server/incident-search';
import type { Tx } from '@/server/ledger';
import { blindTo, type Somebody } from './coding-state';

/**
 * What a reader may see in lists, figures and searches: what their roles reach, without the records
 * they still have to code. The only way from an actor to a visibility.
 */
export async function visibilityOf(actor: Actor): Promise<Visibility> {
  const blind = await blindTo(actor);
  return blind.size === 0 ? reachOf(actor) : { ...reachOf(actor), without: [...blind].sort() };
}

/** Whether a person still has to code an incident, and sees no codes of it until then. */
export const isBlindTo = async (actor: Somebody, incident: string, within?: Tx): Promise<boolean> =>
  (await blindTo(actor, within)).has(incident);

/** Why a record cannot be read that is not there for this reader. */
export const whyHidden = async (actor: Somebody, incident: string): Promise<'blind' | 'hidden'> =>
  (await isBlindTo(actor, incident)) ? 'blind' : 'hidden';

/** The coding that a person still owes for an incident, or null. */
export async function codingOwed(
  actor: Somebody,
  incident: string,
): Promise<{ readonly id: string; readonly title: string } | null> {
  if (actor.kind === 'visitor') return null;
  const coding = await database().coding.findFirst({
    where: {
      ...{ incidentId: incident, secondCoderId: actor.id },
      ...{ handedInAt: null, supersededAt: null },
    },
    select: { id: true, incident: { select: { title: true } } },
  });
  return coding === null ? null : { id: coding.id, title: coding.incident.title };
}
