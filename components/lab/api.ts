import { read } from '@/components/standing/api';
import { type SideAddress, variantQuery } from '@/domain/lab/address';
import type { LabAnswer } from '@/domain/lab/answer';
import { compareQuery } from '@/domain/lab/compare-address';
import type { NumberCases } from '@/domain/lab/number-cases';
import type { Explanation } from '@/domain/trace';
import type { LabNumber } from './number-open';
import type { Moved } from './params';

/** The pact of a lab, as its address names it. */
export interface LabPact {
  readonly pact: string;
  readonly version: number | null;
  /** The draft that is looked at instead; null: none. */
  readonly draft: string | null;
}

const sideOf = (pact: LabPact, { changes, from }: Moved): SideAddress => ({
  ...pact,
  ...{ set: changes, from },
});

/** The query string of a variant, without the question mark: the key of its data and its address. */
export const labQuery = (pact: LabPact, moved: Moved): string =>
  variantQuery({ ...sideOf(pact, moved), asOf: moved.asOf }).toString();

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

/** What a number is of, as the server is asked: a clause of both sides, or a side alone. */
const ofNumber = (number: LabNumber): Readonly<Record<string, string>> =>
  number.place === 'clauses'
    ? { clause: number.clause, bClause: number.clause }
    : { side: number.side === 'text' ? 'a' : 'b' };

/** The findings behind a number: of a clause what the text or the variant finds so, of a party what is counted. */
export function casesQueryOptions(pact: LabPact, moved: Moved, number: LabNumber) {
  const { verdict, party } = number;
  const query = bothSides(pact, moved);
  for (const [name, value] of Object.entries({ ...ofNumber(number), verdict, party }))
    if (value !== '') query.set(name, value);
  return {
    queryKey: ['lab-cases', query.toString()],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read<NumberCases>(`/api/v1/lab/compare/cases?${query}`, signal),
  };
}

export const flipsFile = (pact: LabPact, moved: Moved, format: 'csv' | 'json'): string =>
  `/api/v1/lab/flips?${labQuery(pact, moved)}&format=${format}`;

/** The columns a worker counts from: those of a day differ only where records were written since. */
export const columnsAddress = (pact: LabPact, asOf: string | null): string =>
  `/api/v1/lab/columns?${labQuery(pact, { changes: [], from: null, asOf })}`;

/** Both sides: the pact as in its text, and the variant. */
function bothSides(pact: LabPact, moved: Moved): URLSearchParams {
  const a = { ...sideOf(pact, moved), set: [], from: null };
  return compareQuery({ a, b: sideOf(pact, moved), asOf: moved.asOf });
}

/** The same on the page that compares. */
export const compareAddress = (pact: LabPact, moved: Moved): string =>
  `/lab/compare?${bothSides(pact, moved)}`;
