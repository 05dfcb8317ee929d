import {
  byId,
  entryPath,
  type Fields,
  fieldPath,
  fieldsFrom,
  isFields,
  isSet,
  isWhole,
  keysOf,
  own,
  same,
} from './revision-tree';

export type Side = 'mine' | 'theirs';

/** A field that both changed, each in a different way; undefined where it was absent or removed. */
export interface Conflict {
  readonly path: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<T> {
  /** Holds one side of every conflict; parse it again before it is saved. */
  readonly merged: T;
  readonly conflicts: readonly Conflict[];
}

/** Which side a conflict takes; undefined: the default. */
export type Choose = (path: string) => Side | undefined;

interface Run {
  readonly choose: Choose;
  readonly conflicts: Conflict[];
}

/** A conflict takes my side, except where I removed what the other still writes on. */
function conflict(run: Run, path: string, base: unknown, mine: unknown, theirs: unknown): unknown {
  run.conflicts.push({ path, base, mine, theirs });
  const side = run.choose(path) ?? (mine === undefined ? 'theirs' : 'mine');
  return side === 'mine' ? mine : theirs;
}

function mergeFields(run: Run, path: string, base: Fields, mine: Fields, theirs: Fields): Fields {
  return fieldsFrom(
    keysOf(mine, theirs, base).map((key) => [
      key,
      mergeAt(run, fieldPath(path, key), own(base, key), own(mine, key), own(theirs, key)),
    ]),
  );
}

/** The order of `first`; what only `second` has comes after what precedes it there. */
function interleave<T>(first: readonly T[], second: readonly T[]): T[] {
  const order = [...first];
  second.forEach((item, at) => {
    if (order.includes(item)) return;
    const before = second[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, item);
  });
  return order;
}

/** Whose order counts: theirs where mine is still that of the base. */
function orderOf<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[]): T[] {
  const kept = base.filter((item) => mine.includes(item));
  const untouched = same(
    kept,
    mine.filter((item) => base.includes(item)),
  );
  return untouched ? interleave(theirs, mine) : interleave(mine, theirs);
}

type Entries = ReadonlyMap<string, unknown>;

function mergeEntries(
  run: Run,
  path: string,
  base: Entries,
  mine: Entries,
  theirs: Entries,
): unknown[] {
  return orderOf([...base.keys()], [...mine.keys()], [...theirs.keys()])
    .map((id) => mergeAt(run, entryPath(path, id), base.get(id), mine.get(id), theirs.get(id)))
    .filter((entry) => entry !== undefined);
}

type Words = readonly (string | number)[];

/** Each word stays that nobody took out; each comes in that somebody put in. */
function mergeSets(base: Words, mine: Words, theirs: Words): Words {
  return orderOf(base, mine, theirs).filter((word) =>
    base.includes(word) ? mine.includes(word) && theirs.includes(word) : true,
  );
}

/** Lists without ids: both only added, so all additions stay; null where something else was done. */
function mergeAdditions(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] | null {
  const startsWithBase = (list: readonly unknown[]): boolean =>
    base.every((item, at) => same(item, list[at]));
  if (!startsWithBase(mine) || !startsWithBase(theirs)) return null;
  const added = theirs
    .slice(base.length)
    .filter((item) => !mine.slice(base.length).some((other) => same(item, other)));
  return [...mine, ...added];
}

function mergeAt(run: Run, path: string, base: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (isFields(base) && isFields(mine) && isFields(theirs)) {
    const whole = [base, mine, theirs].some(isWhole);
    if (!whole) return mergeFields(run, path, base, mine, theirs);
  }
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    if (isSet(base) && isSet(mine) && isSet(theirs)) return mergeSets(base, mine, theirs);
    const [known, own, other] = [byId(base), byId(mine), byId(theirs)];
    if (known !== null && own !== null && other !== null)
      return mergeEntries(run, path, known, own, other);
    const added = mergeAdditions(base, mine, theirs);
    if (added !== null) return added;
  }
  return conflict(run, path, base, mine, theirs);
}

/**
 * Merges two revisions that both grew from `base`. A field that only one of them changed takes that
 * change; one that both changed alike takes it; otherwise it is a conflict with all three versions,
 * so that nobody's text is lost. `choose` settles conflicts by path, as a merge dialog does. Two new
 * entries under one id are a conflict as a whole: they were never the same thing.
 */
export function merge<T>(base: T, mine: T, theirs: T, choose: Choose = () => undefined): Merged<T> {
  const run: Run = { choose, conflicts: [] };
  const merged = mergeAt(run, '', base, mine, theirs) as T;
  return { merged, conflicts: run.conflicts };
}
