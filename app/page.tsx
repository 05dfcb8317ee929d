import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import { standingQueryOptions } from '@/components/standing/api';
import { StandingPage } from '@/components/standing/standing-page';
import { StateNames } from '@/components/standing/state-names';
import { reachOf } from '@/domain/permission';
import { parseStandingFilter } from '@/domain/standing-filter';
import { STATES } from '@/domain/states';
import { CONDUCT } from '@/domain/vocabulary';
import { actorFrom } from '@/server/actor';
import { listPacts } from '@/server/pacts';
import { standingView } from '@/server/standing';

export const metadata: Metadata = { title: 'Standing · Servanda' };

/** Parameters that say what is open beside the page; they ask nothing of the server. */
const BESIDE: ReadonlySet<string> = new Set(['open', 'why']);

type Asked = Promise<Record<string, string | string[] | undefined>>;

async function parametersOf(asked: Asked): Promise<URLSearchParams> {
  const pairs = Object.entries(await asked)
    .filter(([name]) => !BESIDE.has(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
  return new URLSearchParams(pairs);
}

function Refusal({ faults }: { readonly faults: readonly string[] }) {
  return (
    <EmptyState
      title="This address asks for something that is not there"
      action={<Link href="/">See the standing under the first pact</Link>}
    >
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </EmptyState>
  );
}

export default async function Page({ searchParams }: { readonly searchParams: Asked }) {
  const parsed = parseStandingFilter(await parametersOf(searchParams));
  if (!parsed.ok)
    return <Refusal faults={parsed.faults.map(({ path, message }) => `${path}: ${message}`)} />;
  const [answer, pacts] = await Promise.all([
    standingView(parsed.filter, reachOf(await actorFrom())),
    listPacts(),
  ]);
  if (!answer.ok) return <Refusal faults={[answer.refusal.message]} />;
  const queries = new QueryClient();
  queries.setQueryData(standingQueryOptions(parsed.filter).queryKey, answer.view);
  const options = {
    pacts: pacts.map(({ id, title, kind, referenceOnly }) => ({ id, title, kind, referenceOnly })),
    conduct: Object.entries(CONDUCT).map(([value, { label }]) => ({ value, label })),
  };
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <StateNames names={STATES}>
        <StandingPage options={options} />
      </StateNames>
    </HydrationBoundary>
  );
}
