import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/empty-state';
import { PageHead } from '@/components/incident/page-head';
import { Desk } from '@/components/review/desk';
import { actorFrom } from '@/server/actor';
import { now } from '@/server/clock';
import { deskFor, hasDesk } from '@/server/review/desk';

export const metadata: Metadata = { title: 'Review desk' };

/** What waits for whoever looks. */
export default async function ReviewPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly item?: string | string[] }>;
}) {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') {
    const { item } = await searchParams;
    const from = typeof item === 'string' ? `/review?${new URLSearchParams({ item })}` : '/review';
    redirect(`/sign-in?${new URLSearchParams({ from })}`);
  }
  if (!hasDesk(actor))
    return (
      <EmptyState
        isPage
        title="Review desk"
        action={<Link href="/incidents">See the incidents</Link>}
      >
        <p>
          Here records and findings wait for those who submit, code, judge, vote on or publish them.
          Your roles include none of that.
        </p>
      </EmptyState>
    );
  return (
    <>
      <PageHead title="Review desk">
        <p>
          What waits for you, by deadline and then by age. A decision is held for five seconds, in
          which it can be undone; leaving the page sends it.
        </p>
      </PageHead>
      <Desk initial={await deskFor(actor)} now={now()} />
    </>
  );
}
