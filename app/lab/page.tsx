import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { type Asked, parametersOf } from '@/app/asked';
import { standingOptions } from '@/app/standing-options';
import { AddressRefusal } from '@/components/address-refusal';
import { EmptyState } from '@/components/empty-state';
import { labQueryOptions } from '@/components/lab/api';
import { Lab } from '@/components/lab/lab-page';
import { PactChooser } from '@/components/lab/pact-chooser';
import { StateNames } from '@/components/standing/state-names';
import { personOf } from '@/domain/actor';
import { labSchema } from '@/domain/lab/address';
import { parseParameters } from '@/domain/parameters';
import { mayEver } from '@/domain/permission';
import { STATES } from '@/domain/states';
import { actorFrom } from '@/server/actor';
import { labAnswer } from '@/server/lab/answer';
import { listPactVersions } from '@/server/pacts';

export const metadata: Metadata = { title: 'Lab · Servanda' };

/** Parameters that say what is shown beside the variant; they ask nothing of the server. */
const BESIDE: ReadonlySet<string> = new Set(['clause', 'curve', 'open', 'why']);
const FIRST = { href: '/lab', label: 'Open the lab with the first pact' } as const;

export default async function Page({ searchParams }: { readonly searchParams: Asked }) {
  const parameters = await parametersOf(searchParams, BESIDE);
  const parsed = parseParameters(labSchema, parameters);
  if (!parsed.ok)
    return (
      <AddressRefusal
        faults={parsed.faults.map(({ path, message }) => `${path}: ${message}`)}
        {...FIRST}
      />
    );
  const { pact: id, version, draft, set, from, asOf } = parsed.value;
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
        <EmptyState title="Not scored" action={<Link href={`/pacts/${id}`}>Read its text</Link>}>
          This pact is kept for its text: its clauses cannot be tested against incidents, so there
          is nothing to move. Choose another pact above.
        </EmptyState>
      </>
    );
  if (!found.ok) return <AddressRefusal faults={[found.refusal.message]} {...FIRST} />;
  const queries = new QueryClient();
  queries.setQueryData(labQueryOptions(pact, { changes: set, from, asOf }).queryKey, found.answer);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <StateNames names={STATES}>
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
          span={found.span}
          isSignedIn={personOf(actor) !== null}
          mayDraft={mayEver(actor, 'pact.draft').allowed}
        />
      </StateNames>
    </HydrationBoundary>
  );
}
