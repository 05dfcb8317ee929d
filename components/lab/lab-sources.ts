import { formatDay } from '@/components/format';
import { originOf } from '@/components/sources';
import { changeWords } from '@/domain/lab/change-words';
import type { Change } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import type { ViewHead } from '@/domain/standing-view';

interface Moved {
  readonly base: Pact;
  readonly changes: readonly Change[];
  readonly unsaved: boolean;
}

/** What differs from the text of the pact, in words; empty where nothing does. */
export function differences({ filter }: Pick<ViewHead, 'filter'>, moved: Moved): string[] {
  const { base, changes } = moved;
  return [
    ...changes.map((change) => changeWords(base, change)),
    ...(filter.from === null || !moved.unsaved
      ? []
      : [`Assumed in force from ${formatDay(filter.from)}`]),
  ];
}

/** Versions and cut-off, and that it is a variant which nobody can sign: under every picture of the lab. */
export function labSources(head: ViewHead, moved: Moved): string {
  const told = differences(head, moved);
  return told.length === 0
    ? `${originOf(head)} · computed, the pact as in its text`
    : `${originOf(head)} · computed, an unsaved variant that cannot be signed: ${told.join('; ')}`;
}
