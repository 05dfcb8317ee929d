import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FindingPage } from '@/components/commission/finding-page';
import { EmptyState } from '@/components/empty-state';
import { refusalSentence } from '@/domain/review';
import { actorFrom } from '@/server/actor';
import { findingPage } from '@/server/commission/finding-page';

export const metadata: Metadata = { title: 'Finding' };

interface Props {
  readonly params: Promise<{ id: string }>;
}

/** One finding on its way to, or back from, the joint commission. */
export default async function Finding({ params }: Props) {
  const page = await findingPage(await actorFrom(), (await params).id);
  if (page.ok) return <FindingPage view={page.view} />;
  if (page.code !== 'blind') notFound();
  return (
    <EmptyState isPage title="Not yet">
      {refusalSentence('blind')}
    </EmptyState>
  );
}
