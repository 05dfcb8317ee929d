import { byId, entryPath, fieldPath, isFields, isWhole, keysOf, own, same } from './revision-tree';

/** One field that differs between two revisions. */
export interface Change {
  /** Such as `title`, `claims[c1].note`; `claims` itself where only the order differs. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** Undefined where it was added. */
  readonly before: unknown;
  /** Undefined where it was removed. */
  readonly after: unknown;
}

function changed(path: string, before: unknown, after: unknown): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { path, kind, before, after };
}

function diffEntries(
  path: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const changes = ids.flatMap((id) => diffAt(entryPath(path, id), before.get(id), after.get(id)));
  const stayed = [...before.keys()].filter((id) => after.has(id));
  const now = [...after.keys()].filter((id) => before.has(id));
  return same(stayed, now)
    ? changes
    : [...changes, { path, kind: 'reordered', before: stayed, after: now }];
}

function diffAt(path: string, before: unknown, after: unknown): Change[] {
  if (same(before, after)) return [];
  if (isFields(before) && isFields(after) && !isWhole(before) && !isWhole(after))
    return keysOf(before, after).flatMap((key) =>
      diffAt(fieldPath(path, key), own(before, key), own(after, key)),
    );
  const [one, other] = [byId(before), byId(after)];
  if (one !== null && other !== null) return diffEntries(path, one, other);
  return [changed(path, before, after)];
}

/**
 * What differs between two documents, field by field. Entries of lists are told apart by their id
 * where they have one; a date with its precision, and a list without ids, count as one field.
 */
export function diff(before: unknown, after: unknown): Change[] {
  return diffAt('', before, after);
}
