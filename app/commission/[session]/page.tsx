import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SessionPage } from '@/components/commission/session-page';
import { HOUSE, may } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { sessionPage } from '@/server/commission/session-page';

export const metadata: Metadata = { title: 'Session of the commission' };

/** One session: agenda, quorum, votes. */
export default async function Session({
  params,
}: {
  readonly params: Promise<{ session: string }>;
}) {
  const { session } = await params;
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect(`/sign-in?from=/commission/${session}`);
  const view = may(actor, 'commission.read', HOUSE).allowed
    ? await sessionPage(actor, session)
    : null;
  if (view === null) notFound();
  return <SessionPage view={view} />;
}
