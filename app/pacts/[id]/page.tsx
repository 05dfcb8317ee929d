import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLoader, parseAsInteger, type SearchParams } from 'nuqs/server';
import { PactPage } from '@/components/pact/pact-page';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { library } from '@/server/library';
import { pactPage } from '@/server/pact-page';
import { visibilityOf } from '@/server/review/blind';

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const load = createLoader({ version: parseAsInteger });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const pact = (await library()).pacts.find((one) => one.id === id);
  return { title: pact?.title ?? 'Not found' };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { version }, actor] = await Promise.all([params, load(searchParams), actorFrom()]);
  const page = await pactPage(id, await visibilityOf(actor), version);
  if (page === null) notFound();
  return (
    <PactPage
      {...page}
      drafts={mayEver(actor, 'pact.draft').allowed}
      recordsAdherence={mayEver(actor, 'adherence.record').allowed}
    />
  );
}
