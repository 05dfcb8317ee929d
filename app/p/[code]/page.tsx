import { notFound, redirect } from 'next/navigation';
import { findPermalink } from '@/server/permalinks';

/** A short address leads to its page under its filter. */
export default async function Page({
  params,
}: {
  readonly params: Promise<{ readonly code: string }>;
}) {
  const { code } = await params;
  const link = await findPermalink(code);
  if (link === null) notFound();
  redirect(link.query === '' ? link.path : `${link.path}?${link.query}`);
}
