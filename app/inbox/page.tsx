import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { type Asked, parametersOf, questionIn } from '@/app/asked';
import { AddressRefusal } from '@/components/address-refusal';
import { EmptyState } from '@/components/empty-state';
import { FeedSection } from '@/components/feeds/feed-section';
import { formatDay } from '@/components/format';
import { Inbox } from '@/components/inbox/inbox';
import { PageHead } from '@/components/incident/page-head';
import { type InboxQuery, inboxQuerySchema } from '@/domain/inbox';
import { noticeKind } from '@/domain/notice/kinds';
import { HOUSE, may } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { feedState } from '@/server/feed/token';
import { readInbox } from '@/server/notice/inbox';

export const metadata: Metadata = { title: 'Inbox' };

/** What a part of the inbox holds, where the address asks for one. */
function partInWords({ kind, day }: InboxQuery): string | null {
  const what = kind === undefined ? 'everything' : `“${noticeKind(kind).one}”`;
  if (day !== undefined) return `${what}, of ${formatDay(day)}`;
  return kind === undefined ? null : what;
}

/** What one was told of. */
export default async function InboxPage({ searchParams }: { readonly searchParams: Asked }) {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/inbox');
  if (!may(actor, 'inbox.read', HOUSE).allowed)
    return (
      <EmptyState isPage title="Inbox" action={<Link href="/account">Your account</Link>}>
        <p>
          What waits for you in one of your roles is told here. You hold no role yet; an admin
          grants them.
        </p>
      </EmptyState>
    );
  const asked = await questionIn(inboxQuerySchema, searchParams);
  if (!asked.ok)
    return <AddressRefusal faults={asked.faults} href="/inbox" label="See the whole inbox" />;
  const [page, feeds] = await Promise.all([readInbox(actor, asked.value), feedState(actor.id)]);
  const search = `${await parametersOf(searchParams)}`;
  const part = partInWords(asked.value);
  return (
    <>
      <PageHead title="Inbox">
        {part === null ? (
          <p>What waits for you, and what became of your work.</p>
        ) : (
          <p>
            Only {part}. <Link href="/inbox">See the whole inbox</Link>
          </p>
        )}
      </PageHead>
      <Inbox
        key={search}
        initial={page}
        search={search}
        empty={
          <EmptyState
            title={part === null ? 'Nothing has been told to you' : 'Nothing of this kind'}
            action={<Link href="/incidents">Read the incidents</Link>}
          >
            <p>
              When somebody submits, returns, codes, decides or publishes something that concerns
              your roles or your work, it stands here by day, latest first.
            </p>
          </EmptyState>
        }
      />
      {part === null ? <FeedSection initial={feeds} /> : null}
    </>
  );
}
