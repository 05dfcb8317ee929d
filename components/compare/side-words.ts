import { formatDay } from '@/components/format';
import type { CompareView, SideHead } from '@/domain/lab/compare-view';

/** The stamp of every screen, file and print: a side that was never in force, or that nobody saved. */
export const isHypothetical = ({ a, b }: Pick<CompareView, 'a' | 'b'>): boolean =>
  [a, b].some(({ kind, unsaved }) => kind === 'hypothetical' || unsaved);

/** A side in a line: title, version, what nobody saved of it, entry into force. */
export function sideWords({ title, version, unsaved, kind, from }: SideHead): string {
  const parts = [
    `${title}, version ${version}`,
    ...(unsaved ? ['unsaved variant'] : []),
    ...(kind === 'hypothetical' && from !== null
      ? [`assumed in force from ${formatDay(from)}`]
      : []),
  ];
  return parts.join(', ');
}

/** What answered: the same under every table and in every file. */
export const sourcesLine = ({ corpus, policy, engine, asOf, a, b }: CompareView): string =>
  `Sources: corpus ${corpus.version} (${corpus.incidents} incidents, compiled ${formatDay(corpus.compiledOn)}) · A ${a.id} version ${a.version}${a.unsaved ? ', unsaved variant' : ''} · B ${b.id} version ${b.version}${b.unsaved ? ', unsaved variant' : ''} · policy ${policy} · engine ${engine} · as of ${formatDay(asOf)} · computed, none signed`;
