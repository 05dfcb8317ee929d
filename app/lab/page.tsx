import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { type Asked, parametersOf, wordsOf } from '@/app/asked';
import { ignoredIn, leaveOut, namesOf } from '@/app/lab/left-out';
import { standingOptions } from '@/app/standing-options';
import { AddressRefusal } from '@/components/address-refusal';
import { EmptyState } from '@/components/empty-state';
import { labQueryOptions } from '@/components/lab/api';
import { DraftIncomplete } from '@/components/lab/draft-incomplete';
import { Lab } from '@/components/lab/lab-page';
import { LeftOutNote } from '@/components/lab/left-out-note';
import { PactChooser } from '@/components/lab/pact-chooser';
import { StateNames } from '@/components/standing/state-names';
import { personOf } from '@/domain/actor';
import { LAB_NAMES, labSchema, type VariantAddress, variantQuery } from '@/domain/lab/address';
import { IGNORED } from '@/domain/lab/left-out';
import type { Pact } from '@/domain/pact';
import { parseParameters } from '@/domain/parameters';
import { mayEver } from '@/domain/permission';
import { STATES } from '@/domain/states';
import { actorFrom } from '@/server/actor';
import { labAnswer } from '@/server/lab/answer';
import { listPactVersions } from '@/server/pacts';

export const metadata: Metadata = { title: 'Lab · Servanda' };

/** Parameters that say what is shown beside the variant; they ask nothing of the server. */
const BESIDE = ['clause', 'curve', 'open', 'why'] as const;
const UNASKED: ReadonlySet<string> = new Set([...BESIDE, IGNORED]);
const KNOWN = [...LAB_NAMES, ...BESIDE];
const FIRST = { href: '/lab', label: 'Open the lab with the first pact' } as const;

/** A draft that has become a version is looked at as that version. */
function goToVersion({ id, version }: Pact, { set, from, asOf }: VariantAddress): never {
  const kept = { pact: id, draft: null, version, set, from, asOf };
  redirect(`/lab?${variantQuery(kept)}`);
}

export default async function Page({ searchParams }: { readonly searchParams: Asked }) {
  const parameters = await parametersOf(searchParams);
  const parsed = parseParameters(labSchema, await parametersOf(searchParams, UNASKED));
  if (!parsed.ok) {
    leaveOut('/lab', parameters, namesOf(parsed.faults), KNOWN);
    return <AddressRefusal faults={wordsOf(parsed.faults)} {...FIRST} />;
  }
  const { pact: id, version, draft } = parsed.value;
  const actor = await actorFrom();
  const [found, options, kept] = await Promise.all([
    labAnswer(parsed.value, actor),
    standingOptions(),
    listPactVersions(id),
  ]);
  const pact = { pact: id, version, draft };
  const chooser = (
    <PactChooser
      pact={pact}
      pacts={options.pacts}
      versions={kept.map(({ version: number }) => number)}
    />
  );
  if (!found.ok && found.refusal.code === 'reference_only')
    return (
      <>
        {chooser}
        <EmptyState
          isPage
          title="Not scored"
          action={<Link href={`/pacts/${id}`}>Read its text</Link>}
        >
          This pact is kept for its text: its clauses cannot be tested against incidents, so there
          is nothing to move. Choose another pact above.
        </EmptyState>
      </>
    );
  if (!found.ok && found.refusal.code === 'incomplete_draft')
    return <DraftIncomplete ids={[draft]} message={found.refusal.message} />;
  if (!found.ok) {
    leaveOut('/lab', parameters, [found.refusal.field], KNOWN);
    return <AddressRefusal faults={[found.refusal.message]} {...FIRST} />;
  }
  if (draft !== null && found.draft === null) goToVersion(found.base, parsed.value);
  const queries = new QueryClient();
  const { set, from, asOf } = parsed.value;
  queries.setQueryData(labQueryOptions(pact, { changes: set, from, asOf }).queryKey, found.answer);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <StateNames names={STATES}>
        <LeftOutNote names={ignoredIn(parameters)} />
        {chooser}
        <noscript>
          <p>
            The sliders need JavaScript. The figures below are those of the variant in the address,
            computed on the server.
          </p>
        </noscript>
        <Lab
          key={`${id} ${version} ${draft}`}
          base={found.base}
          pact={pact}
          span={found.span()}
          isSignedIn={personOf(actor) !== null}
          mayDraft={mayEver(actor, 'pact.draft').allowed}
        />
      </StateNames>
    </HydrationBoundary>
  );
}
