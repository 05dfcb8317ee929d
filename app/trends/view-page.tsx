import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { headers } from 'next/headers';
import type { ComponentType } from 'react';
import { type Asked, parametersOf } from '@/app/asked';
import { standingOptions } from '@/app/standing-options';
import { AddressRefusal } from '@/components/address-refusal';
import type { Options } from '@/components/standing/filters';
import { StateNames } from '@/components/standing/state-names';
import { viewQueryOptions } from '@/components/trends/api';
import { VISITOR } from '@/domain/actor';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { STATES } from '@/domain/states';
import { type ViewName, viewPath } from '@/domain/view/views';
import { actorFrom } from '@/server/actor';
import { visibilityOf } from '@/server/review/blind';
import { trendsView } from '@/server/trends';

/** Parameters that say what is open beside the page, or how it is shown; they ask nothing of the server. */
const BESIDE: ReadonlySet<string> = new Set(['open', 'why', 'embed', 'chart']);

/** The page of a view: its answer is computed for first paint and handed to the browser with it. */
export function viewPage(name: ViewName, Page: ComponentType<{ readonly options: Options }>) {
  return async function ViewPage({ searchParams }: { readonly searchParams: Asked }) {
    const parameters = await parametersOf(searchParams, BESIDE);
    // On somebody else's page everybody sees what a visitor does.
    const actor = (await headers()).has('x-embedded') ? VISITOR : await actorFrom();
    const [answer, options] = await Promise.all([
      trendsView(name, parameters, await visibilityOf(actor)),
      standingOptions(),
    ]);
    if (!answer.ok) {
      const faults =
        'faults' in answer
          ? answer.faults.map(({ path, message }) => `${path}: ${message}`)
          : [answer.refusal.message];
      return (
        <AddressRefusal
          faults={faults}
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
          <Page options={options} />
        </StateNames>
      </HydrationBoundary>
    );
  };
}
