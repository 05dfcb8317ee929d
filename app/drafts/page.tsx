import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/empty-state';
import { PageHead } from '@/components/incident/page-head';
import { DraftList } from '@/components/log/draft-list';
import { Section } from '@/components/section';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { type ListedDraft, listDrafts } from '@/server/incident/drafts';

export const metadata: Metadata = { title: 'Drafts' };

const rowOf = ({ id, title, revision, savedAt, incidentId }: ListedDraft) => ({
  ...{ id, title, revision, incidentId },
  savedAt: savedAt.toISOString(),
});

/** What one began and did not log yet; deleted drafts can be taken back. */
export default async function DraftsPage() {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/drafts');
  if (!mayEver(actor, 'incident.log').allowed)
    return (
      <EmptyState isPage title="Drafts" action={<Link href="/incidents">Read the incidents</Link>}>
        <p>Recorders and analysts keep drafts here. Your roles do not include that.</p>
      </EmptyState>
    );
  const [open, deleted] = await Promise.all([
    listDrafts(actor.id, false),
    listDrafts(actor.id, true),
  ]);
  return (
    <>
      <PageHead title="Drafts">
        <p>What you began and did not log yet. Nobody else sees them.</p>
      </PageHead>
      {open.length === 0 ? (
        <EmptyState
          title="No draft is open"
          action={<Link href="/incidents/new">Log an incident</Link>}
        >
          <p>A draft begins by itself with the first words you type in a form.</p>
        </EmptyState>
      ) : (
        <DraftList drafts={open.map(rowOf)} deleted={false} />
      )}
      {deleted.length === 0 ? null : (
        <Section id="deleted" title="Deleted" note="Nothing is lost: each can be taken back.">
          <DraftList drafts={deleted.map(rowOf)} deleted />
        </Section>
      )}
    </>
  );
}
