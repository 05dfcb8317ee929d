import 'server-only';
import { personOf } from '@/domain/actor';
import type { Incident } from '@/domain/incident';
import { hashOf } from '@/domain/ledger';
import { may, type SubjectOf } from '@/domain/permission';
import { codesOfRecord, codingSubject } from '@/domain/review/coding';
import { PERSON_ROW, personIn } from '@/server/account/people';
import type { Author } from '@/server/author';
import { type HeldRecord, subjectOf } from '@/server/incident/record';
import { plainJson } from '@/server/json';
import { append, type Tx } from '@/server/ledger';
import { type LiveCoding, liveCoding } from './coding-state';

type About = Pick<LiveCoding, 'firstCoderId' | 'secondCoderId' | 'handedInAt'>;

/** What the privilege table asks of a coding. Whoever put the record forward is as good as its author. */
export function subjectOfCoding(held: HeldRecord, coding: About): SubjectOf<'coding.read'> {
  const { firstCoderId, secondCoderId, handedInAt } = coding;
  const assigned = secondCoderId === null ? [] : [secondCoderId];
  return codingSubject({
    authors: [...new Set([...held.authors, firstCoderId])],
    ...{ assigned, handedIn: handedInAt === null ? [] : assigned },
  });
}

/** Analysts who may code a record as its second coder, with what each has to code already. */
async function eligible(tx: Tx, held: HeldRecord, subject: SubjectOf<'coding.blind'>) {
  const users = await tx.user.findMany({
    where: { disabledAt: null, roles: { some: { role: 'analyst', revokedAt: null } } },
    select: {
      ...PERSON_ROW,
      recoded: {
        where: { OR: [{ handedInAt: null, supersededAt: null }, { incidentId: held.id }] },
        select: { incidentId: true, handedInAt: true, supersededAt: true },
      },
    },
  });
  return users.flatMap((user) => {
    const person = personIn(user);
    const fits =
      may(person, 'coding.blind', subject).allowed &&
      may(person, 'record.read', subjectOf(held)).allowed;
    if (!fits) return [];
    const open = user.recoded.filter((each) => each.handedInAt === null && !each.supersededAt);
    const seen = user.recoded.some((each) => each.incidentId === held.id && each.handedInAt);
    return [{ id: user.id, seen, open: open.length }];
  });
}

/** Those who never coded it first, then whoever has least to code, then by id: the same every time. */
async function secondCoder(
  tx: Tx,
  held: HeldRecord,
  subject: SubjectOf<'coding.blind'>,
): Promise<string | null> {
  const [first] = (await eligible(tx, held, subject)).sort(
    (one, two) =>
      Number(one.seen) - Number(two.seen) || one.open - two.open || (one.id < two.id ? -1 : 1),
  );
  return first?.id ?? null;
}

/** Another coding takes the place of this one, or none does. */
export const supersede = (tx: Tx, { id }: LiveCoding, at: Date) =>
  tx.coding.update({ where: { id }, data: { supersededAt: at } });

/**
 * Asks for a second coding of a record as it stands, from the analyst who has least to code and is
 * neither its author nor who asks; where there is none, any who may can take it. What two analysts
 * settled before and the record still says is not coded again (null).
 */
export async function wantCoding(
  tx: Tx,
  author: Author & { readonly kind: 'person' },
  held: HeldRecord,
  incident: Incident,
): Promise<string | null> {
  const before = await liveCoding(held.id, tx);
  if (before !== null && before.settledRevision !== null) return null;
  const firstCodes = codesOfRecord(incident);
  const { at } = await append(tx, {
    ...{ actor: author, type: 'coding.requested', subject: `incident:${held.id}` },
    payload: { incident: held.id, revision: held.revision, codes: hashOf(firstCodes) },
  });
  if (before !== null) await supersede(tx, before, new Date(at));
  const nobody = { firstCoderId: author.id, secondCoderId: null, handedInAt: null };
  const second = await secondCoder(tx, held, subjectOfCoding(held, nobody));
  const { id } = await tx.coding.create({
    data: {
      ...{ incidentId: held.id, revision: held.revision, firstCoderId: author.id },
      ...{ firstCodes: plainJson(firstCodes), requestedAt: new Date(at) },
      ...(second === null ? {} : { secondCoderId: second, assignedAt: new Date(at) }),
    },
    select: { id: true },
  });
  if (second !== null) await enterAssignment(tx, author, { id, incidentId: held.id }, second);
  return id;
}

/** The entry that says whose task a coding is. */
export const enterAssignment = (
  tx: Tx,
  actor: Author,
  coding: Pick<LiveCoding, 'id' | 'incidentId'>,
  to: string,
) =>
  append(tx, {
    ...{ actor, type: 'coding.assigned', subject: `incident:${coding.incidentId}` },
    payload: { coding: coding.id, incident: coding.incidentId, to },
  });

/** Whether whoever a coding was given to can still make it: an account in use, with the role. */
export async function canStillCode(tx: Tx, held: HeldRecord, coding: LiveCoding): Promise<boolean> {
  const { secondCoderId } = coding;
  if (secondCoderId === null) return false;
  const user = await tx.user.findUnique({ where: { id: secondCoderId }, select: PERSON_ROW });
  const person = user === null ? null : personOf(personIn(user));
  return person !== null && may(person, 'coding.blind', subjectOfCoding(held, coding)).allowed;
}
