import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { AddressRefusal } from '@/components/address-refusal';
import { standingQueryOptions } from '@/components/standing/api';
import { StandingPage } from '@/components/standing/standing-page';
import { StateNames } from '@/components/standing/state-names';
import { parseStandingFilter } from '@/domain/standing-filter';
import { STATES } from '@/domain/states';
import { actorFrom } from '@/server/actor';
import { visibilityOf } from '@/server/review/blind';
import { standingView } from '@/server/standing';
import { type Asked, parametersOf } from './asked';
import { standingOptions } from './standing-options';

export const metadata: Metadata = { title: 'Standing · Servanda' };

/** Parameters that say what is open beside the page; they ask nothing of the server. */
const BESIDE: ReadonlySet<string> = new Set(['open', 'why']);
const FIRST = { href: '/', label: 'See the standing under the first pact' } as const;

export default async function Page({ searchParams }: { readonly searchParams: Asked }) {
  const parsed = parseStandingFilter(await parametersOf(searchParams, BESIDE));
  if (!parsed.ok)
    return (
      <AddressRefusal
        faults={parsed.faults.map(({ path, message }) => `${path}: ${message}`)}
        {...FIRST}
      />
    );
  const [answer, options] = await Promise.all([
    standingView(parsed.filter, await visibilityOf(await actorFrom())),
    standingOptions(),
  ]);
  if (!answer.ok) return <AddressRefusal faults={[answer.refusal.message]} {...FIRST} />;
  const queries = new QueryClient();
  queries.setQueryData(standingQueryOptions(parsed.filter).queryKey, answer.view);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <StateNames names={STATES}>
        <StandingPage options={options} />
      </StateNames>
    </HydrationBoundary>
  );
}
