import { type QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import type { Contribution } from '@/domain/contribution';
import type { LeaveOneOut } from '@/domain/pivotal';
import { problemSchema } from '@/domain/problem';
import type { FindingRow, StandingFilter, StandingView } from '@/domain/standing-view';
import type { Explanation } from '@/domain/trace';
import type { FindingKey } from './open';
import { filterQuery } from './params';

/** What the API refuses carries words for the reader. */
export class Refused extends Error {}

/** What a reply refuses, in its words. */
async function refusalIn(reply: Response): Promise<Refused> {
  const problem = problemSchema.safeParse(await reply.json().catch(() => null));
  return new Refused(problem.data?.detail ?? `The server answered ${reply.status}.`);
}

/** Why something could not be read: in the words of whoever refused it. */
export const refusalWords = (error: unknown): string =>
  error instanceof Refused ? error.message : 'The server cannot be reached.';

export async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const reply = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (!reply.ok) throw await refusalIn(reply);
  return reply.json();
}

const address = (path: string, query: string, extra: Readonly<Record<string, string>> = {}) => {
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(extra)) parameters.set(name, value);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
};

const NOTHING = { dataUpdatedAt: 0, data: undefined as unknown };

/** The last answer of a kind that came, whatever it was asked with. */
const latest = (client: QueryClient, kind: string): unknown =>
  client
    .getQueryCache()
    .findAll({ queryKey: [kind] })
    .reduce((last, { state }) => (state.dataUpdatedAt > last.dataUpdatedAt ? state : last), NOTHING)
    .data;

/** Everything the page shows, for a filter; first paint fills the same key on the server. */
export function standingQueryOptions(filter: StandingFilter) {
  const query = filterQuery(filter);
  return {
    queryKey: ['standing', query],
    // Parts that are as they were stay the same objects: only what changed is drawn anew.
    queryFn: async ({ signal, client }: { signal: AbortSignal; client: QueryClient }) =>
      replaceEqualDeep(
        latest(client, 'standing'),
        await read<StandingView>(address('/api/v1/standing', query), signal),
      ),
  };
}

export interface Findings {
  readonly rows: readonly FindingRow[];
  readonly total: number;
}

/** The findings behind a mark: the rows of a filter. */
export function findingsQueryOptions(filter: StandingFilter) {
  const query = filterQuery(filter);
  return {
    queryKey: ['findings', query],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read<Findings>(address('/api/v1/findings', query), signal),
  };
}

/** With what each claim adds to the finding, and what would become of it without. */
export interface Explained extends Explanation {
  readonly contributions: readonly Contribution[];
  readonly leaveOneOut: readonly LeaveOneOut[];
}

/** One finding with every test on the way. */
export function explanationQueryOptions(filter: StandingFilter, key: FindingKey) {
  const { pact, from, asOf } = filter;
  const query = new URLSearchParams({ pact });
  if (from !== null) query.set('from', from);
  if (asOf !== null) query.set('asOf', asOf);
  const extra = { incident: key.incident, clause: key.clause, accused: key.accused };
  return {
    queryKey: ['explanation', query.toString(), extra],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read<Explained>(address('/api/v1/findings/why', query.toString(), extra), signal),
  };
}
