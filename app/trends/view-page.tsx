import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { headers } from 'next/headers';
import type { ComponentType } from 'react';
import { type Asked, parametersOf, wordsOf } from '@/app/asked';
import { ignoredIn, leaveOut, namesOf } from '@/app/lab/left-out';
import { standingOptions } from '@/app/standing-options';
import { AddressRefusal } from '@/components/address-refusal';
import { LeftOutNote } from '@/components/lab/left-out-note';
import type { Options } from '@/components/standing/filters';
import { StateNames } from '@/components/standing/state-names';
import { viewQueryOptions } from '@/components/trends/api';
import { VISITOR } from '@/domain/actor';
import { IGNORED } from '@/domain/lab/left-out';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { STATES } from '@/domain/states';
import { type ViewName, viewPath } from '@/domain/view/views';
import { actorFrom } from '@/server/actor';
import { visibilityOf } from '@/server/review/blind';
import { trendsView } from '@/server/trends';

/** Parameters that say what is open beside the page, or how it is shown; they ask nothing of the server. */
const BESIDE = ['open', 'why', 'embed', 'chart'] as const;
const UNASKED: ReadonlySet<string> = new Set([...BESIDE, IGNORED]);

/** What the views ask beside the filter: each has its own of these. */
const OWN = { effect: ['impact'], multiples: ['over'], symmetry: ['one', 'other'] } as const;

/** The parameters that a view knows. */
const knownTo = (name: ViewName): readonly string[] => [
  ...Object.keys(DEFAULT_FILTER),
  ...BESIDE,
  ...(Object.entries(OWN).find(([view]) => view === name)?.[1] ?? []),
];

/** The page of a view: its answer is computed for first paint and handed to the browser with it. */
export function viewPage(name: ViewName, Page: ComponentType<{ readonly options: Options }>) {
  return async function ViewPage({ searchParams }: { readonly searchParams: Asked }) {
    const whole = await parametersOf(searchParams);
    const parameters = await parametersOf(searchParams, UNASKED);
    // On somebody else's page everybody sees what a visitor does.
    const actor = (await headers()).has('x-embedded') ? VISITOR : await actorFrom();
    const [answer, options] = await Promise.all([
      trendsView(name, parameters, await visibilityOf(actor)),
      standingOptions(),
    ]);
    if (!answer.ok) {
      const names = 'faults' in answer ? namesOf(answer.faults) : [answer.refusal.field];
      leaveOut(viewPath(name), whole, names, knownTo(name));
      return (
        <AddressRefusal
          faults={'faults' in answer ? wordsOf(answer.faults) : [answer.refusal.message]}
          href={viewPath(name)}
          label="See this view under the first pact"
        />
      );
    }
    const own = [...parameters].filter(
      ([parameter, value]) => !Object.hasOwn(DEFAULT_FILTER, parameter) && value !== '',
    );
    const queries = new QueryClient();
    const { queryKey } = viewQueryOptions(name, answer.asked, Object.fromEntries(own));
    queries.setQueryData(queryKey, answer.shown);
    return (
      <HydrationBoundary state={dehydrate(queries)}>
        <StateNames names={STATES}>
          <LeftOutNote names={ignoredIn(whole)} />
          <Page options={options} />
        </StateNames>
      </HydrationBoundary>
    );
  };
}
