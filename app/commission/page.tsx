import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SessionList } from '@/components/commission/session-page';
import { HOUSE, may, mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { listCommissionSessions } from '@/server/commission/session-list';

export const metadata: Metadata = { title: 'The joint commission' };

/** The sessions of the joint commission, for those who sit, preside, review or audit. */
export default async function CommissionPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/commission');
  if (!may(actor, 'commission.read', HOUSE).allowed) notFound();
  return (
    <SessionList
      sessions={await listCommissionSessions(actor)}
      mayConvene={mayEver(actor, 'commission.convene').allowed}
    />
  );
}
