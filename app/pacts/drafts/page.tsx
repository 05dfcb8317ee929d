import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/empty-state';
import { PageHead } from '@/components/incident/page-head';
import { Section } from '@/components/section';
import { BeginDraft } from '@/components/workshop/begin-draft';
import { DraftStamp } from '@/components/workshop/draft-stamp';
import { DraftTable } from '@/components/workshop/draft-table';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { type ListedPactDraft, listPactDrafts } from '@/server/pact/drafts';

export const metadata: Metadata = { title: 'Drafts of pacts' };

const rowOf =
  (person: string) =>
  ({ id, title, author, authorId, pactId, pactVersion, revision, savedAt }: ListedPactDraft) => ({
    ...{ id, title, author, pactId, pactVersion, revision },
    ...{ mine: authorId === person, savedAt: savedAt.toISOString() },
  });

/** Pacts under way: one's own and everybody else's; deleted ones can be taken back. */
export default async function PactDraftsPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/pacts/drafts');
  if (!mayEver(actor, 'pact_draft.read').allowed)
    return (
      <EmptyState isPage title="Drafts of pacts" action={<Link href="/pacts">Read the pacts</Link>}>
        <p>Analysts draft pacts here. Your roles do not include that.</p>
      </EmptyState>
    );
  const writes = mayEver(actor, 'pact.draft').allowed;
  const [open, deleted] = await Promise.all([listPactDrafts(false), listPactDrafts(true)]);
  const rows = open.map(rowOf(actor.id));
  const [mine, others] = [rows.filter((row) => row.mine), rows.filter((row) => !row.mine)];
  const gone = deleted.map(rowOf(actor.id)).filter((row) => row.mine);
  return (
    <>
      <PageHead
        title="Drafts of pacts"
        above={<Link href="/pacts">Pacts</Link>}
        beside={<DraftStamp />}
      >
        <p>
          Pacts under way. They bind nobody, nothing found under them can be signed, and whoever is
          no analyst does not see them. Kept as a version, a draft stands in the library for
          everybody, and stays as it is.
        </p>
      </PageHead>
      {writes ? <BeginDraft from={null}>Draft a new pact</BeginDraft> : null}
      <Section id="mine" title="Yours">
        {mine.length === 0 ? (
          <EmptyState
            title="You have no draft open"
            action={<Link href="/pacts">Choose a pact</Link>}
          >
            <p>Open a pact and press “Draft a change”, or begin a new one here.</p>
          </EmptyState>
        ) : (
          <DraftTable drafts={mine} deleted={false} caption="Your drafts" />
        )}
      </Section>
      {others.length === 0 ? null : (
        <Section id="others" title="Of others" note="To be read, forked and asked about.">
          <DraftTable drafts={others} deleted={false} caption="Drafts of others" />
        </Section>
      )}
      {gone.length === 0 ? null : (
        <Section id="deleted" title="Deleted" note="Nothing is lost: each can be taken back.">
          <DraftTable drafts={gone} deleted caption="Your deleted drafts" />
        </Section>
      )}
    </>
  );
}
