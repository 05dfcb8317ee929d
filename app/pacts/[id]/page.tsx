import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PactPage } from '@/components/pact/pact-page';
import { reachOf } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { pactPage } from '@/server/pact-page';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pactPage((await params).id, reachOf(await actorFrom()));
  return { title: page?.pact.title ?? 'Not found' };
}

export default async function Page({ params }: Props) {
  const page = await pactPage((await params).id, reachOf(await actorFrom()));
  if (page === null) notFound();
  return <PactPage {...page} />;
}
