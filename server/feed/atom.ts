import 'server-only';
import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import { dayOfLine, type InboxLine } from '@/domain/inbox';
import { noticeSentence } from '@/domain/notice';
import { kindsFor } from '@/domain/notice/kinds';
import type { Role } from '@/domain/role';
import { tlpLabel } from '@/domain/tlp';
import { database } from '@/server/database';
import { inboxLines } from '@/server/notice/inbox';
import { readerMarking } from '@/server/reader-marking';
import type { FeedDocument } from './document';
import type { FeedReader } from './token';

const MOST = 50;

/** What the addresses in a feed are made of. */
export interface Places {
  /** Where the product is reached, such as `https://servanda.example`. */
  readonly site: string;
  /** The path a line leads to; null: nowhere. */
  readonly hrefOf: (line: InboxLine) => string | null;
}

/** A UUID (version 8, RFC 9562) that the same words always give. */
function uuidOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')}`;
}

/** One line has one name for good; a digest is that of its kind and day, however long it grows. */
const idOf = (userId: string, line: InboxLine): string =>
  line.count > 1
    ? uuidOf(userId, line.kind, dayOfLine(line))
    : uuidOf(userId, line.kind, `${line.seq}`);

/** Titles travel as HTML. */
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Nothing that a reader may read changes without an entry in the ledger. */
async function lastEntryAt(): Promise<Date | null> {
  const last = await database().ledgerEntry.findFirst({
    orderBy: { seq: 'desc' },
    select: { at: true },
  });
  return last?.at ?? null;
}

/** What one is told in a role, as an Atom feed (RFC 4287): what they may not read now is left out. */
export async function atomOf(
  { person, madeAt }: FeedReader,
  role: Role,
  { site, hrefOf }: Places,
): Promise<FeedDocument> {
  const changed = (await lastEntryAt()) ?? madeAt;
  const all = await inboxLines(person, { kinds: kindsFor(role), size: MOST });
  const lines = all.filter(({ count, title }) => count > 1 || title !== null);
  // No link to itself: its address is a secret, and a saved copy would tell it.
  const feed = new Feed({
    ...{ id: uuidOf(person.id, 'feed', role), title: `Servanda: told to you as ${role}` },
    ...{ link: `${site}/inbox`, author: { name: 'Servanda' }, generator: 'Servanda' },
    description: tlpLabel(await readerMarking(person)),
    updated: new Date(lines[0]?.at ?? madeAt),
  });
  for (const line of lines)
    feed.addItem({
      ...{ id: idOf(person.id, line), title: escaped(noticeSentence(line)) },
      ...{ link: `${site}${hrefOf(line) ?? '/inbox'}`, date: new Date(line.at) },
      category: [{ term: line.kind }],
    });
  const type = 'application/atom+xml; charset=utf-8';
  return { body: feed.atom1(), type, changedAt: changed.getTime() };
}
