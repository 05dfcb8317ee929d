import { read } from '@/components/standing/api';
import type { LabAnswer } from '@/domain/lab/answer';
import { changesText } from '@/domain/lab/variant';
import type { Explanation } from '@/domain/trace';
import type { Moved } from './params';

/** The pact of a lab, as its address names it. */
export interface LabPact {
  readonly pact: string;
  readonly version: number | null;
  /** The draft that is looked at instead; null: none. */
  readonly draft: string | null;
}

/** The parameters of a variant in the order of domain/lab/address.ts, without those that are as by default. */
function parametersOf({ pact, version, draft }: LabPact, { changes, from, asOf }: Moved) {
  const pairs: [string, string | null][] = [
    ...(draft === null
      ? ([
          ['pact', pact],
          ['version', version === null ? null : `${version}`],
        ] as [string, string | null][])
      : ([['draft', draft]] as [string, string | null][])),
    ['set', changesText(changes)],
    ['from', from],
    ['asOf', asOf],
  ];
  return pairs.flatMap(([name, value]): [string, string][] =>
    value === null || value === '' ? [] : [[name, value]],
  );
}

/** The query string of a variant, without the question mark: the key of its data and its address. */
export const labQuery = (pact: LabPact, moved: Moved): string =>
  new URLSearchParams(parametersOf(pact, moved)).toString();

/** Everything the server says of a variant; first paint fills the same key. */
export function labQueryOptions(pact: LabPact, moved: Moved) {
  const query = labQuery(pact, moved);
  return {
    queryKey: ['lab', query],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read<LabAnswer>(`/api/v1/lab?${query}`, signal),
  };
}

export interface Traces {
  readonly title: string;
  readonly before: Explanation;
  readonly after: Explanation;
}

export interface CaseKey {
  readonly incident: string;
  readonly clause: string;
  readonly accused: string;
}

/** One finding with every test on the way, under the text and under the variant. */
export function tracesQueryOptions(pact: LabPact, moved: Moved, key: CaseKey) {
  const query = new URLSearchParams(labQuery(pact, moved));
  for (const [name, value] of Object.entries(key)) query.set(name, value);
  return {
    queryKey: ['lab-traces', query.toString()],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read<Traces>(`/api/v1/lab/traces?${query}`, signal),
  };
}

export const flipsFile = (pact: LabPact, moved: Moved, format: 'csv' | 'json'): string =>
  `/api/v1/lab/flips?${labQuery(pact, moved)}&format=${format}`;

/** The columns a worker counts from: those of a day differ only where records were written since. */
export const columnsAddress = (pact: LabPact, asOf: string | null): string =>
  `/api/v1/lab/columns?${labQuery(pact, { changes: [], from: null, asOf })}`;

/** Both sides on the page that compares: the pact as in its text, and the variant. */
export function compareAddress(pact: LabPact, moved: Moved): string {
  const text = { changes: [], from: null, asOf: moved.asOf };
  const parameters = new URLSearchParams(parametersOf(pact, text));
  for (const [name, value] of parametersOf(pact, { ...moved, asOf: null }))
    parameters.set(`b${name.charAt(0).toUpperCase()}${name.slice(1)}`, value);
  return `/lab/compare?${parameters}`;
}
