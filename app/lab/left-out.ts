import { redirect } from 'next/navigation';
import type { Fault } from '@/domain/fault';
import { IGNORED, withoutNames } from '@/domain/lab/left-out';

/**
 * Goes on to the same address without what it asks for and is not there, naming it: the page shows
 * the rest and says what was left out. Comes back where nothing of that stands in the address.
 *
 * @param names parameters at fault; `(address)` stands for those that the page does not know
 */
export function leaveOut(
  path: string,
  parameters: URLSearchParams,
  names: readonly string[],
  known: readonly string[],
): void {
  const next = withoutNames(parameters, names, known);
  if (next !== null) redirect(`${path}?${next}`);
}

export const namesOf = (faults: readonly Fault[]): string[] =>
  faults.map(({ path }) => path.replace(/[.[].*$/, ''));

/** What was left out on the way here. */
export const ignoredIn = (parameters: URLSearchParams): readonly string[] =>
  (parameters.get(IGNORED) ?? '').split(',').filter((name) => name !== '');
