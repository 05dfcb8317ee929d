import 'server-only';
import type { Actor } from '@/domain/actor';
import { may } from '@/domain/permission';
import { database } from '@/server/database';
import { readableRecord } from '@/server/incident/reading';
import { isBlindTo } from '@/server/review/blind';
import { itemSubject, mayKnow } from './item';

const named = { select: { name: true } } as const;

/**
 * The evidence of a record that an actor may know of, and of the records merged into it; null: no
 * such record. Whoever has yet to code the record finds all of it sealed: that some starts out
 * sealed follows from its conduct.
 */
export async function listEvidence(actor: Actor, incidentId: string) {
  const held = await readableRecord(actor, incidentId);
  if (held === null) return null;
  const blind = await isBlindTo(actor, incidentId);
  const merged = await database().incident.findMany({
    where: { retiredInto: incidentId },
    select: { id: true },
  });
  const rows = await database().evidenceItem.findMany({
    where: { incidentId: { in: [incidentId, ...merged.map(({ id }) => id)] } },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    include: {
      blob: { select: { size: true } },
      addedBy: named,
      custody: { orderBy: { id: 'asc' }, include: { actor: named } },
    },
  });
  const listed = [];
  for (const { blob, addedBy, custody, ...item } of rows) {
    const owner =
      item.incidentId === incidentId ? held : await readableRecord(actor, item.incidentId);
    if (owner === null || !mayKnow(actor, { item, held: owner })) continue;
    // Who handled it is for those who handle evidence: names of people are not for every reader.
    const subject = itemSubject({ item, held: owner });
    const handles = may(actor, 'evidence.open', subject).allowed;
    // What was withdrawn is kept, and shown to those who handle evidence alone.
    if (item.withdrawnAt !== null && !handles) continue;
    const { id, sha256, name, description, mediaType, tool, url, tlp, sealed, claims } = item;
    listed.push({
      ...{ id, incidentId: item.incidentId, sha256, name, description, mediaType, tool, url, tlp },
      ...{
        sealed: sealed || blind,
        claims,
        size: blob.size,
        workingCopy: item.redactedSha256,
        mayOpen: handles,
      },
      capturedAt: item.capturedAt.toISOString(),
      capturedBy: handles ? item.capturedBy : null,
      addedAt: item.addedAt.toISOString(),
      addedBy: handles ? addedBy.name : null,
      mismatchedAt: item.mismatchedAt?.toISOString() ?? null,
      withdrawnAt: item.withdrawnAt?.toISOString() ?? null,
      mayWithdraw: may(actor, 'evidence.withdraw', subject).allowed,
      custody: (handles && !blind ? custody : []).map(
        ({ at, action, reason, sha256Seen, actor: by }) => ({
          ...{ at: at.toISOString(), by: by.name, action, reason, sha256Seen },
        }),
      ),
    });
  }
  return listed;
}
