import { folded } from '@/domain/folded';

/** How well a label fits what was typed: it begins so, a word of it does, it holds it; null where it does not. */
function rank(label: string, typed: string): number | null {
  const words = folded(label);
  if (words.startsWith(typed)) return 0;
  if (words.includes(` ${typed}`)) return 1;
  return words.includes(typed) ? 2 : null;
}

/** Entries that fit what was typed, the best first: "rus" finds Russia before Belarus. */
export function found<T>(entries: readonly T[], labelOf: (entry: T) => string, typed: string): T[] {
  const sought = folded(typed);
  if (sought === '') return [...entries];
  return entries
    .flatMap((entry) => {
      const place = rank(labelOf(entry), sought);
      return place === null ? [] : [{ entry, place }];
    })
    .sort((one, two) => one.place - two.place)
    .map(({ entry }) => entry);
}
