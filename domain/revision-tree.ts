/** How two versions of one document are laid beside each other: which parts have names, which are one. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equality by content. An absent field and one that holds `undefined` are the same. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => same(item, other[at]));
  if (!isFields(one) || !isFields(other)) return false;
  return keysOf(one, other).every((key) => same(own(one, key), own(other, key)));
}

/** The field of a record, and nothing it inherits. */
export const own = (fields: Fields, key: string): unknown =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

/** Every key of some records, in the order they are first met. */
export function keysOf(...records: readonly Fields[]): string[] {
  return [...new Set(records.flatMap((fields) => Object.keys(fields)))];
}

/** Builds a record from its fields; a field without a value is left out. */
export function fieldsFrom(entries: readonly (readonly [string, unknown])[]): Fields {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** A date with its precision is one thing: half of each of two dates was said by nobody. */
export function isWhole(value: unknown): boolean {
  return isFields(value) && 'precision' in value && 'date' in value;
}

/** The entries of a list by their `id`; null where an entry has none, or two share one. */
export function byId(list: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(list)) return null;
  const entries = new Map<string, unknown>();
  for (const item of list) {
    const id = isFields(item) ? own(item, 'id') : undefined;
    if (typeof id !== 'string' || entries.has(id)) return null;
    entries.set(id, item);
  }
  return entries;
}

/** Whether a list is a set of words or figures, such as conduct codes. */
export function isSet(list: unknown): list is readonly (string | number)[] {
  return (
    Array.isArray(list) &&
    list.every((item) => typeof item === 'string' || typeof item === 'number') &&
    new Set(list).size === list.length
  );
}

/** `claims` and `c1` give `claims[c1]`; `claims[c1]` and `note` give `claims[c1].note`. */
export const fieldPath = (path: string, key: string): string =>
  path === '' ? key : `${path}.${key}`;
export const entryPath = (path: string, id: string): string => `${path}[${id}]`;
