import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { EmptyState } from '@/components/empty-state';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { PageHead } from '@/components/incident/page-head';
import { DraftReading } from '@/components/workshop/draft-reading';
import { storedPactDraft } from '@/components/workshop/draft-routes';
import { DraftStamp } from '@/components/workshop/draft-stamp';
import { PactEditor } from '@/components/workshop/pact-editor';
import { mayEver } from '@/domain/permission';
import { policyAt } from '@/domain/policy-version';
import { actorFrom } from '@/server/actor';
import { endOfToday } from '@/server/clock';
import { getPactDraft } from '@/server/pact/drafts';
import { getPact } from '@/server/pacts';
import { listPolicies } from '@/server/policies';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export const metadata: Metadata = { title: 'Draft of a pact' };

/** A draft of a pact: its author writes it, other analysts read it. */
export default async function PactDraftPage({ params }: Props) {
  const { id } = await params;
  const actor = await actorFrom();
  if (actor.kind === 'visitor')
    redirect(`/sign-in?${new URLSearchParams({ from: `/pacts/drafts/${id}` })}`);
  if (!mayEver(actor, 'pact_draft.read').allowed)
    return (
      <EmptyState isPage title="Draft of a pact" action={<Link href="/pacts">Read the pacts</Link>}>
        <p>Analysts draft pacts here. Your roles do not include that.</p>
      </EmptyState>
    );
  const held = await getPactDraft(id);
  if (held === null) notFound();
  const { pactId, pactVersion, keptAs, author, authorId } = held;
  if (keptAs !== null) {
    const [pact = '', version = '1'] = keptAs.split('@');
    redirect(`/pacts/${pact}?version=${version}`);
  }
  const mine = authorId === actor.id && mayEver(actor, 'pact.draft').allowed;
  if (held.deletedAt !== null) redirect('/pacts/drafts');
  const stored = storedPactDraft({
    ...held,
    ...{ savedAt: held.savedAt.toISOString(), deletedAt: null },
  });
  if (stored === null) notFound();
  const base = pactId === null ? null : await getPact(pactId);
  const policy = policyAt(await listPolicies(), endOfToday());
  const beside = {
    ...{ adherence: base?.adherence ?? [], sources: base?.sources ?? [] },
    policy: { values: policy.values },
  };
  return (
    <>
      <PageHead
        title={stored.payload.pact?.title || 'A new pact'}
        above={<Link href="/pacts/drafts">Drafts of pacts</Link>}
        beside={
          <>
            <DraftStamp />
            {stored.payload.pact?.kind === 'historical' ? null : <HypotheticalStamp />}
          </>
        }
      >
        <p>
          {pactId === null ? (
            'A pact that is not in the library yet.'
          ) : (
            <>
              Forked from{' '}
              <Link href={`/pacts/${pactId}?version=${pactVersion}`}>
                {pactId}, version {pactVersion}
              </Link>
              , which stays as it is.
            </>
          )}{' '}
          {mine
            ? 'Saved as you type; analysts can read it. Nothing found under it can be signed.'
            : `A draft of ${author}, who alone writes it. Nothing found under it can be signed.`}
        </p>
      </PageHead>
      {mine ? (
        <PactEditor {...beside} person={actor.id} stored={stored} />
      ) : (
        <DraftReading {...beside} stored={stored} />
      )}
    </>
  );
}
