import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/incident/page-head';
import { libraryRow } from '@/components/pact/library-row';
import { PactTable } from '@/components/pact/pact-table';
import { Section } from '@/components/section';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { type LibraryPact, pactLibrary } from '@/server/pact-page';

export const metadata: Metadata = { title: 'Pacts' };

const SHELVES = [
  {
    id: 'hypothetical',
    title: 'Hypothetical',
    note: 'Proposed, offered, refused or drafted for comparison, and never in force between these sides. Each is tested from an assumed date: had it been in force, who would have kept it?',
    holds: ({ pact }: LibraryPact) => pact.kind === 'hypothetical' && !pact.referenceOnly,
  },
  {
    id: 'historical',
    title: 'Historical',
    note: 'In force between its parties, then or now. Tested from each side’s entry into force to its withdrawal or suspension.',
    holds: ({ pact }: LibraryPact) => pact.kind === 'historical' && !pact.referenceOnly,
  },
  {
    id: 'reference',
    title: 'For reference only',
    note: 'Shown for comparison and never scored, since no incident of this record can test them.',
    holds: ({ pact }: LibraryPact) => pact.referenceOnly,
  },
] as const;

export default async function PactsPage() {
  const [library, actor] = await Promise.all([pactLibrary(), actorFrom()]);
  return (
    <>
      <PageHead title="Pacts">
        <p>
          A pact is worth proposing only if it says exactly what is forbidden. Each one here stands
          with its text, what states did about it, and clause by clause the test that incidents are
          put to. The clauses bind every party alike.
        </p>
        {mayEver(actor, 'pact_draft.read').allowed ? (
          <p>
            <Link href="/pacts/drafts">Drafts of pacts</Link>
          </p>
        ) : null}
      </PageHead>
      {SHELVES.map(({ id, title, note, holds }) => {
        const shelf = library.filter(holds);
        return (
          <Section key={id} id={id} title={`${title} (${shelf.length})`} note={note}>
            <PactTable
              rows={shelf.map(({ pact, parties }) => libraryRow(pact, parties))}
              caption={`${title} pacts`}
            />
          </Section>
        );
      })}
    </>
  );
}
