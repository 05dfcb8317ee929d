import 'server-only';
import type { Person } from '@/domain/actor';
import { type Change, diff } from '@/domain/revision-diff';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { mayReadRevision, readableRecord } from '@/server/incident/reading';
import { type HeldRecord, keptRevision } from '@/server/incident/record';
import { isBlindTo, whyHidden } from './blind';

const subjectOfLook = (incident: string): string => `incident:${incident}`;

/** What has changed in a record since a person last looked at an earlier revision of it on their desk. */
export interface SinceLook {
  /** The earlier revision they looked at; null: they never did. */
  readonly revision: number | null;
  readonly at: string | null;
  readonly changes: readonly Change[];
}
export type LookResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'blind' | 'hidden' };

async function looked(person: Person, incident: string): Promise<LookResult<HeldRecord>> {
  const held = await readableRecord(person, incident);
  if (held === null || (await isBlindTo(person, incident)))
    return { ok: false, code: await whyHidden(person, incident) };
  return { ok: true, value: held };
}

/** The changes since the last look; a reload of the page changes nothing about it. */
export async function sinceLook(person: Person, incident: string): Promise<LookResult<SinceLook>> {
  const found = await looked(person, incident);
  if (!found.ok) return found;
  const held = found.value;
  const nothing = { revision: null, at: null, changes: [] };
  const look = await database().look.findFirst({
    where: {
      ...{ userId: person.id, subject: subjectOfLook(incident) },
      revision: { lt: held.revision },
    },
    orderBy: { revision: 'desc' },
  });
  if (look === null) return { ok: true, value: nothing };
  const [then, current] = [
    await keptRevision(incident, look.revision),
    await keptRevision(incident, held.revision),
  ];
  const readable = then !== null && mayReadRevision(person, held, then);
  if (!readable || current === null) return { ok: true, value: nothing };
  const changes = diff(then.incident, current.incident);
  return { ok: true, value: { revision: look.revision, at: look.at.toISOString(), changes } };
}

/** Notes that a person has looked at a record as it stands: a bookmark of theirs, and no act on it. */
export async function noteLook(person: Person, incident: string): Promise<LookResult<number>> {
  const found = await looked(person, incident);
  if (!found.ok) return found;
  const { revision } = found.value;
  const at = new Date(now());
  await database().look.upsert({
    where: {
      userId_subject_revision: { userId: person.id, subject: subjectOfLook(incident), revision },
    },
    create: { userId: person.id, subject: subjectOfLook(incident), revision, at },
    update: { at },
  });
  return { ok: true, value: revision };
}
