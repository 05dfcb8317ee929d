import { formatDay, formatNumber } from '@/components/format';
import type { CompareView, SideHead } from '@/domain/lab/compare-view';

/** Nobody saved a side as it stands: it is a draft, or its numbers are moved. Nothing of it can be signed. */
export const isUnsaved = ({ unsaved, draft }: Pick<SideHead, 'unsaved' | 'draft'>): boolean =>
  unsaved || draft !== null;

/** The stamp of every screen, file and print: a side that was never in force, or that nobody saved. */
export const isHypothetical = ({ a, b }: Pick<CompareView, 'a' | 'b'>): boolean =>
  [a, b].some((side) => side.kind === 'hypothetical' || isUnsaved(side));

/** Numbers moved that a line names. */
const NAMED = 3;

const movedWords = (moved: readonly string[]): string => {
  const more = moved.length - NAMED;
  const named = moved.slice(0, NAMED).join('; ');
  return moved.length === 0 ? '' : ` (${named}${more > 0 ? `; ${more} more` : ''})`;
};

/** Which text a side is: "version 2", "draft, not saved as a version", and whether numbers of it are moved. */
export const savedWords = ({ version, draft, unsaved }: SideHead): string =>
  `${draft === null ? `version ${version}` : 'draft, not saved as a version'}${unsaved ? ', unsaved variant' : ''}`;

/** A side in a line: title, version, what nobody saved of it, entry into force. */
export function sideWords(side: SideHead): string {
  const { title, kind, from, moved } = side;
  const since =
    kind === 'hypothetical' && from !== null ? `, assumed in force from ${formatDay(from)}` : '';
  return `${title}, ${savedWords(side)}${movedWords(moved)}${since}`;
}

const named = (side: SideHead): string =>
  `${side.id} ${savedWords(side)}${side.kind === 'hypothetical' || isUnsaved(side) ? ', HYPOTHETICAL' : ''}`;

/** What answered: the same under every table and in every file. */
export const sourcesLine = ({ corpus, policy, engine, asOf, a, b }: CompareView): string =>
  `Sources: corpus ${corpus.version} (${formatNumber(corpus.incidents)} incidents, compiled ${formatDay(corpus.compiledOn)}) · A ${named(a)} · B ${named(b)} · policy ${policy} · engine ${engine} · as of ${formatDay(asOf)} · computed, none signed`;
