import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { AddressRefusal } from '@/components/address-refusal';
import { LeftOutNote } from '@/components/lab/left-out-note';
import { standingQueryOptions } from '@/components/standing/api';
import { StandingPage } from '@/components/standing/standing-page';
import { StateNames } from '@/components/standing/state-names';
import { IGNORED } from '@/domain/lab/left-out';
import { DEFAULT_FILTER, parseStandingFilter } from '@/domain/standing-filter';
import { STATES } from '@/domain/states';
import { actorFrom } from '@/server/actor';
import { visibilityOf } from '@/server/review/blind';
import { standingView } from '@/server/standing';
import { type Asked, parametersOf, wordsOf } from './asked';
import { ignoredIn, leaveOut, namesOf } from './lab/left-out';
import { standingOptions } from './standing-options';

export const metadata: Metadata = { title: 'Standing · Servanda' };

/** Parameters that say what is open beside the page; they ask nothing of the server. */
const BESIDE = ['open', 'why'] as const;
const UNASKED: ReadonlySet<string> = new Set([...BESIDE, IGNORED]);
const KNOWN = [...Object.keys(DEFAULT_FILTER), ...BESIDE];
const FIRST = { href: '/', label: 'See the standing under the first pact' } as const;

export default async function Page({ searchParams }: { readonly searchParams: Asked }) {
  const parameters = await parametersOf(searchParams);
  const parsed = parseStandingFilter(await parametersOf(searchParams, UNASKED));
  if (!parsed.ok) {
    leaveOut('/', parameters, namesOf(parsed.faults), KNOWN);
    return <AddressRefusal faults={wordsOf(parsed.faults)} {...FIRST} />;
  }
  const [answer, options] = await Promise.all([
    standingView(parsed.filter, await visibilityOf(await actorFrom())),
    standingOptions(),
  ]);
  if (!answer.ok) {
    leaveOut('/', parameters, [answer.refusal.field], KNOWN);
    return <AddressRefusal faults={[answer.refusal.message]} {...FIRST} />;
  }
  const queries = new QueryClient();
  queries.setQueryData(standingQueryOptions(parsed.filter).queryKey, answer.view);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <StateNames names={STATES}>
        <LeftOutNote names={ignoredIn(parameters)} />
        <StandingPage options={options} />
      </StateNames>
    </HydrationBoundary>
  );
}
