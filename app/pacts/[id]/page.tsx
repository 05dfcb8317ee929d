import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PactPage } from '@/components/pact/pact-page';
import { actorFrom } from '@/server/actor';
import { corpus } from '@/server/corpus';
import { pactPage } from '@/server/pact-page';
import { visibilityOf } from '@/server/review/blind';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const pact = (await corpus()).pacts.find((one) => one.id === id);
  return { title: pact?.title ?? 'Not found' };
}

export default async function Page({ params }: Props) {
  const page = await pactPage((await params).id, await visibilityOf(await actorFrom()));
  if (page === null) notFound();
  return <PactPage {...page} />;
}
