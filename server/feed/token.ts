import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { type Person, rolesOf } from '@/domain/actor';
import { DAY_MS } from '@/domain/dates';
import { type FeedState, feedPath, type MadeFeeds } from '@/domain/feed';
import { findPerson, PERSON_ROW, personIn } from '@/server/account/people';
import { now } from '@/server/clock';
import { isTooLarge, TOO_LARGE } from '@/server/corpus/size';
import { database } from '@/server/database';
import { append, type Tx, writing } from '@/server/ledger';

/** 256 random bits need no slow hash: nobody tries them all. */
const BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const hashOf = (token: string) => createHash('sha256').update(`feed ${token}`).digest('hex');

/** How often it is noted that the addresses are in use, in milliseconds. */
const USED_EVERY_MS = DAY_MS / 24;

const enter = (tx: Tx, { id }: Person, type: string) =>
  append(tx, {
    ...{ actor: { kind: 'person', id }, type: `feed_token.${type}`, subject: `user:${id}` },
    payload: { user: id },
  });

function addressesOf(person: Person, token: string): MadeFeeds {
  return {
    calendar: feedPath(token, { kind: 'calendar' }),
    roles: rolesOf(person).map((role) => ({ role, path: feedPath(token, { kind: 'role', role }) })),
  };
}

/** New addresses for a person, told here and never again; those before are void. */
export async function makeFeeds({ id }: Person): Promise<MadeFeeds> {
  const token = randomBytes(BYTES).toString('base64url');
  return writing(async (tx) => {
    const person = await findPerson(id, tx);
    if (person === null) throw new Error(`${id} is gone`);
    const { at } = await enter(tx, person, 'made');
    const made = { hash: hashOf(token), epoch: person.epoch, createdAt: new Date(at) };
    await tx.feedToken.deleteMany({ where: { userId: id } });
    await tx.feedToken.create({ data: { userId: id, ...made } });
    return addressesOf(person, token);
  });
}

/** Makes the addresses of a person void; nothing happens where there are none. */
export async function revokeFeeds(person: Person): Promise<void> {
  await writing(async (tx) => {
    const { count } = await tx.feedToken.deleteMany({ where: { userId: person.id } });
    if (count > 0) await enter(tx, person, 'revoked');
  });
}

/** Whether a person has addresses that work. */
export async function feedState(userId: string): Promise<FeedState> {
  const kept = await database().feedToken.findUnique({
    where: { userId },
    select: { createdAt: true, usedAt: true, epoch: true, user: { select: PERSON_ROW } },
  });
  const calendarRefusal = (await isTooLarge()) ? TOO_LARGE : null;
  if (kept === null || kept.epoch !== kept.user.sessionEpoch)
    return { madeAt: null, usedAt: null, calendarRefusal };
  const { createdAt, usedAt } = kept;
  return {
    madeAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
    calendarRefusal,
  };
}

/** Who reads by a token, as they stand now. */
export interface FeedReader {
  readonly person: Person;
  readonly madeAt: Date;
}

/**
 * The person a token reads as; null where it is unknown, replaced or revoked, the account is disabled
 * or its sessions were ended since. Nothing tells these apart from outside.
 */
export async function readerOf(token: string): Promise<FeedReader | null> {
  if (!TOKEN.test(token)) return null;
  const kept = await database().feedToken.findUnique({
    where: { hash: hashOf(token) },
    select: {
      userId: true,
      epoch: true,
      createdAt: true,
      usedAt: true,
      user: { select: PERSON_ROW },
    },
  });
  if (kept === null || kept.epoch !== kept.user.sessionEpoch) return null;
  const person = personIn(kept.user);
  if (person.disabled) return null;
  const at = now();
  if ((kept.usedAt?.getTime() ?? 0) < at - USED_EVERY_MS)
    await database().feedToken.updateMany({
      where: { userId: kept.userId, hash: hashOf(token) },
      data: { usedAt: new Date(Math.floor(at / USED_EVERY_MS) * USED_EVERY_MS) },
    });
  return { person, madeAt: kept.createdAt };
}
