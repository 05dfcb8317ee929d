import { read } from '@/components/standing/api';

/** A variant that somebody named for themselves. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  /** Parameters of the lab, without the question mark. */
  readonly query: string;
}

/** Where scenarios are kept: with the account, or in this browser where nobody is signed in. */
export interface ScenarioStore {
  readonly list: (signal: AbortSignal) => Promise<readonly Scenario[]>;
  readonly keep: (name: string, query: string) => Promise<void>;
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly restore: (scenario: Scenario) => Promise<void>;
}

const ROUTE = '/api/v1/lab/scenarios';

async function send(path: string, method: string, body?: object): Promise<void> {
  const reply = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${reply.status}`);
}

/** With the account. */
export const ACCOUNT: ScenarioStore = {
  list: async (signal) =>
    (await read<{ readonly scenarios: readonly Scenario[] }>(ROUTE, signal)).scenarios,
  keep: (name, query) => send(ROUTE, 'POST', { name, query }),
  rename: (id, name) => send(`${ROUTE}/${id}`, 'PATCH', { name }),
  remove: (id) => send(`${ROUTE}/${id}`, 'DELETE'),
  restore: ({ id }) => send(`${ROUTE}/${id}/restore`, 'POST'),
};

const KEY = 'servanda.lab.scenarios';
const MOST = 200;

const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'name', 'query'].every((name) => typeof Reflect.get(value, name) === 'string');

function kept(): Scenario[] {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(held) ? held.filter(isScenario) : [];
  } catch {
    return []; // Written by something else, or storage is shut.
  }
}

const put = (scenarios: readonly Scenario[]): void =>
  localStorage.setItem(KEY, JSON.stringify(scenarios.slice(0, MOST)));

/** In this browser: nobody else sees them, and another device has others. */
export const BROWSER: ScenarioStore = {
  list: async () => kept(),
  keep: async (name, query) => put([{ id: crypto.randomUUID(), name, query }, ...kept()]),
  rename: async (id, name) =>
    put(kept().map((scenario) => (scenario.id === id ? { ...scenario, name } : scenario))),
  remove: async (id) => put(kept().filter((scenario) => scenario.id !== id)),
  restore: async (scenario) => put([scenario, ...kept()]),
};
