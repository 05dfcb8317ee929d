import { notFound, redirect } from 'next/navigation';
import { adminPartsOf } from '@/domain/administration';
import { actorFrom } from '@/server/actor';

/** Leads to the first part of administration that one may see. */
export default async function AdminPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/admin');
  const [first] = adminPartsOf(actor);
  if (first === undefined) notFound();
  redirect(`/admin/${first.path}`);
}
