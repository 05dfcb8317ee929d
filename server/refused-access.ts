import 'server-only';
import { type Actor, personOf } from '@/domain/actor';
import type { Refusal } from '@/domain/permission';
import { type Action, isWatched } from '@/domain/privilege';
import { now } from './clock';
import { database } from './database';
import { append, type Tx, writing } from './ledger';

/** What somebody tried and may not. */
export interface Try {
  readonly action: Action;
  /** As the ledger names it, such as `finding:…`. */
  readonly subject: string;
  readonly code: Refusal;
}

const REFUSED = 'access.refused';
/** The same try of the same person is entered once in this time, in milliseconds. */
const WITHIN_MS = 60_000;
/** Most tries of one person that are entered in that time: trying does not fill the ledger. */
export const MOST_TRIES = 20;

/** Whether a try is to be told: of a signed-in person, at something that matters, and no secret either way. */
function isTold(actor: Actor, { action, code }: Try): boolean {
  return personOf(actor) !== null && isWatched(action) && code !== 'hidden' && code !== 'sign_in';
}

async function isEntered(within: Tx, actor: string, { action, subject }: Try): Promise<boolean> {
  const lately = await within.ledgerEntry.findMany({
    where: { type: REFUSED, actor, at: { gt: new Date(now() - WITHIN_MS) } },
    select: { subject: true, payload: { select: { payload: true } } },
    take: MOST_TRIES,
  });
  const same = lately.some((entry) => {
    const told = entry.payload?.payload;
    const about = typeof told === 'object' && told !== null && 'action' in told && told.action;
    return entry.subject === subject && about === action;
  });
  return same || lately.length >= MOST_TRIES;
}

/**
 * Enters in the ledger that somebody tried what they may not, inside the caller's transaction. The
 * same try is entered once a minute, and no more than twenty of one person.
 */
export async function enterRefusal(tx: Tx, actor: Actor, refused: Try): Promise<void> {
  const person = personOf(actor);
  if (person === null || !isTold(actor, refused)) return;
  if (await isEntered(tx, person.id, refused)) return;
  const { action, subject, code } = refused;
  await append(tx, { actor: person, type: REFUSED, subject, payload: { action, code } });
}

/** The same in a transaction of its own; writers are not held up by tries that are entered already. */
export async function noteRefusal(actor: Actor, refused: Try): Promise<void> {
  const person = personOf(actor);
  if (person === null || !isTold(actor, refused)) return;
  if (await isEntered(database(), person.id, refused)) return;
  await writing((tx) => enterRefusal(tx, actor, refused));
}

/** What the parts of the API hold, as the ledger names it, and how an id of it looks. */
const WORDS: Readonly<Record<string, readonly [word: string, id: RegExp]>> = {
  ...{ incidents: ['incident', /^[a-z0-9-]{1,120}$/], ledger: ['ledger', /^\d{1,10}$/] },
  ...{ findings: ['finding', /^[0-9a-f-]{36}$/], users: ['user', /^[0-9a-f-]{36}$/] },
  ...{ proposals: ['proposal', /^[0-9a-f-]{36}$/], sessions: ['session', /^[0-9a-f-]{36}$/] },
  ...{ commission: ['commission', /^[0-9a-f-]{36}$/], policy: ['policy', /^$/] },
};

/** What an address under /api/v1 is about, as the ledger names it; what is odd in it is left out. */
export function subjectOfAddress(address: string): string {
  const [part = '', name = ''] = new URL(address).pathname.split('/').slice(3);
  const [word, id] = (Object.hasOwn(WORDS, part) ? WORDS[part] : undefined) ?? ['api', /^$/];
  return name !== '' && id.test(name) ? `${word}:${name}` : word;
}
