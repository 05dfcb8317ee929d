import type { ViewHead } from '@/domain/standing-view';
import { stateName } from '@/domain/states';
import type { Multiple } from '@/domain/trend/multiples';
import { counted } from '@/domain/trend/wording';
import type { Over } from './over';
import { TEXT_ONLY } from './overview';

const NOUN: Readonly<Record<Over, readonly [one: string, many: string]>> = {
  party: ['party', 'parties'],
  clause: ['clause', 'clauses'],
};

/** What a chart is named by. */
export const nameOf = (over: Over, key: string): string =>
  over === 'party' ? stateName(key) : `Clause ${key}`;

type Held = Pick<Multiple, 'key' | 'violations' | 'open'>;

/** The answer in one sentence: how many parties or clauses have violations; nobody is ranked. */
export function multiplesHeadline(
  { pact }: Pick<ViewHead, 'pact'>,
  over: Over,
  held: readonly Held[],
  empty: number,
): string {
  if (pact.referenceOnly) return TEXT_ONLY;
  if (pact.inForce === null) return 'This pact was never in force: nothing is counted under it.';
  const found = held.filter(({ violations }) => violations > 0).length;
  const [one, many] = NOUN[over];
  const all = counted(held.length + empty, one, many);
  const verb =
    over === 'party'
      ? pact.kind === 'hypothetical'
        ? 'would have violations found against them'
        : 'have violations found against them'
      : pact.kind === 'hypothetical'
        ? 'would have been violated'
        : 'were violated';
  return `Of ${all}, ${found === 0 ? 'none' : found} ${verb}.`;
}

/** Each chart in words, in the order of the pact. */
export function multiplesSummary(over: Over, held: readonly Held[], most: number): string {
  if (held.length === 0) return 'No covered finding falls in this period.';
  const told = held.map(
    ({ key, violations, open }) =>
      `${nameOf(over, key)}: ${counted(violations, 'violation')}, ${open} open`,
  );
  return `All on one scale, up to ${counted(most, 'finding')} in a period. ${told.join('; ')}.`;
}
